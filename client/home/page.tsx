// The front page: what can be talked about here.
import { render } from 'preact'
import { pages } from '../../server/protocol/addresses.ts'
import type { Conversation } from '../../server/protocol/conversation.ts'
import { conversations, listHasFailed, loadConversations } from '../conversation/list.ts'
import { say } from '../page/boot.ts'
import { linkTo } from '../page/link-to.ts'
import { ConversationTags, Shell } from '../page/shell.tsx'

function Home() {
  return (
    <div class="column">
      <h1>{say('homeHeading')}</h1>
      <p class="lead">{say('homeIntroduction')}</p>
      <Lists />
    </div>
  )
}

function Lists() {
  const all = conversations.value
  if (!all) {
    if (!listHasFailed.value) return <p class="quiet">{say('loading')}</p>
    return (
      <p class="notice notice-trouble" role="alert">
        {say('listFailed')}{' '}
        <button type="button" class="button button-quiet" onClick={() => void loadConversations()}>
          {say('tryAgain')}
        </button>
      </p>
    )
  }
  if (all.length === 0) return <Empty />
  const open = all.filter(({ isOpen }) => isOpen)
  const closed = all.filter(({ isOpen }) => !isOpen)
  return (
    <>
      {open.length > 0 && <List heading={say('openConversations')} shown={open} />}
      {closed.length > 0 && <List heading={say('closedConversations')} shown={closed} />}
    </>
  )
}

function List({ heading, shown }: { heading: string; shown: readonly Conversation[] }) {
  return (
    <section class="cards">
      <h2>{heading}</h2>
      <ul>
        {shown.map((conversation) => (
          <li class="card" key={conversation.id}>
            <h3 class="written" dir="auto">
              <a href={linkTo(pages.takePart(conversation.id))}>{conversation.topic}</a>
            </h3>
            <p class="card-facts">
              <span>{say('people', { count: conversation.counts.participants })}</span>
              <span>{say('votes', { count: conversation.counts.votes })}</span>
              <span>{say('statements', { count: conversation.counts.statements })}</span>
              <ConversationTags isSample={conversation.isSample} state={conversation.state} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Empty() {
  return (
    <section class="empty">
      <h2>{say('homeEmpty')}</h2>
      <p>{say('homeEmptyLater')}</p>
      <p>
        <a href={linkTo(pages.facilitate())}>{say('homeEmptyStaff')}</a>
      </p>
    </section>
  )
}

const root = document.getElementById('page')
if (root) {
  void loadConversations()
  render(
    <Shell>
      <Home />
    </Shell>,
    root,
  )
}
