import { encode } from 'uqr'
import { Field } from './field.tsx'
import { say } from './say.ts'

interface CodeSetupProps {
  readonly codeKey: string
  /** The key as an address for the app. */
  readonly address: string
  readonly code: string
  readonly onCode: (code: string) => void
  readonly trouble?: string | undefined
}

/** The key for one-time codes, as a QR code and to be typed, and the field for the first code. */
export function CodeSetup({ codeKey, address, code, onCode, trouble }: CodeSetupProps) {
  return (
    <div class="code-setup">
      <p>{say('codesScan')}</p>
      <CodeQr address={address} />
      <div>
        <p class="field-note">{say('codesByHand')}</p>
        <p class="code-key">{codeKey.replace(/(.{4})(?=.)/g, '$1 ')}</p>
      </div>
      <Field
        label={say('codeShown')}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onValue={onCode}
        trouble={trouble}
      />
    </div>
  )
}

/** Dark on light whatever the colours of the page, because scanners need it so. */
function CodeQr({ address }: { address: string }) {
  const { data, size } = encode(address, { ecc: 'M', border: 2 })
  const path = data
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])))
    .join('')
  return (
    <svg class="code-qr" role="img" aria-label={say('codesQrLabel')} viewBox={`0 0 ${size} ${size}`}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
