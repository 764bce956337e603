// Colours, shown as they would look while they are chosen, and saved together when they can be read.
import { effect, signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import * as v from 'valibot'
import { facilitateApi } from '../../server/protocol/facilitate/addresses.ts'
import { themePreview } from '../../server/protocol/facilitate/conversation.ts'
import { latestOf } from '../connection/latest.ts'
import { askStaff } from '../staff/ask-staff.ts'
import { conversation } from './conversation.ts'
import { say, saySetting } from './say.ts'
import { edit, savingStates, shownValue } from './saving.ts'
import { SavingState } from './saving-state.tsx'
import { mayChange, NumberSetting, ListSetting, showPlain } from './setting-fields.tsx'

const colours = [
  ['themeAccent', 'themeAccentDark', 'accent'],
  ['themeGround', 'themeGroundDark', 'ground'],
  ['themePaper', 'themePaperDark', 'paper'],
  ['themeInk', 'themeInkDark', 'ink'],
] as const
type ColourName = (typeof colours)[number][0 | 1]
const names: string[] = colours.flatMap(([light, dark]) => [light, dark])

const beginLooking = latestOf()
const preview = signal<v.InferOutput<typeof themePreview> | undefined>(undefined)

/** Asks how the colours would look, whenever one of them is changed. */
function follow(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = effect(() => {
    const id = conversation.value?.id
    if (id === undefined) return
    const wanted = names.map((name) => [name, String(shownValue(name) ?? '')])
    const known = wanted.filter(([, value]) => /^(#[0-9a-f]{6})?$/i.test(value!))
    clearTimeout(timer)
    timer = setTimeout(() => void look(`${facilitateApi.theme(id)}?${new URLSearchParams(known)}`), 150)
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}

async function look(path: string): Promise<void> {
  const isLatest = beginLooking()
  const answer = await askStaff(path, themePreview)
  if (isLatest() && 'value' in answer) preview.value = answer.value
}

export function ThemeForm() {
  useEffect(follow, [])
  // Once a colour was refused, that is said beside it.
  const isSaid = names.some((name) => savingStates.value.get(name)?.kind === 'refused')
  const troubles = isSaid ? [] : (preview.value?.troubles ?? [])
  return (
    <>
      <p class="field-note">{say('themeHelp')}</p>
      <div class="colours">
        {colours.map(([light, dark, of]) => (
          <div key={of} class="colour-pair">
            <Colour name={light} of={of} scheme="light" />
            <Colour name={dark} of={of} scheme="dark" />
          </div>
        ))}
      </div>
      {troubles.length > 0 && (
        <div class="notice notice-trouble" role="alert">
          <p>{say('themeTroubles')}</p>
          <ul>
            {troubles.map((trouble) => (
              <li key={trouble}>{trouble}</li>
            ))}
          </ul>
        </div>
      )}
      <div class="theme-previews" role="group" aria-label={say('themePreview')}>
        <Preview scheme="light" heading={say('themeLight')} />
        <Preview scheme="dark" heading={say('themeDark')} />
      </div>
      <NumberSetting name="themeRadius" />
      <ListSetting name="themeFonts" />
    </>
  )
}

function Colour({ name, of, scheme }: { name: ColourName; of: string; scheme: 'light' | 'dark' }) {
  const value = String(shownValue(name) ?? '')
  const shown = preview.value?.[scheme][of] ?? '#000000'
  const set = (next: string, isTyping: boolean) => edit(name, next, { isTyping, group: names })
  const isRefused = savingStates.value.get(name)?.kind === 'refused'
  return (
    <div class="colour" id={`setting-${name}`}>
      <label for={name}>{saySetting(`${name}.label`)}</label>
      <p class="colour-fields">
        <input
          type="color"
          aria-label={saySetting(`${name}.label`)}
          disabled={!mayChange()}
          value={/^#[0-9a-f]{6}$/i.test(value) ? value : shown}
          onInput={(event) => set(event.currentTarget.value, true)}
        />
        <input
          id={name}
          class="text-field"
          disabled={!mayChange()}
          placeholder={say('themeDefault')}
          spellcheck={false}
          autocomplete="off"
          aria-invalid={isRefused}
          value={value}
          onInput={(event) => set(event.currentTarget.value.trim(), true)}
        />
        {value !== '' && (
          <button
            type="button"
            class="button button-quiet button-small"
            aria-label={`${say('themeReset')}: ${saySetting(`${name}.label`)}`}
            onClick={() => set('', false)}
          >
            {say('themeReset')}
          </button>
        )}
      </p>
      <SavingState name={name} show={showPlain} />
    </div>
  )
}

/** A small page in the colours as they are chosen. */
function Preview({ scheme, heading }: { scheme: 'light' | 'dark'; heading: string }) {
  const frame = useRef<HTMLDivElement>(null)
  const palette = preview.value?.[scheme]
  useEffect(() => {
    for (const [name, colour] of Object.entries(palette ?? {})) {
      frame.current?.style.setProperty(`--${name}`, colour)
    }
  }, [palette])
  return (
    <div class="theme-preview" ref={frame}>
      <h3>{heading}</h3>
      <div class="theme-card">
        <p class="written">{say('themeSample')}</p>
        <p class="quiet">{say('themeQuiet')}</p>
        <p>
          <span class="button theme-button">{say('themeAgree')}</span>
        </p>
      </div>
    </div>
  )
}
