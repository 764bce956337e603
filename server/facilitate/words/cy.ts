// Welsh: the same keys as en.ts.
import type { CatalogueOf } from '../../protocol/words/catalogue.ts'
import type { en } from './en.ts'

export const cy: CatalogueOf<typeof en> = {
  topicRule: 'Rhowch bwnc o 300 nod ar y mwyaf.',
  descriptionRule: 'Rhowch 20,000 nod ar y mwyaf.',
  purposeRule:
    'Mae hwn yn hirach na’r lle sydd ar gael. Byrhewch ef: 300 nod ar y mwyaf i’r cwestiwn, 600 i bwy sy’n penderfynu ac i’r cyswllt, 1,000 i’r hyn all newid a’r hyn sy’n digwydd nesaf, 20,000 i’r cefndir, a 12 dyddiad.',
  questionsRule:
    'Caniateir 8 cwestiwn ar y mwyaf gydag 20 ateb yr un, a 200 nod ar y mwyaf mewn cwestiwn neu ateb.',
  unknownSetting: 'Nid oes gosodiad o’r fath.',
}
