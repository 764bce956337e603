// Which column of a table is what, for a file that is no export.
import type { Signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ImportWish } from '../../server/protocol/imports.ts'
import { say } from './say.ts'

const PARTS = ['participant', 'statement', 'vote', 'time'] as const

export function Columns({
  names,
  chosen,
}: {
  names: readonly string[]
  chosen: Signal<ImportWish['columns']>
}) {
  useEffect(() => {
    const [participant = '', statement = participant, vote = statement] = names
    chosen.value ??= { participant, statement, vote }
  }, [names])
  const choose = (part: (typeof PARTS)[number], name: string) => {
    if (chosen.value === null) return
    const { time: _, ...others } = chosen.value
    chosen.value = part === 'time' && name === '' ? others : { ...chosen.value, [part]: name }
  }
  if (chosen.value === null) return null
  return (
    <fieldset>
      <legend>{say('columnsHeading')}</legend>
      {PARTS.map((part) => (
        <div class="field" key={part}>
          <label for={`column-${part}`}>{say(part)}</label>
          <select
            id={`column-${part}`}
            value={chosen.value?.[part] ?? ''}
            onChange={(event) => choose(part, event.currentTarget.value)}
          >
            {part === 'time' && <option value="">{say('none')}</option>}
            {names.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </div>
      ))}
    </fieldset>
  )
}
