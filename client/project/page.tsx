// The projector: the map for a hall, with the question, the counts, what each group stands for and how to join. It
// watches and never votes, and nobody has to touch it.
import { render } from 'preact'
import { pages } from '../../server/protocol/addresses.ts'
import { PROTOCOL_VERSION } from '../../server/protocol/version.ts'
import { ConnectionNotice } from '../connection/connection-notice.tsx'
import { connect, type Connection } from '../connection/connection.ts'
import { LiveCounts } from '../conversation/live-counts.tsx'
import {
  afterDrawing,
  connectionReason,
  connectionState,
  conversation,
  counts,
  loadStatements,
  receive,
  snapshot,
  startFrom,
  statements,
} from '../conversation/state.ts'
import { OpinionMap } from '../map/opinion-map.tsx'
import { certaintyOf } from '../map/certainty.ts'
import { sayFreshness } from '../map/freshness.ts'
import { boot, say } from '../page/boot.ts'
import { publicAddress } from '../page/public-address.ts'
import { Problem } from '../page/problem.tsx'
import { ConversationTags } from '../page/shell.tsx'
import { Legend } from './legend.tsx'
import { QrCode } from './qr-code.tsx'
import { stayAwake } from './stay-awake.ts'

function watch(id: string): void {
  const connection: Connection = connect({
    hello: () => ({
      type: 'hello',
      protocol: PROTOCOL_VERSION,
      conversation: id,
      role: 'watcher',
      ...(snapshot.value && { snapshotVersion: snapshot.value.version }),
    }),
    onMessage(message) {
      receive(message)
      if (message.type !== 'snapshot') return
      // A statement that was added since: its text is needed before a group can stand for it.
      const ids = message.groups.flatMap(({ representative }) =>
        representative.map(({ statement }) => statement),
      )
      if (ids.some((statement) => !statements.value.has(statement)))
        void loadStatements(id).catch(() => undefined)
      afterDrawing(() => connection.send({ type: 'grant-credit' }))
    },
    onState(state, reason) {
      connectionState.value = state
      connectionReason.value = reason
    },
  })
}

function Projector() {
  const shown = conversation.value
  if (!shown) {
    return (
      <main class="projector-problem">
        <Problem />
      </main>
    )
  }
  const map = snapshot.value
  const address = publicAddress(pages.takePart(shown.id))
  return (
    <>
      <header class="projector-header">
        <h1 dir="auto">{shown.topic}</h1>
        <p class="tags">
          <ConversationTags isSample={shown.isSample} isOpen={shown.isOpen} />
        </p>
      </header>
      <main class="projector-main">
        {map?.state === 'groups' ? (
          <>
            <OpinionMap
              snapshot={map}
              label={say('mapPictureProjector', { count: map.groups.length })}
              scale={1.4 * Math.max(1, innerHeight / 1080)}
            />
            <Legend snapshot={map} texts={statements.value} />
          </>
        ) : (
          <p class="projector-waiting">
            {map
              ? say('mapOpens', { count: map.opensAt, now: counts.value.participants })
              : say('connecting')}
          </p>
        )}
      </main>
      <footer class="projector-footer">
        <div class="projector-facts">
          <LiveCounts />
          <p class="projector-fresh">
            {map?.state === 'groups' && sayFreshness(map, counts.value, Date.now())}
            {map?.state === 'groups' && certaintyOf(map) === 'none' && ` ${say('mapNoGroups')}`}
          </p>
        </div>
        <div class="projector-join">
          <p>
            <span>{say('joinScan')}</span>
            <strong>{address.replace(/^https?:\/\//, '')}</strong>
          </p>
          <QrCode address={address} />
        </div>
      </footer>
      <ConnectionNotice lost={say('connectionLostWatcher')} />
    </>
  )
}

const root = document.getElementById('page')
if (root) {
  if (boot.conversation) {
    startFrom(boot.conversation)
    watch(boot.conversation.id)
    stayAwake()
  }
  render(<Projector />, root)
}
