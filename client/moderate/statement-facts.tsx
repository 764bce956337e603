// What is told of a statement beside its words: state, votes, language, what the checks found.
import type { QueueItem } from '../../server/protocol/moderation.ts'
import { languageNames } from '../words/words.ts'
import { sayTime } from '../page/boot.ts'
import { filters } from './filters.ts'
import { say } from './say.ts'

export const stateWords = {
  pending: 'statePending',
  accepted: 'stateAccepted',
  rejected: 'stateRejected',
  merged: 'stateMerged',
  withdrawn: 'stateWithdrawn',
} as const

export const concernWords = {
  link: 'concernLink',
  repeat: 'concernRepeat',
  email: 'concernEmail',
  phone: 'concernPhone',
  postcode: 'concernPostcode',
  name: 'concernName',
  word: 'concernWord',
  address: 'concernAddress',
} as const

/** Number, state and votes, in one line. */
export function VotesAndState({ item }: { item: QueueItem }) {
  return (
    <span class="item-facts">
      <span>{`#${item.id}`}</span>
      <span>{say(stateWords[item.state])}</span>
      <span>{item.votes === null ? say('votesFew') : say('votesMany', { count: item.votes })}</span>
    </span>
  )
}

/** Everything that is known without opening it. */
export function Facts({ item }: { item: QueueItem }) {
  const { id, state, isOpen, votes, createdAtMs, language, successors, derivedFrom, similarTo } = item
  return (
    <p class="item-facts">
      <span class="item-number">{`#${id}`}</span>
      {filters.value.state !== state && <span>{say(stateWords[state])}</span>}
      {state === 'pending' && isOpen && <span>{say('shownUnseen')}</span>}
      <span>{language === null ? say('languageUnknown') : languageNames[language]}</span>
      <span>{sayTime(createdAtMs, Date.now())}</span>
      {votes !== null && <span>{say('votesMany', { count: votes })}</span>}
      {votes === null && state !== 'pending' && <span>{say('votesFew')}</span>}
      {successors.length > 0 && <span>{say('standsInPlace', { numbers: numbers(successors) })}</span>}
      {derivedFrom !== null && <span>{say('madeOf', { number: `#${derivedFrom}` })}</span>}
      {similarTo !== null && <span>{say('likeOther', { number: `#${similarTo}` })}</span>}
    </p>
  )
}

/** What a moderator should look at. */
export function Tags({ item: { isSeed, isMeta, concerns, reports } }: { item: QueueItem }) {
  return (
    <p class="tags">
      {reports > 0 && <span class="tag tag-trouble">{say('tagReported', { count: reports })}</span>}
      {concerns.map((concern) => (
        <span key={concern} class="tag tag-sample">
          {say(concernWords[concern])}
        </span>
      ))}
      {isSeed && <span class="tag">{say('tagSeed')}</span>}
      {isMeta && <span class="tag">{say('tagMeta')}</span>}
    </p>
  )
}

function numbers(ids: readonly number[]): string {
  return ids.map((id) => `#${id}`).join(', ')
}
