// Cymraeg.
import type { CatalogueOf } from '../../protocol/words/catalogue.ts'
import type { en } from './en.ts'

export const cy: CatalogueOf<typeof en> = {
  backToVoting: 'Yn ôl i bleidleisio',
  changed: 'Mae eich pleidlais wedi’i newid.',
  withdrawn: 'Mae eich pleidlais wedi’i thynnu’n ôl.',
  lookAgain: 'Cyn ei anfon',
  sendAnyway: 'Ei anfon fel y mae',
  reasonMissing: 'Dewiswch beth sydd o’i le arno.',
  answersMissing: 'Dewiswch ateb yn gyntaf, neu gadewch y cwestiynau.',
  comeBackCode: 'Mae’r pedwar gair hyn yn dod â’ch pleidleisiau yn ôl:',
  returned: 'Mae eich pleidleisiau yn ôl.',
  noCookies:
    'Nid yw’r porwr hwn yn cadw cwcis ar gyfer y dudalen hon. Mae eich pleidleisiau’n cyfrif, ond dim ond wrth i chi fynd ymlaen o’r fan hon y mae’n eich adnabod; gofynnwch am god dychwelyd isod i ddod yn ôl.',
  standingOnlyHere:
    'Lle mae sgriptiau wedi’u diffodd, ein gweinydd sy’n cyfrifo eich lle, a hynny ar gyfer y dudalen hon yn unig. Nid yw’n cadw dim ohono, ac ni all neb arall ei weld.',
}
