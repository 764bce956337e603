/** How often something is broken: a few times with every `npm test`, many times with `npm run test:faults`. */
export function times(short: number, long: number): number {
  return process.env.FOLKMOOT_FAULTS === 'long' ? long : short
}
