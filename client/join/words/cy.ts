import type { CatalogueOf } from '../../../server/protocol/words/catalogue.ts'
import type { en } from './en.ts'

export const cy: CatalogueOf<typeof en> = {
  heading: 'Ymunwch â’r sgwrs',
  introduction: 'Teipiwch y chwe llythyren a welwch ar y sgrin yn y neuadd.',
  label: 'Chwe llythyren',
  hint: 'Mae priflythrennau a llythrennau bach ill dwy’n iawn.',
  join: 'Ymuno',
  toAll: 'Dim llythrennau? Gweld pob sgwrs',
}
