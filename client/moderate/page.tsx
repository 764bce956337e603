// The queue of one conversation, for its moderators: made for speed, with the keys alone if one likes.
import { render } from 'preact'
import { useEffect } from 'preact/hooks'
import * as v from 'valibot'
import { moderationNews } from '../../server/protocol/moderation.ts'
import { staffApi } from '../../server/protocol/staff/addresses.ts'
import { boot, sayNumber } from '../page/boot.ts'
import { ConversationNavigation } from '../staff/conversation-navigation.tsx'
import { followNews, newsState } from '../staff/staff-socket.ts'
import { StaffShell } from '../staff/staff-shell.tsx'
import { focusCurrent, run } from './commands.ts'
import { announcement, isDeciding, undoable } from './decide.ts'
import { openDialog } from './dialogs.ts'
import { FilterBar } from './filter-bar.tsx'
import { filters, isNarrowed } from './filters.ts'
import { HelpDialog } from './help-dialog.tsx'
import { areKeysOn, commandOf, takesLetters } from './keys.ts'
import { loadLists } from './lists.ts'
import { ListsSection } from './lists-section.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import * as queue from './queue.ts'
import { QueueItem } from './queue-item.tsx'
import { RejectDialog } from './reject-dialog.tsx'
import { RewordDialog, SplitDialog } from './reword-dialogs.tsx'
import { say } from './say.ts'

function Page() {
  useEffect(() => {
    void loadLists()
    addEventListener('keydown', hearKey)
    return followNews(queue.conversation, 'moderation', {
      onStart: () => void queue.load(),
      onNews: hearNews,
    })
  }, [])
  return (
    <StaffShell>
      <div class="moderate">
        <header class="facilitate-head moderate-head">
          <p class="quiet written" dir="auto">
            {boot.conversation?.topic}
          </p>
          <h1>{say('heading')}</h1>
          <ConversationNavigation id={queue.conversation} />
          <p class="moderate-tools">
            <button
              type="button"
              class="button button-quiet button-small"
              aria-disabled={undoable.value.length === 0 || isDeciding.value}
              aria-keyshortcuts="u"
              onClick={() => void run('undo')}
            >
              {say('undo')} <kbd aria-hidden="true">u</kbd>
            </button>
            <button
              type="button"
              class="button button-quiet button-small"
              aria-keyshortcuts="?"
              onClick={() => void run('help')}
            >
              {say('keys')} <kbd aria-hidden="true">?</kbd>
            </button>
            <a class="log-link" href={staffApi.moderationLog(queue.conversation)} download>
              {say('downloadLog')}
            </a>
          </p>
        </header>
        <FilterBar />
        <div role="alert">
          {queue.trouble.value !== null && (
            <p class="notice notice-trouble">
              {queue.trouble.value.message}{' '}
              {queue.items.value === undefined && (
                <button type="button" class="link-button" onClick={() => void queue.load()}>
                  {say('tryAgain')}
                </button>
              )}
            </p>
          )}
          {newsState.value === 'lost' && <p class="notice">{say('newsLost')}</p>}
        </div>
        <Queue />
        <ListsSection />
      </div>
      <Dialogs />
    </StaffShell>
  )
}

function Queue() {
  const items = queue.items.value
  return (
    <section aria-labelledby="queue-heading" aria-busy={queue.isLoading.value}>
      <div class="queue-bar">
        <h2 id="queue-heading" tabindex={-1} class="queue-heading">
          {items === undefined ? say('loading') : queueWords(items.length)}
        </h2>
        {items !== undefined && items.length > 0 && <ChooseBar shown={items.length} />}
        <p class="moderate-said" role="status">
          {announcement.value}
        </p>
      </div>
      {items?.length === 0 && (
        <p class="empty">
          {say(isNarrowed(filters.value) ? 'emptyNarrowed' : emptyWords[filters.value.state])}
        </p>
      )}
      <ul class="queue">
        {items?.map((item) => (
          <QueueItem key={item.id} item={item} />
        ))}
      </ul>
      {queue.hasMore.value && (
        <p>
          <button type="button" class="button button-quiet" onClick={() => void queue.loadMore()}>
            {say('loadMore')}
          </button>
        </p>
      )}
    </section>
  )
}

const emptyWords = {
  pending: 'emptyPending',
  accepted: 'emptyState',
  rejected: 'emptyState',
  merged: 'emptyState',
  withdrawn: 'emptyState',
  all: 'emptyState',
} as const

function queueWords(shown: number): string {
  const { state } = filters.value
  const all = state === 'all' || isNarrowed(filters.value) ? undefined : queue.counts.value?.[state]
  if (all === undefined || all <= shown) return say('listed', { count: shown })
  return say('listedOf', { count: shown, all: sayNumber(all) })
}

const severalCommands = ['accept', 'reject', 'merge', 'return'] as const

/** Choosing several, and what can be done about all of them. */
function ChooseBar({ shown }: { shown: number }) {
  const count = queue.chosen.value.size
  const mayReturn = queue.targets.value.some(({ state }) => state !== 'pending')
  return (
    <div class="choose-bar" role="group" aria-label={say('chooseLegend')}>
      <label class="choice">
        <input
          type="checkbox"
          checked={count === shown}
          ref={(box) => {
            if (box !== null) box.indeterminate = count > 0 && count < shown
          }}
          onChange={() => (count === shown ? queue.chooseNone() : queue.chooseAllShown())}
        />
        {count === 0 ? say('chooseAll') : say('chosen', { count })}
      </label>
      {count > 0 &&
        (mayReturn ? severalCommands : severalCommands.slice(0, 3)).map((command) => (
          <button
            key={command}
            type="button"
            class={command === 'accept' ? 'button button-small' : 'button button-quiet button-small'}
            aria-disabled={isDeciding.value}
            onClick={() => void run(command)}
          >
            {say(command)}
          </button>
        ))}
    </div>
  )
}

function Dialogs() {
  switch (openDialog.value) {
    case 'reject':
      return <RejectDialog />
    case 'merge':
      return <MergeDialog />
    case 'reword':
      return <RewordDialog />
    case 'split':
      return <SplitDialog />
    case 'help':
      return <HelpDialog />
    case null:
      return null
  }
}

function hearKey(event: KeyboardEvent): void {
  if (!areKeysOn.value || openDialog.value !== null) return
  const command = commandOf(event, takesLetters(document.activeElement))
  if (command === null) return
  event.preventDefault()
  void run(command)
}

function hearNews(document: unknown): void {
  const news = v.safeParse(moderationNews, document)
  if (!news.success) return
  const { counts, claims, changed } = news.output
  queue.counts.value = counts
  queue.claims.value = claims
  if (changed === null) {
    void queue.refresh()
    return
  }
  const isInQueue = globalThis.document.activeElement?.closest('.queue') !== null
  queue.patch(changed)
  // Another moderator has taken away what had the focus.
  if (isInQueue && openDialog.value === null) focusCurrent()
}

const root = document.getElementById('page')
if (root) render(<Page />, root)
