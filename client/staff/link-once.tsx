import { useEffect, useRef } from 'preact/hooks'
import { sayDate } from '../page/boot.ts'
import { publicAddress } from '../page/public-address.ts'
import { CopyText } from './copy-text.tsx'
import { say } from './say.ts'

interface LinkOnceProps {
  readonly name: string
  /** Path with the token after its `#`. */
  readonly path: string
  readonly expiresAtMs: number
}

/** A link that is shown once, to be copied and sent by whoever made it. */
export function LinkOnce({ name, path, expiresAtMs }: LinkOnceProps) {
  const address = publicAddress(path)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [path])
  return (
    <div class="notice link-once" role="status">
      <p>{say('linkOnce', { name, date: sayDate(expiresAtMs) })}</p>
      <p class="link-once-line">
        <input
          class="text-field"
          ref={field}
          readOnly
          value={address}
          aria-label={say('linkLabel', { name })}
        />
        <CopyText text={address} label={say('linkCopy')} />
      </p>
    </div>
  )
}
