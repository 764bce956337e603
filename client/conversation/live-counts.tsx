import { say, sayNumber } from '../page/boot.ts'
import { counts } from './state.ts'

/** People, votes and statements so far, as they change; `open` is how many statements one may vote on, where that is known. */
export function LiveCounts({ open }: { open: number | undefined }) {
  const { participants, votes, statements } = counts.value
  return (
    <dl class="counts">
      <Count name={say('countPeople')} value={participants} />
      <Count name={say('countVotes')} value={votes} />
      <Count name={say('countStatements')} value={open ?? statements} />
    </dl>
  )
}

function Count({ name, value }: { name: string; value: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{sayNumber(value)}</dd>
    </div>
  )
}
