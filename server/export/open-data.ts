/**
 * Whether everybody's votes may be given out, under pseudonyms: what the conversation declared before voting began (the
 * setting cannot be changed any more after the first vote).
 */
export function hasOpenData({ settings }: { readonly settings: object }): boolean {
  return 'openData' in settings && settings.openData === true
}
