// Welsh: the same keys as en.ts.
import type { CatalogueOf } from '../../protocol/words/catalogue.ts'
import type { en } from './en.ts'

export const cy: CatalogueOf<typeof en> = {
  topicRule: 'Rhowch bwnc o 300 nod ar y mwyaf.',
  descriptionRule: 'Rhowch 20,000 nod ar y mwyaf.',
  purposeRule:
    'Llenwch y cwestiwn, pwy sy’n penderfynu, beth all newid a beth sy’n digwydd nesaf, ym mhob iaith yr ydych wedi’i dechrau; mae angen dyddiad ac ychydig eiriau ar bob diwrnod.',
  unknownSetting: 'Nid oes gosodiad o’r fath.',
}
