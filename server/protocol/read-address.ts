// Reads an address where `URL.canParse` may be missing: Safari 16 lacks it, and older iPhones get no newer one.

/** The address as a browser reads it, seen from `base` where it names no site; null where it is none. */
export function readAddress(text: string, base?: string): URL | null {
  try {
    return new URL(text, base)
  } catch {
    return null
  }
}
