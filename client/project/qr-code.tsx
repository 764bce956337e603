import { encode } from 'uqr'
import { say } from './say.ts'

/** The address as a QR code, dark on light whatever the colours of the page, because scanners need it so. */
export function QrCode({ address }: { address: string }) {
  const { data, size } = encode(address, { ecc: 'M', border: 2 })
  const path = data
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])))
    .join('')
  return (
    <svg class="qr-code" role="img" aria-label={say('qrLabel', { address })} viewBox={`0 0 ${size} ${size}`}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
