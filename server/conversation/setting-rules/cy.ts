// Welsh: the same keys as en.ts.
import type { CatalogueOf } from '../../protocol/words/catalogue.ts'
import type { en } from './en.ts'

export const cy: CatalogueOf<typeof en> = {
  number: 'Rhowch rif cyfan o {least} i {most}.',
  choice: 'Dewiswch un o’r gwerthoedd a gynigir.',
  statements: 'Rhowch rifau tri datganiad ar y mwyaf.',
  secret: 'Rhowch 32 nod neu fwy, 1000 ar y mwyaf.',
  publicKey: 'Rhowch allwedd gyhoeddus ar gyfer ES256 (P-256) neu EdDSA (Ed25519), fel PEM neu JWK.',
  names: 'Rhowch 10,000 o enwau ar y mwyaf, pob un ar un llinell ac yn 200 nod ar y mwyaf.',
  time: 'Rhowch ddiwrnod ac amser megis 2026-03-04T09:00.',
  zone: 'Rhowch enw cylchfa amser megis Europe/London.',
  endsFirst: 'Byddai’r pleidleisio’n cau cyn agor. Dewiswch ddiwedd hwyrach neu ddechrau cynharach.',
  day: 'Rhowch ddiwrnod megis 2027-03-04.',
  languages: 'Dewiswch o leiaf un iaith.',
  origins:
    'Rhowch 50 cyfeiriad gwefan ar y mwyaf fel y mae porwyr yn eu hysgrifennu, megis https://www.example.org: gyda https, heb lwybr a heb slaes ar y diwedd.',
  siteName: 'Rhowch lythrennau, digidau, cysylltnodau a thanlinellau, 100 ar y mwyaf.',
  text: 'Rhowch 700 nod ar y mwyaf.',
  colour: 'Rhowch liw megis #12505b.',
  fonts: 'Rhowch 8 enw ffont ar y mwyaf, megis Georgia, serif.',
  openDataLate:
    'Mae rhywun wedi pleidleisio eisoes. Rhaid datgan data agored cyn y bleidlais gyntaf, felly gellir ei ddiffodd ond nid ei droi ymlaen.',
}
