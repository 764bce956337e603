import { useId } from 'preact/hooks'
import { saySetting } from './say.ts'
import { edit, shownValue } from './saving.ts'
import { describedBy, SettingFrame } from './setting-fields.tsx'
import { TypedLines } from './typed-text.tsx'

interface LongTextProps {
  readonly name: 'topic' | 'description'
  readonly label: string
  readonly help: string
  readonly rows: number
}

/** Several lines of people's own words. */
export function LongText({ name, label, help, rows }: LongTextProps) {
  return (
    <SettingFrame name={name} help={help} hasDefault={false}>
      <label for={name}>{label}</label>
      <TypedLines
        {...describedBy(name)}
        rows={rows}
        dir="auto"
        value={String(shownValue(name) ?? '')}
        onText={(text) => edit(name, text, { isTyping: true })}
      />
    </SettingFrame>
  )
}

/** The time zone, with those that the browser knows to choose from. */
export function ZoneSetting({ group }: { group: string[] }) {
  const list = useId()
  const name = 'timeZone'
  return (
    <SettingFrame name={name} help={saySetting('timeZone.help')}>
      <label for={name}>{saySetting('timeZone.label')}</label>
      <input
        {...describedBy(name)}
        class="text-field"
        list={list}
        autocomplete="off"
        spellcheck={false}
        value={String(shownValue(name) ?? '')}
        onInput={(event) => edit(name, event.currentTarget.value, { isTyping: true, group })}
      />
      <datalist id={list}>
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </SettingFrame>
  )
}
