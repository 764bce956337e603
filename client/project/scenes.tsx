// The other scenes: joining, agreement, one statement, a word, a countdown.
import { useEffect, useState } from 'preact/hooks'
import { pages } from '../../server/protocol/addresses.ts'
import type { RoomBar, StageFrame } from '../../server/protocol/stage.ts'
import { Marker } from '../map/marker.tsx'
import { sayShare } from '../page/boot.ts'
import { publicAddress } from '../page/public-address.ts'
import { clockAheadMs } from './follow-stage.ts'
import { QrCode } from './qr-code.tsx'
import { say } from './say.ts'
import { Nothing } from './scene-map.tsx'
import { Stances } from './stances.tsx'

/** An address as people type it. */
export function typed(address: string): string {
  return address.replace(/^https?:\/\//, '')
}

/** The address in the picture: with the letters, so that who scans them counts as come to the event. */
export function addressToScan({ code, takePart }: StageFrame): string {
  return publicAddress(code === null ? takePart : `${takePart}?came=${code}`)
}

/** Whether whoever follows the address finds something to do there: after voting only the results are left. */
export function leadsSomewhere({ conversation, results }: StageFrame): boolean {
  return conversation.state !== 'closed' || results === 'shown'
}

export function JoinScene({ shown }: { shown: StageFrame }) {
  const { code, takePart, conversation } = shown
  const isClosed = conversation.state === 'closed'
  if (!leadsSomewhere(shown)) {
    return (
      <section class="hall-column" aria-labelledby="scene-heading">
        <h2 id="scene-heading">{say('joinClosed')}</h2>
        {shown.results === 'hidden' && <p class="hall-lead">{say('mapHidden')}</p>}
      </section>
    )
  }
  return (
    <section class="hall-join" aria-labelledby="scene-heading">
      <div class="hall-column">
        <h2 id="scene-heading">{isClosed ? say('joinClosed') : say('joinHeading')}</h2>
        {isClosed && <p class="hall-lead">{say('joinResults')}</p>}
        <p class="hall-lead">{say('joinScan')}</p>
        <p class="hall-lead">
          {code === null
            ? say('joinAddress', { address: typed(publicAddress(takePart)) })
            : say('joinOr', { address: typed(publicAddress(pages.join())) })}
        </p>
        {code !== null && <p class="hall-code">{code}</p>}
        {!isClosed && <p class="hall-quiet">{say('joinNoName')}</p>}
      </div>
      <QrCode address={addressToScan(shown)} />
    </section>
  )
}

export function ConsensusScene({ shown, texts }: { shown: StageFrame; texts: ReadonlyMap<number, string> }) {
  if (shown.map === null) return <Nothing shown={shown} />
  const { consensus } = shown.map
  return (
    <section class="hall-column" aria-labelledby="scene-heading">
      <h2 id="scene-heading">{say('consensusHeading')}</h2>
      {consensus.length === 0 ? (
        <p class="hall-lead">{say('consensusNothing')}</p>
      ) : (
        <Stances stances={consensus} texts={texts} most={4} />
      )}
    </section>
  )
}

export function StatementScene({ shown }: { shown: StageFrame }) {
  const { statement, results } = shown
  if (statement === null) return <p class="hall-waiting">{say('statementNone')}</p>
  const { text, bars } = statement
  return (
    <section class="hall-statement" aria-labelledby="scene-heading">
      <h2 id="scene-heading" class="hall-quiet">
        {say('statementHeading')}
      </h2>
      <p class={`hall-spoken ${sizeFor(text)}`} dir="auto">
        {text}
      </p>
      {results === 'hidden' ? (
        <p class="hall-lead">{say('statementHidden')}</p>
      ) : bars === null ? (
        <p class="hall-lead">{say('statementTooFew')}</p>
      ) : (
        <>
          <ul class="hall-bars">
            {bars.map((bar, group) => (
              <Bar key={bar.letter} bar={bar} group={group} />
            ))}
          </ul>
          <p class="hall-key" aria-hidden="true">
            <span class="hall-key-agree">{say('barAgree')}</span>
            <span class="hall-key-pass">{say('barPass')}</span>
            <span class="hall-key-disagree">{say('barDisagree')}</span>
          </p>
        </>
      )}
    </section>
  )
}

/** The longer a statement, the smaller it stands, so that its bars have room below it. */
function sizeFor(text: string): string {
  if (text.length > 240) return 'hall-spoken-longest'
  return text.length > 120 ? 'hall-spoken-long' : ''
}

function Bar({ bar: { letter, shares }, group }: { bar: RoomBar; group: number }) {
  const { agree, disagree } = shares ?? { agree: 0, disagree: 0 }
  const words = shares && {
    agree: sayShare(agree),
    disagree: sayShare(disagree),
    pass: sayShare(Math.max(0, 1 - agree - disagree)),
  }
  return (
    <li>
      <span class="hall-bar-group">
        <Marker group={group} /> {letter}
      </span>
      {words === null ? (
        <span class="hall-quiet">{say('barTooFew')}</span>
      ) : (
        <>
          <svg class="hall-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect class="hall-bar-pass" width="100" height="10" />
            <rect class="hall-bar-agree" width={100 * agree} height="10" />
            <rect class="hall-bar-disagree" x={100 * (1 - disagree)} width={100 * disagree} height="10" />
          </svg>
          <span class="visually-hidden">{say('barShares', words)}</span>
          <span class="hall-bar-share" aria-hidden="true">
            {words.agree}
          </span>
          <span class="hall-bar-share" aria-hidden="true">
            {words.disagree}
          </span>
        </>
      )}
    </li>
  )
}

export function WordScene({ shown }: { shown: StageFrame }) {
  return (
    <p class={`hall-word${shown.word.length > 90 ? ' hall-word-long' : ''}`} dir="auto">
      {shown.word || say('wordWaiting')}
    </p>
  )
}

export function CountdownScene({ shown }: { shown: StageFrame }) {
  const { countdown, word } = shown
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 200)
    return () => clearInterval(timer)
  }, [])
  if (countdown === null) return <p class="hall-word">{say('wordWaiting')}</p>
  const left = Math.max(0, Math.ceil((countdown.endsAt - now - clockAheadMs.value) / 1000))
  return (
    <section class="hall-countdown" aria-labelledby="scene-heading">
      <h2 id="scene-heading" class="hall-lead">
        {left > 0 ? say('countdownLeft') : say('countdownOver')}
      </h2>
      <p class="hall-time" role="timer">
        {Math.floor(left / 60)}:{`${left % 60}`.padStart(2, '0')}
      </p>
      {word !== '' && (
        <p class="hall-lead" dir="auto">
          {word}
        </p>
      )}
    </section>
  )
}
