// The screen in the hall. It shows what hosts choose, or without their link the public map; it always says how many people take
// part and how fresh the map is, mends itself, and nobody has to touch it. The key F fills the screen.
import { render } from 'preact'
import { pages } from '../../server/protocol/addresses.ts'
import type { StageFrame } from '../../server/protocol/stage.ts'
import { boot, sayTime } from '../page/boot.ts'
import { Problem } from '../page/problem.tsx'
import { publicAddress } from '../page/public-address.ts'
import { followStage, frame, link, refusal, takeToken } from './follow-stage.ts'
import { QrCode } from './qr-code.tsx'
import { say } from './say.ts'
import { MapScene, PortraitScene } from './scene-map.tsx'
import {
  addressToScan,
  ConsensusScene,
  CountdownScene,
  JoinScene,
  leadsSomewhere,
  StatementScene,
  typed,
  WordScene,
} from './scenes.tsx'
import { stayAwake } from './stay-awake.ts'

function Projector() {
  if (!boot.conversation) {
    return (
      <main class="projector-problem">
        <Problem />
      </main>
    )
  }
  const shown = frame.value
  if (refusal.value !== undefined || shown === undefined) {
    return (
      <main class="projector-problem">
        <h1 dir="auto">{boot.conversation.topic}</h1>
        <p class="hall-lead" role="status">
          {refusal.value ?? say('connecting')}
        </p>
      </main>
    )
  }
  return (
    <>
      <header class="projector-header">
        <h1 dir="auto">{shown.conversation.topic}</h1>
        <Tags shown={shown} />
      </header>
      <main class="projector-main">
        <div class="hall-scene" key={`${shown.scene} ${shown.letter} ${shown.statement?.id}`}>
          <Scene shown={shown} />
        </div>
      </main>
      <footer class="projector-footer">
        <Facts shown={shown} />
        {shown.scene !== 'join' && leadsSomewhere(shown) && <HowToJoin shown={shown} />}
      </footer>
    </>
  )
}

function Scene({ shown }: { shown: StageFrame }) {
  const texts = new Map(shown.texts)
  switch (shown.scene) {
    case 'join':
      return <JoinScene shown={shown} />
    case 'map':
      return <MapScene shown={shown} texts={texts} />
    case 'portrait':
      return <PortraitScene shown={shown} texts={texts} />
    case 'consensus':
      return <ConsensusScene shown={shown} texts={texts} />
    case 'statement':
      return <StatementScene shown={shown} />
    case 'word':
      return <WordScene shown={shown} />
    case 'countdown':
      return <CountdownScene shown={shown} />
  }
}

/** What has to be known whatever is shown. */
function Tags({ shown: { conversation } }: { shown: StageFrame }) {
  const { isRehearsal, isSample, state } = conversation
  return (
    <p class="tags">
      {isRehearsal && <span class="tag tag-sample">{say('tagRehearsal')}</span>}
      {isSample && !isRehearsal && <span class="tag tag-sample">{say('tagSample')}</span>}
      {state === 'closed' && <span class="tag">{say('tagClosed')}</span>}
      {state === 'paused' && <span class="tag">{say('tagPaused')}</span>}
      {state === 'upcoming' && <span class="tag">{say('tagUpcoming')}</span>}
    </p>
  )
}

/** How many people, and how fresh the map is. */
function Facts({ shown }: { shown: StageFrame }) {
  const { people, votes, map, isFrozen, replay } = shown
  return (
    <div class="hall-facts">
      <p>
        <strong>{howMany(people, votes)}</strong>
        {people > 0 && votes > 0 && <span>{say('votes', { count: votes })}</span>}
      </p>
      <p class="hall-fresh" role="status">
        {link.value === 'lost'
          ? say('connectionLost')
          : replay !== null && map !== null
            ? say('replayStep', { count: map.people, step: replay.step, of: replay.of })
            : map !== null && freshness(map.publishedAt, map.people, isFrozen)}
      </p>
    </div>
  )
}

/** People are counted in fives: the first few are there before there is a number of them. */
function howMany(people: number, votes: number): string {
  if (people > 0) return say('people', { count: people })
  return votes > 0 ? say('peopleFirst') : say('peopleNone')
}

function freshness(publishedAt: number, count: number, isFrozen: boolean): string {
  const time = sayTime(publishedAt, Date.now())
  return isFrozen ? say('mapFrozen', { time }) : say('mapOf', { time, count })
}

function HowToJoin({ shown }: { shown: StageFrame }) {
  const { code, takePart, conversation } = shown
  const address = typed(publicAddress(code === null ? takePart : pages.join()))
  return (
    <div class="hall-to-join">
      <p>
        {conversation.state === 'closed' ? say('resultsShort', { address }) : say('joinShort', { address })}
        {code !== null && <strong class="hall-code-small">{code}</strong>}
      </p>
      <QrCode address={addressToScan(shown)} />
    </div>
  )
}

const root = document.getElementById('page')
if (root) {
  if (boot.conversation) {
    const { id } = boot.conversation
    void followStage(id, takeToken(id))
    stayAwake()
    addEventListener('keydown', ({ key }) => {
      if (key.toLowerCase() === 'f') void document.documentElement.requestFullscreen().catch(() => undefined)
    })
  }
  render(<Projector />, root)
}
