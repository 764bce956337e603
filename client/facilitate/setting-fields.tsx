// The kinds of fields that settings have. Each has its label, one sentence of help with the default, and whether it was saved.
import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import type { en as settingWords } from '../../server/protocol/setting-words/en.ts'
import { may } from '../staff/who.ts'
import { conversation } from './conversation.ts'
import { say, saySetting } from './say.ts'
import { edit, savingStates, shownValue } from './saving.ts'
import { SavingState } from './saving-state.tsx'

/** Names of settings that have words. */
export type SettingName = keyof typeof settingWords extends `${infer Name}.${string}` ? Name : never

/** A value as people read it. */
export function showPlain(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? say('nothing') : value.join(', ')
  if (typeof value === 'boolean') return value ? say('yes') : say('no')
  return value === '' || value === null || value === undefined ? say('nothing') : String(value)
}

/** Whether whoever is signed in may change settings. */
export function mayChange(): boolean {
  const id = conversation.value?.id
  return id !== undefined && may('change-settings', id)
}

interface FrameProps {
  readonly name: string
  readonly help: string
  readonly show?: (value: unknown) => string
  /** Whether the default is said. */
  readonly hasDefault?: boolean
  readonly children: ComponentChildren
}

/** Help, the field, and whether it was saved. */
export function SettingFrame({ name, help, show = showPlain, hasDefault = true, children }: FrameProps) {
  return (
    <div class="setting" id={`setting-${name}`} tabindex={-1}>
      {children}
      <p class="field-note" id={`${name}-help`}>
        {help} {hasDefault && say('defaultIs', { value: show(conversation.value?.defaults[name]) })}
      </p>
      <SavingState name={name} show={show} />
    </div>
  )
}

/** What every control of a setting says of itself. */
export function describedBy(name: string) {
  return {
    id: name,
    'aria-describedby': `${name}-help ${name}-state`,
    'aria-invalid': savingStates.value.get(name)?.kind === 'refused',
    disabled: !mayChange(),
  }
}

interface TextProps {
  readonly name: SettingName
  readonly group?: string[]
  readonly type?: 'text' | 'password' | 'date' | 'datetime-local'
}

/** One line of text. */
export function TextSetting({ name, group = [name], type = 'text' }: TextProps) {
  return (
    <SettingFrame name={name} help={saySetting(`${name}.help`)}>
      <label for={name}>{saySetting(`${name}.label`)}</label>
      <input
        {...describedBy(name)}
        class="text-field"
        type={type as 'text'} // preact has a type of its own for each kind of input
        autocomplete="off"
        spellcheck={false}
        value={String(shownValue(name) ?? '')}
        onInput={(event) => edit(name, event.currentTarget.value, { isTyping: true, group })}
      />
    </SettingFrame>
  )
}

/** A whole number; what is no number is sent as it is, and the service says what it has to be. */
export function NumberSetting({ name }: { name: SettingName }) {
  return (
    <SettingFrame name={name} help={saySetting(`${name}.help`)}>
      <label for={name}>{saySetting(`${name}.label`)}</label>
      <input
        {...describedBy(name)}
        class="text-field number-field"
        inputMode="numeric"
        autocomplete="off"
        value={String(shownValue(name) ?? '')}
        onInput={({ currentTarget: { value } }) =>
          edit(name, /^\d+$/.test(value.trim()) ? Number(value) : value, { isTyping: true })
        }
      />
    </SettingFrame>
  )
}

/** Yes or no. */
export function ToggleSetting({ name }: { name: SettingName }) {
  return (
    <SettingFrame name={name} help={saySetting(`${name}.help`)}>
      <label class="choice">
        <input
          {...describedBy(name)}
          type="checkbox"
          checked={shownValue(name) === true}
          onChange={(event) => edit(name, event.currentTarget.checked)}
        />
        {saySetting(`${name}.label`)}
      </label>
    </SettingFrame>
  )
}

/** One of several values. */
export function ChoiceSetting<Value extends string | number>({
  name,
  options,
}: {
  name: SettingName
  options: readonly (readonly [value: Value, words: string])[]
}) {
  const show = (value: unknown) => options.find(([each]) => each === value)?.[1] ?? showPlain(value)
  return (
    <SettingFrame name={name} help={saySetting(`${name}.help`)} show={show}>
      <fieldset disabled={!mayChange()} aria-describedby={`${name}-help`}>
        <legend>{saySetting(`${name}.label`)}</legend>
        {options.map(([value, words]) => (
          <label key={value} class="choice">
            <input
              type="radio"
              name={name}
              value={value}
              checked={shownValue(name) === value}
              onChange={() => edit(name, value)}
            />
            {words}
          </label>
        ))}
      </fieldset>
    </SettingFrame>
  )
}

/** Some of several values. */
export function ManySetting({
  name,
  options,
}: {
  name: SettingName
  options: readonly (readonly [value: string, words: string])[]
}) {
  const chosen = new Set(shownValue(name) as string[]) // the setting is a list of these
  const show = (value: unknown) =>
    (value as string[]).map((each) => options.find(([option]) => option === each)?.[1] ?? each).join(', ')
  const toggle = (value: string, isChosen: boolean) =>
    edit(
      name,
      options.flatMap(([each]) => ((each === value ? isChosen : chosen.has(each)) ? [each] : [])),
    )
  return (
    <SettingFrame name={name} help={saySetting(`${name}.help`)} show={show}>
      <fieldset disabled={!mayChange()} aria-describedby={`${name}-help`}>
        <legend>{saySetting(`${name}.label`)}</legend>
        {options.map(([value, words]) => (
          <label key={value} class="choice">
            <input
              type="checkbox"
              checked={chosen.has(value)}
              onChange={(event) => toggle(value, event.currentTarget.checked)}
            />
            {words}
          </label>
        ))}
      </fieldset>
    </SettingFrame>
  )
}

/** A list, one entry on each line. */
export function ListSetting({ name, isNumbers = false }: { name: SettingName; isNumbers?: boolean }) {
  const value = shownValue(name)
  const typed = useSignal<string | null>(null)
  const text = typed.value ?? (Array.isArray(value) ? value.join('\n') : String(value ?? ''))
  const read = (typed: string) =>
    typed
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => (isNumbers && /^\d+$/.test(line) ? Number(line) : line))
  return (
    <SettingFrame name={name} help={`${saySetting(`${name}.help`)} ${say('onePerLine')}`}>
      <label for={name}>{saySetting(`${name}.label`)}</label>
      <textarea
        {...describedBy(name)}
        rows={3}
        spellcheck={false}
        value={text}
        onInput={({ currentTarget: { value } }) => {
          typed.value = value
          edit(name, read(value), { isTyping: true })
        }}
        onBlur={() => (typed.value = null)}
      />
    </SettingFrame>
  )
}
