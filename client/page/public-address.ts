import { boot } from './boot.ts'

/** An address of this service that works on other people's devices too, as on a QR code. */
export function publicAddress(path: string): string {
  return new URL(path, boot.publicUrl ?? location.origin).href
}
