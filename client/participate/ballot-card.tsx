// One statement at a time, three answers of equal weight, and how far the reader has come.
import { effect, useSignalEffect } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { ConversationState } from '../../server/protocol/conversation.ts'
import type { ErrorCode } from '../../server/protocol/errors.ts'
import type { Vote } from '../../server/protocol/values.ts'
import { connectionState, conversation } from '../conversation/state.ts'
import { say, sayError } from '../page/boot.ts'
import { answers, AnswerIcon } from './answers.tsx'
import { castVote, undoLastVote } from './ballot.ts'
import { chosen, current, lastCast, ownVotes, progress, refusal, waiting } from './ballot-state.ts'
import { ReportStatement } from './report-statement.tsx'
import { headings, NotOpen } from './not-open.tsx'
import { isTypingIn, keysAreOn, turnKeys, voteOfKey } from './keys.ts'

/** The ballot: a statement with its buttons, or why there is none. */
export function BallotCard() {
  const isOpen = conversation.value?.isOpen ?? true
  const statement = current.value
  if (!isOpen) return <NotOpen />
  if (statement === null) {
    if (progress.value?.of === 0)
      return <Ending heading={say('noStatements')} text={say('noStatementsMore')} />
    return (
      <Ending
        heading={say('allDone')}
        text={waiting.value > 0 ? say('allDoneWaiting') : say('allDoneMore')}
        isReached
      />
    )
  }
  return (
    <section class="ballot" aria-labelledby="ballot-heading">
      <h2 id="ballot-heading" tabindex={-1}>
        {say('statementHeading')}
      </h2>
      <blockquote class="statement written" dir="auto" key={statement?.id}>
        <p>{statement ? statement.text : say('connecting')}</p>
      </blockquote>
      <Answers />
      <Refusal />
      <Undo />
      <Progress />
      <KeysSwitch />
      {statement && <ReportStatement key={statement.id} statement={statement} />}
    </section>
  )
}

function Answers() {
  const pressed = chosen.value
  useLayoutEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const { key, ctrlKey, altKey, metaKey, repeat } = event
      const isTyping = isTypingIn(event.target)
      const vote = voteOfKey({ key, ctrlKey, altKey, metaKey, repeat, isTyping })
      if (vote === undefined || !keysAreOn.value) return
      event.preventDefault()
      castVote(vote)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  const isIdle = !current.value || pressed !== null
  return (
    <div class="answers" role="group" aria-labelledby="ballot-heading">
      {answers.map(({ vote, key, word, icon }) => (
        <button
          key={word}
          type="button"
          class={`answer answer-${word}`}
          aria-disabled={isIdle}
          data-chosen={pressed === vote || undefined}
          aria-keyshortcuts={keysAreOn.value ? key : undefined}
          onClick={() => castVote(vote satisfies Vote)}
        >
          <AnswerIcon word={word} path={icon} />
          {say(word)}
        </button>
      ))}
    </div>
  )
}

function Refusal() {
  const code = refusal.value
  if (!code) return null
  return (
    <p class="notice notice-trouble" role="alert">
      {wordsOf(code)}
    </p>
  )
}

/** A vote that is to come again later is kept and sent by itself; of all else that is refused so, people try again. */
function wordsOf(code: ErrorCode): string {
  if (code === 'storage-unavailable') return say('voteKept')
  if (code === 'too-many-messages') return say('voteSoon')
  return sayError(code)
}

function Progress() {
  const known = progress.value
  if (!known) return <p class="progress">{say('howToVote')}</p>
  const { voted } = known
  return (
    <div class="progress">
      <p>
        {voted === 0 ? say('progressNone', { count: known.of }) : say('progress', { voted, count: known.of })}
      </p>
      <div class="progress-bar" aria-hidden="true">
        <span style={{ inlineSize: `${(100 * voted) / Math.max(1, known.of)}%` }} />
      </div>
      {voted === 0 && <p class="quiet">{say('howToVote')}</p>}
    </div>
  )
}

/** What was voted last, and the way back. */
function Undo() {
  const last = lastCast.value
  const vote = last && ownVotes.value.get(last.id)
  const past = answers.find((answer) => answer.vote === vote)?.past
  // While the vote is on its way the pressed button says so already.
  if (!last || !past || chosen.value !== null) return null
  function undo(): void {
    undoLastVote()
    // This button goes; what it was for is to answer again.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body)
        document.querySelector<HTMLButtonElement>('.answer')?.focus()
    })
  }
  return (
    <p class="undo">
      <span>{say(past)}</span>
      <button type="button" class="text-button" onClick={undo}>
        {say('undo')}
      </button>
    </p>
  )
}

/** For those who have a keyboard; shown by the style sheet where there is a fine pointer. */
function KeysSwitch() {
  return (
    <label class="keys-switch">
      <input
        type="checkbox"
        checked={keysAreOn.value}
        onChange={(event) => turnKeys(event.currentTarget.checked)}
      />
      {say('useKeys')}
    </label>
  )
}

/** The end of voting; takes the focus when the reader has come here by voting, whose button is gone. */
function Ending({
  heading,
  text,
  isReached = false,
}: {
  heading: string
  text: string
  isReached?: boolean
}) {
  const title = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    if (isReached && hasVotedHere && document.activeElement === document.body) title.current?.focus()
  }, [])
  return (
    <section class="ballot ballot-ending">
      <h2 ref={title} tabindex={-1}>
        {heading}
      </h2>
      <p>{text}</p>
      {isReached && <Undo />}
      <Refusal />
    </section>
  )
}

let hasVotedHere = false

/** Whoever is on the ballot when voting stops or begins is on what takes its place. Runs before that is drawn. */
function followBallot(): void {
  void conversation.value?.isOpen
  if (!document.activeElement?.closest('.ballot')) return
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('.ballot > h2')?.focus()
  })
}

/** What a screen reader is told: the next statement, the end, the state of the connection. */
export function Announcer() {
  const region = useRef<HTMLParagraphElement>(null)
  const before = useRef<{ statement: number | null | undefined; state: string; open?: ConversationState }>({
    statement: undefined,
    state: '',
  })
  /** The statement voted on last; asked about again, it has been undone. */
  const lastAsked = useRef<number | null | undefined>(undefined)
  useSignalEffect(() => {
    const statement = current.value
    const state = connectionState.value
    const open = conversation.value?.state ?? 'open'
    const { statement: lastStatement, state: lastState, open: lastOpen = open } = before.current
    const now = statement === null ? null : statement?.id
    before.current = { statement: now, state, open }
    if (chosen.value !== null) lastAsked.current = now
    if (chosen.value !== null) hasVotedHere = true
    let text: string | undefined
    if (state !== lastState && state === 'lost') text = say('connectionLost')
    else if (state === 'open' && lastState === 'lost') text = say('connectionBack')
    else if (open !== lastOpen) {
      text = open === 'open' ? say('votingOpened') : say(headings[open])
    } else if (lastStatement !== undefined && now !== lastStatement && hasVotedHere) {
      if (!statement) text = say('allDone')
      else if (statement.id === lastAsked.current) text = say('undone', { text: statement.text })
      else text = say('nextStatement', { text: statement.text })
    }
    if (text !== undefined && region.current) region.current.textContent = text
  })
  useLayoutEffect(() => effect(followBallot), [])
  return <p class="visually-hidden" role="status" ref={region} />
}
