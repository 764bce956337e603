// Welsh words of the pages for facilitators: the same keys as en.ts.
import type { CatalogueOf } from '../../../server/protocol/words/catalogue.ts'
import type { en } from './en.ts'
import { conversation } from './cy/conversation.ts'
import { list } from './cy/list.ts'
import { monitoring } from './cy/monitoring.ts'
import { settings } from './cy/settings.ts'
import { statements } from './cy/statements.ts'
import { writings } from './cy/writings.ts'

export const cy: CatalogueOf<typeof en> = {
  ...list,
  ...conversation,
  ...monitoring,
  ...settings,
  ...writings,
  ...statements,
}
