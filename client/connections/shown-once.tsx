import { useEffect, useRef } from 'preact/hooks'
import { CopyText } from '../staff/copy-text.tsx'
import { say } from './say.ts'

/** A secret that is shown this once, to be copied. */
export function ShownOnce({ label, text }: { label: string; text: string }) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [text])
  return (
    <div class="notice link-once" role="status">
      <p>{say('shownOnce')}</p>
      <p class="link-once-line">
        <input class="text-field" ref={field} readOnly value={text} aria-label={label} />
        <CopyText text={text} label={say('copy')} />
      </p>
    </div>
  )
}
