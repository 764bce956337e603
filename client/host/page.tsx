// The host's remote: made for a phone in one hand. It says how everything is now, and each press is one change that all hosts
// see.
import { useSignalEffect } from '@preact/signals'
import { render } from 'preact'
import { stageApi } from '../../server/protocol/addresses.ts'
import type { StageDesk } from '../../server/protocol/stage-desk.ts'
import { loadStatements } from '../conversation/state.ts'
import { boot, sayTime } from '../page/boot.ts'
import { Problem } from '../page/problem.tsx'
import { StaffShell } from '../staff/staff-shell.tsx'
import { newsState } from '../staff/staff-socket.ts'
import { may, me } from '../staff/who.ts'
import { act, addressed, desk, followStage, trouble } from './desk.ts'
import { HallPanel } from './hall-panel.tsx'
import { say } from './say.ts'
import { sayDeed, sayScene } from './say-deed.ts'
import { ScenePanel } from './scene-panel.tsx'
import { ScreensPanel } from './screens-panel.tsx'

const CAST = [30, 60, 120] as const

function Remote() {
  const now = desk.value
  const id = addressed()
  return (
    <div class="remote">
      <header class="remote-header">
        <h1>{say('heading')}</h1>
        <p class="lead" dir="auto">
          {now?.topic ?? boot.conversation?.topic}
        </p>
        {now !== undefined && <Facts desk={now} />}
      </header>
      <div role="alert">
        {trouble.value !== undefined && <p class="notice notice-trouble">{trouble.value}</p>}
      </div>
      {newsState.value === 'lost' && <p class="notice">{say('newsLost')}</p>}
      {now === undefined ? (
        trouble.value === undefined && <p class="quiet">{say('loading')}</p>
      ) : (
        <Panels desk={now} id={id} />
      )}
    </div>
  )
}

function Panels({ desk: now, id }: { desk: StageDesk; id: string }) {
  const mayDirect = may('direct-stage', id)
  return (
    <>
      {me.value !== undefined && !mayDirect && <p class="notice">{say('noRight')}</p>}
      <fieldset class="remote-reins" disabled={me.value !== undefined && !mayDirect}>
        <ScenePanel desk={now} />
        <HallPanel desk={now} />
      </fieldset>
      <ScreensPanel desk={now} mayDirect={mayDirect} />
      {may('rehearse', id) && <Rehearsal desk={now} id={id} />}
      <section class="remote-panel" aria-labelledby="deeds-heading">
        <h2 id="deeds-heading">{say('deedsHeading')}</h2>
        {now.deeds.length === 0 && <p>{say('deedsNone')}</p>}
        <ol class="remote-deeds" aria-live="polite">
          {now.deeds.map((deed) => (
            <li key={deed.revision}>
              {say('deed', { time: sayTime(deed.at, Date.now()), by: deed.by, what: sayDeed(deed) })}
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}

function Facts({ desk: now }: { desk: StageDesk }) {
  return (
    <ul class="remote-facts">
      {now.rehearsal !== null && <li class="tag tag-sample">{say('rehearsalTag')}</li>}
      <li>
        {say('sceneHeading')}: <strong>{sayScene(now.scene)}</strong>
      </li>
      <li>{say('people', { count: now.people })}</li>
      <li>{say('waitingStatements', { count: now.waiting })}</li>
      <li>{say('watching', { count: now.watching })}</li>
    </ul>
  )
}

function Rehearsal({ desk: now, id }: { desk: StageDesk; id: string }) {
  return (
    <section class="remote-panel" aria-labelledby="rehearsal-heading">
      <h2 id="rehearsal-heading">{say('rehearsalHeading')}</h2>
      <p>{say('rehearsalMeaning')}</p>
      {now.rehearsal === null ? (
        <div class="remote-row">
          {CAST.map((count) => (
            <button
              key={count}
              type="button"
              onClick={() => void act(stageApi.rehearsal(id), { body: { people: count } })}
            >
              {say('rehearsalStart', { count })}
            </button>
          ))}
        </div>
      ) : (
        <>
          <p role="status">
            {say('rehearsalRunning', { people: now.rehearsal.people, of: now.rehearsal.of })}
          </p>
          <button
            type="button"
            class="button"
            onClick={() => void act(stageApi.rehearsal(id), { method: 'DELETE' })}
          >
            {say('rehearsalEnd')}
          </button>
        </>
      )}
    </section>
  )
}

/** Statements are asked for again when more of them wait or fewer: one may have been let go. */
function Page() {
  const shown = boot.conversation
  useSignalEffect(() => {
    void desk.value?.waiting
    if (shown) loadStatements(shown.id).catch(() => undefined)
  })
  return <StaffShell>{shown ? <Remote /> : <Problem />}</StaffShell>
}

const root = document.getElementById('page')
if (root) {
  if (boot.conversation) followStage(boot.conversation.id)
  render(<Page />, root)
}
