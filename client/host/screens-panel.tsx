// How a hall comes in: the letters, and the links by which screens show the stage.
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import * as v from 'valibot'
import { stageApi } from '../../server/protocol/addresses.ts'
import { newScreen, screenList, type StageDesk } from '../../server/protocol/stage-desk.ts'
import { sayTime } from '../page/boot.ts'
import { askStaff } from '../staff/ask-staff.ts'
import { AskFirst } from './ask-first.tsx'
import { act, addressed, trouble } from './desk.ts'
import { say } from './say.ts'

type Screens = v.InferOutput<typeof screenList>['screens']
const taken = v.strictObject({ done: v.literal(true) })

export function ScreensPanel({ desk, mayDirect }: { desk: StageDesk; mayDirect: boolean }) {
  const id = addressed()
  return (
    <section class="remote-panel" aria-labelledby="joining-heading">
      <h2 id="joining-heading">{say('joiningHeading')}</h2>
      <p>{say('lettersLabel')}</p>
      <p class="remote-letters">{desk.code}</p>
      {mayDirect && (
        <>
          <AskFirst
            question={say('lettersAsk')}
            yes={say('lettersYes')}
            onYes={() => void act(stageApi.code(id), { method: 'POST' })}
          >
            {(ask) => (
              <button type="button" class="button button-quiet" onClick={ask}>
                {say('lettersRenew')}
              </button>
            )}
          </AskFirst>
          <ScreenLinks id={id} />
        </>
      )}
    </section>
  )
}

function ScreenLinks({ id }: { id: string }) {
  const screens = useSignal<Screens>([])
  const made = useSignal<string | undefined>(undefined)
  const name = useSignal('')
  const isCopied = useSignal(false)

  async function load(): Promise<void> {
    const answer = await askStaff(stageApi.screens(id), screenList)
    if ('value' in answer) screens.value = answer.value.screens
    else trouble.value = answer.refusal.message
  }
  useEffect(() => void load(), [])

  async function add(event: Event): Promise<void> {
    event.preventDefault()
    const answer = await askStaff(stageApi.screens(id), newScreen, { body: { name: name.value.trim() } })
    if ('refusal' in answer) return void (trouble.value = answer.refusal.message)
    made.value = new URL(answer.value.path, location.origin).href
    name.value = ''
    isCopied.value = false
    await load()
  }

  async function takeBack(number: number): Promise<void> {
    const answer = await askStaff(stageApi.screen(id, number), taken, { method: 'DELETE' })
    if ('refusal' in answer) trouble.value = answer.refusal.message
    await load()
  }

  return (
    <>
      {screens.value.length === 0 && <p>{say('screensNone')}</p>}
      <ul class="remote-screens">
        {screens.value.map(({ number, name: place, createdAtMs }) => {
          const named =
            place === '' ? say('screenUnnamed', { number }) : say('screenNamed', { number, name: place })
          return (
            <li key={number}>
              <span>
                {named}{' '}
                <span class="field-note">
                  {say('screenSince', { time: sayTime(createdAtMs, Date.now()) })}
                </span>
              </span>
              <button
                type="button"
                class="button button-quiet button-small"
                aria-label={`${say('screenTakeBack')}: ${named}`}
                onClick={() => void takeBack(number)}
              >
                {say('screenTakeBack')}
              </button>
            </li>
          )
        })}
      </ul>
      <form class="remote-choice" onSubmit={(event) => void add(event)}>
        <label for="screen-name">{say('screenName')}</label>
        <input
          class="text-field"
          id="screen-name"
          maxlength={60}
          value={name.value}
          onInput={(event) => (name.value = event.currentTarget.value)}
        />
        <button type="submit" class="button">
          {say('screenAdd')}
        </button>
      </form>
      <div role="status">
        {made.value !== undefined && (
          <div class="remote-choice notice">
            <p>{say('screenMade')}</p>
            <p class="remote-address">{made.value}</p>
            <div class="remote-row">
              {'clipboard' in navigator && (
                <button
                  type="button"
                  onClick={() => {
                    void navigator.clipboard.writeText(made.value ?? '').then(() => (isCopied.value = true))
                  }}
                >
                  {isCopied.value ? say('copied') : say('copy')}
                </button>
              )}
              <a class="button button-quiet" href={made.value} target="_blank" rel="noopener noreferrer">
                {say('openHere')}
              </a>
            </div>
          </div>
        )}
      </div>
    </>
  )
}
