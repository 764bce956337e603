// Colours as `#rrggbb`: how much two of them differ in lightness, by the formula of WCAG 2.2 (relative luminance of sRGB),
// and what lies between them.

/** Contrast of two colours, 1 (the same) to 21 (black and white). */
export function contrast(first: string, second: string): number {
  const [darker, lighter] = [luminance(first), luminance(second)].sort((a, b) => a - b) as [number, number] // two
  return (lighter + 0.05) / (darker + 0.05)
}

/** The colour at `share` of the way from one to another, 0 to 1, channel by channel. */
export function mix(from: string, to: string, share: number): string {
  const target = channels(to)
  const mixed = channels(from).map((value, i) => Math.round(value + (target[i]! - value) * share))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number] // as many as channels
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16))
}
