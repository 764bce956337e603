// The overview for facilitators: which conversations there are, how far they have come, which addresses to share.
import { effect } from '@preact/signals'
import { render } from 'preact'
import { pages } from '../../server/protocol/addresses.ts'
import type { Conversation } from '../../server/protocol/conversation.ts'
import { conversations, listHasFailed, loadConversations } from '../conversation/list.ts'
import { say, sayTime } from '../page/boot.ts'
import { linkTo } from '../page/link-to.ts'
import { publicAddress } from '../page/public-address.ts'
import { ConversationTags } from '../page/shell.tsx'
import { StaffShell } from '../staff/staff-shell.tsx'
import { CopyButton } from './copy-button.tsx'
import { loadMapTimes, mapTimes } from './map-ages.ts'

const REFRESH_MS = 10_000

function Facilitate() {
  return (
    <div class="wide">
      <h1>{say('facilitateHeading')}</h1>
      <p class="lead">{say('facilitateIntroduction')}</p>
      <p class="notice">{say('facilitateNotYet')}</p>
      <section class="cards" aria-labelledby="conversations-heading">
        <h2 id="conversations-heading">{say('facilitateTable')}</h2>
        {listHasFailed.value && (
          <p class="notice notice-trouble" role="alert">
            {say('listFailed')}
          </p>
        )}
        {conversations.value?.length === 0 && <p>{say('homeEmpty')}</p>}
        {conversations.value === undefined && !listHasFailed.value && <p class="quiet">{say('loading')}</p>}
        <ul>
          {conversations.value?.map((conversation) => (
            <Row key={conversation.id} conversation={conversation} />
          ))}
        </ul>
      </section>
      <section class="import">
        <h2>{say('importHeading')}</h2>
        <p>{say('importIntroduction')}</p>
        <pre tabindex={0}>
          <code>npm run -s folkmoot -- import FOLDER</code>
        </pre>
        <p>{say('importAfter')}</p>
      </section>
    </div>
  )
}

function Row({ conversation }: { conversation: Conversation }) {
  const { id, topic, counts, isSample, isOpen } = conversation
  const mapTime = mapTimes.value.get(id)
  return (
    <li class="card">
      <h3 class="written" dir="auto">
        {topic}
      </h3>
      <p class="card-facts">
        <span>{say('people', { count: counts.participants })}</span>
        <span>{say('votes', { count: counts.votes })}</span>
        <span>{say('statements', { count: counts.statements })}</span>
        {mapTime === null && <span>{say('facilitateMapNone')}</span>}
        {typeof mapTime === 'number' && (
          <span>{say('mapFreshness', { time: sayTime(mapTime, Date.now()) })}</span>
        )}
        <ConversationTags isSample={isSample} isOpen={isOpen} />
      </p>
      {conversation.believesNames && <p class="notice notice-trouble">{say('facilitateNames')}</p>}
      <dl class="addresses">
        <Address
          name={say('takePartPage')}
          path={pages.takePart(id)}
          copyLabel={say('copyTakePart', { topic })}
        />
        <Address
          name={say('projectorPage')}
          path={pages.projector(id)}
          copyLabel={say('copyProjector', { topic })}
        />
      </dl>
    </li>
  )
}

function Address({ name, path, copyLabel }: { name: string; path: string; copyLabel: string }) {
  const address = publicAddress(path)
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <a href={linkTo(path)}>{address}</a> <CopyButton address={address} label={copyLabel} />
      </dd>
    </div>
  )
}

const root = document.getElementById('page')
if (root) {
  effect(() => {
    void loadMapTimes(conversations.value?.map(({ id }) => id) ?? [])
  })
  void loadConversations()
  setInterval(() => {
    if (document.visibilityState === 'visible') void loadConversations()
  }, REFRESH_MS)
  render(
    <StaffShell>
      <Facilitate />
    </StaffShell>,
    root,
  )
}
