/** What the bytes 0x80 to 0x9F are in Windows-1252; Node 20 takes them for control characters. */
const SPECIAL = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

export function fromWindows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, (character) => SPECIAL[character.charCodeAt(0) - 0x80]!)
}
