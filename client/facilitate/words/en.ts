// English words of the pages for facilitators, a file for each page. The catalogue that the other follows.
import { conversation } from './en/conversation.ts'
import { list } from './en/list.ts'
import { monitoring } from './en/monitoring.ts'
import { settings } from './en/settings.ts'
import { statements } from './en/statements.ts'
import { writings } from './en/writings.ts'

export const en = {
  ...list,
  ...conversation,
  ...monitoring,
  ...settings,
  ...writings,
  ...statements,
} as const
