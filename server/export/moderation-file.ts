// moderation.csv: every decision about a statement, oldest first. Everybody may see what was decided and why; who decided, what
// they noted and the texts are the owner's.
import type { StoredEvent } from '../store/moderation-store.ts'
import { moderationLogColumns } from '../moderation/moderation-log.ts'
import type { Cell } from './csv-text.ts'
import type { Contents } from './contents.ts'
import { csvFile, type ExportFile } from './export-file.ts'

type Column = (typeof moderationLogColumns)[number]

const PUBLIC: readonly Column[] = [
  'event',
  'time',
  'decision',
  'statement',
  'from',
  'to',
  'reason-en',
  'reason-cy',
  'related-statements',
]

export function moderationFile({ data, kind, style }: Contents): ExportFile {
  const columns = kind === 'everything' ? moderationLogColumns : PUBLIC
  const textOf = new Map(data.statements.map(({ id, text, isWithdrawn }) => [id, isWithdrawn ? '' : text]))
  return csvFile(
    'moderation.csv',
    columns,
    function* () {
      for (const event of data.events) {
        const cells = cellsOf(event, textOf.get(event.statement) ?? '')
        yield columns.map((column) => cells[column])
      }
    },
    style,
  )
}

function cellsOf(event: StoredEvent, text: string): Readonly<Record<Column, Cell>> {
  return {
    event: event.id,
    act: event.act,
    time: new Date(event.timeMs).toISOString(),
    moderator: event.moderator,
    decision: event.kind,
    statement: event.statement,
    text,
    from: event.from,
    to: event.to,
    'reason-en': event.reason,
    'reason-cy': event.reasonWelsh,
    note: event.note,
    'related-statements': event.related.join(' '),
    'undoes-act': event.undoes,
  }
}
