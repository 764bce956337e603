// The reader's own votes: to look at, to filter, to change and to withdraw. A row stays where it is while one works on
// it, whatever becomes of its vote.
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { Vote } from '../../server/protocol/values.ts'
import { conversation, statements } from '../conversation/state.ts'
import { say } from '../page/boot.ts'
import { answers, AnswerIcon } from './answers.tsx'
import { changeVote } from './ballot.ts'
import { ownStateWords } from '../../server/protocol/page-words.ts'
import { ownStatements } from '../write/writing.ts'
import { ownVotes } from './ballot-state.ts'

type Filter = Vote | 'all'
const filters: readonly Filter[] = ['all', 1, -1, 0]

/** Folded away until asked for; not there before the first vote. */
export function MyVotes() {
  const isOpen = useSignal(false)
  const hasBeenThere = useRef(false)
  const { size } = ownVotes.value
  if (size > 0) hasBeenThere.current = true
  if (!hasBeenThere.current) return null
  return (
    <details class="my-votes" onToggle={(event) => (isOpen.value = event.currentTarget.open)}>
      <summary>{say('myVotes', { count: size })}</summary>
      {isOpen.value && <List />}
    </details>
  )
}

function List() {
  const filter = useSignal<Filter>('all')
  const rows = useRef(new Set<number>())
  for (const [id, vote] of ownVotes.value) {
    if (filter.value === 'all' || filter.value === vote) rows.current.add(id)
  }
  function choose(next: Filter): void {
    rows.current = new Set()
    filter.value = next
  }
  const shown = [...rows.current].sort((first, second) => first - second)
  return (
    <>
      <fieldset class="my-votes-filter">
        <legend class="visually-hidden">{say('myVotesFilter')}</legend>
        {filters.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="my-votes-filter"
              checked={filter.value === each}
              onChange={() => choose(each)}
            />
            {each === 'all'
              ? say('myVotesAll')
              : say(answers.find(({ vote }) => vote === each)?.word ?? 'pass')}
          </label>
        ))}
      </fieldset>
      {shown.length === 0 && <p class="quiet">{say('myVotesNone')}</p>}
      <ul>
        {shown.map((id) => (
          <Row key={id} id={id} vote={ownVotes.value.get(id)} />
        ))}
      </ul>
    </>
  )
}

function Row({ id, vote }: { id: number; vote: Vote | undefined }) {
  const text = statements.value.get(id)
  /** A statement of one's own that others cannot vote on, be it not yet or not any more. */
  const own = text === undefined ? ownStatements.value.find((each) => each.id === id) : undefined
  const isOpen = conversation.value?.isOpen ?? false
  const canChange = isOpen && text !== undefined
  const canWithdraw = isOpen && vote !== undefined
  const name = `my-vote-${id}`
  return (
    <li>
      <p id={name} class="written" dir="auto">
        {text ?? own?.text ?? say('statementGone')}
      </p>
      {own && <p class="quiet">{say(ownStateWords[own.state])}</p>}
      <div class="my-vote-answers" role="group" aria-labelledby={name}>
        {answers.map(({ vote: each, word, icon }) => (
          <button
            key={word}
            type="button"
            aria-pressed={vote === each}
            aria-disabled={!canChange}
            onClick={() => canChange && vote !== each && changeVote(id, each)}
          >
            <AnswerIcon word={word} path={icon} />
            {say(word)}
          </button>
        ))}
        <button
          type="button"
          class="my-vote-withdraw"
          aria-disabled={!canWithdraw}
          onClick={() => canWithdraw && changeVote(id, null)}
        >
          {vote === undefined ? say('voteWithdrawn') : say('withdrawVote')}
        </button>
      </div>
    </li>
  )
}
