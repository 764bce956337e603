// Everything that the page for results says, in Welsh.
import type { CatalogueOf } from '../../../server/protocol/words/catalogue.ts'
import type { en } from './en.ts'

export const cy: CatalogueOf<typeof en> = {
  heading: 'Canlyniadau',
  intro:
    'Mae’r adroddiad yn ei lunio ei hun o’r pleidleisiau. Chi sy’n ychwanegu enwau, cyflwyniad a nodiadau; ni ellir golygu’r ffigurau.',
  openReport: 'Agor yr adroddiad',
  loading: 'Mae’r adroddiad yn cael ei lunio. Gall hyn gymryd ychydig eiliadau …',

  // what facilitators write
  wordsHeading: 'Eich geiriau chi yn yr adroddiad',
  wordsIntro:
    'Gall darllenwyr weld mai chi biau’r rhain. Lle byddwch yn ysgrifennu mewn un iaith yn unig, honno a wêl darllenwyr y llall.',
  introduction: 'Cyflwyniad',
  introductionHint: 'Mae’n sefyll o flaen y crynodeb. Markdown, fel mewn disgrifiadau.',
  inEnglish: '{label}, yn Saesneg',
  inWelsh: '{label}, yn Gymraeg',
  groupsHeading: 'Enwau’r grwpiau',
  groupsHint:
    'Mae enw’n dweud beth y mae’r rhan fwyaf o’r grŵp am ei gael, mewn geiriau y byddai ei bobl yn eu derbyn. Edrychwch eto ar ôl rhagor o bleidleisiau: gall grwpiau newid.',
  groupLabel: 'Grŵp {letter} ({people})',
  groupGone: 'Grŵp {letter} (ddim yn yr adroddiad nawr)',
  people: { one: '{count} person', two: '{count} berson', other: '{count} o bobl' },
  noGroups: 'Nid oes grwpiau i’w henwi eto.',
  axesHeading: 'Enwau cyfeiriadau’r map',
  axisLeft: 'Y pen chwith',
  axisRight: 'Y pen de',
  axisBottom: 'Y pen isaf',
  axisTop: 'Y pen uchaf',
  notesHeading: 'Nodiadau i rannau’r adroddiad',
  notePeople: 'Pwy a gymerodd ran',
  noteAgree: 'Yr hyn y mae pob grŵp yn cytuno arno',
  noteGroups: 'Y grwpiau barn',
  noteDiffer: 'Ble maent yn gwahaniaethu',
  noteUnsure: 'Yr hyn y mae pobl yn ansicr yn ei gylch',
  noteMethod: 'Sut y gwnaed hyn',
  save: 'Cadw',
  saving: 'Wrthi’n cadw …',
  saved: 'Cadwyd. Mae’r adroddiad yn ei ddangos nawr.',
  notSaved: 'Mae newidiadau heb eu cadw.',
  readOnly: 'Cewch ddarllen hwn. Gall perchnogion y sgwrs ei newid.',

  // versions
  versionsHeading: 'Fersiynau a gyhoeddwyd',
  versionsIntro:
    'Adroddiad sy’n aros fel y mae yw fersiwn: tudalen, ffigurau, dull a symiau gwirio, o dan ei gyfeiriad ei hun. Mae’n gyhoeddus o’r eiliad y’i cyhoeddir, pwy bynnag a gaiff weld y canlyniadau byw. Ni ellir ei thynnu’n ôl.',
  versionsNone: 'Nid oes dim wedi’i gyhoeddi eto.',
  versionLink: 'Fersiwn {number}',
  versionFacts: '{date}, hyd at gofnod {sequence} o’r log pleidleisiau',
  compare: 'Beth sydd wedi newid ers fersiwn {number}',
  publish: 'Cyhoeddi fersiwn {number}',
  publishSure: 'Ie, cyhoeddi fersiwn {number} i bawb',
  publishing: 'Mae’r adroddiad yn cael ei lunio a’i wirio. Gall hyn gymryd munud …',
  published: 'Cyhoeddwyd fersiwn {number}.',
  cancel: 'Nid nawr',
  publishUnsaved: 'Cadwch eich geiriau’n gyntaf, fel eu bod ynddi.',
}
