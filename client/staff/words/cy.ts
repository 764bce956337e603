// Welsh words of the staff pages.
import type { CatalogueOf } from '../../../server/protocol/words/catalogue.ts'
import type { en } from './en.ts'

export const cy: CatalogueOf<typeof en> = {
  navigation: 'Staff',
  conversations: 'Sgyrsiau',
  team: 'Tîm',
  auditLog: 'Cofnod archwilio',
  yourAccount: 'Eich cyfrif',
  signOut: 'Allgofnodi',
  signedOutNotice: 'Nid ydych wedi mewngofnodi mwyach. Mae’r hyn a deipioch yma o hyd.',
  signInAgain: 'Mewngofnodi eto mewn tab newydd',
  codesMissing:
    'Fel perchennog mae angen codau untro arnoch. Nes iddynt gael eu gosod, mae’r hyn y caiff perchnogion yn unig ei wneud yn cael ei ddal yn ôl.',
  setUpCodes: 'Gosod codau untro',

  signInHeading: 'Mewngofnodi',
  signInFor: 'I’r rhai sy’n cynnal ymgynghoriadau yma. Nid oes angen cyfrif arnoch i gymryd rhan.',
  email: 'Cyfeiriad e-bost',
  password: 'Cyfrinair',
  code: 'Cod untro',
  codeHint: 'Chwe digid o’r ap ar eich ffôn, neu un o’ch codau adfer.',
  signInButton: 'Mewngofnodi',
  unencrypted:
    'Nid yw’r cysylltiad hwn wedi’i amgryptio: gall eraill ar y rhwydwaith ddarllen eich cyfrinair. Gofynnwch i bwy bynnag sy’n rhedeg y gwasanaeth am gyfeiriad https.',
}
