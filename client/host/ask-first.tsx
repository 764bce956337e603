// A press that cannot be taken back is asked about first, where it was made.
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { say } from './say.ts'

interface AskFirstProps {
  readonly question: string
  readonly yes: string
  onYes(): void
  /** The button; pressing it asks. */
  children(ask: () => void): ComponentChildren
}

export function AskFirst({ question, yes, onYes, children }: AskFirstProps) {
  const [isAsking, setAsking] = useState(false)
  const no = useRef<HTMLButtonElement>(null)
  const asked = useRef<Element | null>(null)
  useLayoutEffect(() => {
    if (isAsking) no.current?.focus()
    // What was pressed is still there.
    else if (asked.current instanceof HTMLElement) asked.current.focus()
  }, [isAsking])
  return (
    <>
      {children(() => {
        asked.current = document.activeElement
        setAsking(true)
      })}
      {isAsking && (
        <div class="remote-ask" role="group" aria-label={question}>
          <p>{question}</p>
          <div class="remote-row">
            <button ref={no} type="button" onClick={() => setAsking(false)}>
              {say('closeNo')}
            </button>
            <button
              type="button"
              class="remote-grave"
              onClick={() => {
                setAsking(false)
                onYes()
              }}
            >
              {yes}
            </button>
          </div>
        </div>
      )}
    </>
  )
}
