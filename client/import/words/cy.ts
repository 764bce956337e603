import type { CatalogueOf } from '../../../server/protocol/words/catalogue.ts'
import type { en } from './en.ts'

export const cy: CatalogueOf<typeof en> = {
  heading: 'Mewnforio sgwrs',
  intro:
    'Dewch â sgwrs o Polis neu o Folkmoot arall, neu unrhyw dabl o bleidleisiau. Gwirir popeth yn gyntaf; os oes unrhyw beth o’i le, ni fewnforir dim. Mae’r sgwrs ar gau i ddechrau, er mwyn ichi gael golwg arni.',
  files: 'Ffeiliau',
  filesHint:
    'Allforiad fel zip, neu ei ffeiliau: summary.csv, comments.csv a votes.csv, neu comments.json a votes.json. Neu un CSV â rhes ar gyfer pob pleidlais.',
  name: 'Enw mewn cyfeiriadau',
  nameHint: 'Llythrennau bach, digidau a chysylltnodau. Gadewch ef yn wag i un gael ei greu.',
  check: 'Gwirio’r ffeiliau',
  uploading: 'Wrthi’n uwchlwytho {file} …',
  unpacking: 'Wrthi’n dadbacio …',
  reading: 'Wrthi’n darllen a gwirio’r ffeiliau …',
  comparing: 'Wrthi’n cymharu’r cyfrifon yn y ffeiliau â’r pleidleisiau …',
  importing:
    'Wrthi’n mewnforio … Gall hyn gymryd munud ar gyfer miliwn o bleidleisiau. Gallwch gau’r dudalen hon a dod yn ôl.',
  cancel: 'Canslo',
  cancelled: 'Canslwyd y mewnforio. Ni fewnforiwyd dim.',
  refused: 'Ni ellir mewnforio’r ffeiliau hyn',
  invertQuestion: 'A yw pobl sy’n cytuno yn ymddangos fel −1 yn y ffeiliau hyn?',
  invert: 'Ydyn, −1 yw cytuno: trowch bob pleidlais',
  mendQuestion: 'A ddarllenir y testunau hyn fel y’u bwriadwyd?',
  mend: {
    one: 'Gwneir: mewnforio ar ôl trwsio {count} llinell',
    two: 'Gwneir: mewnforio ar ôl trwsio {count} linell',
    other: 'Gwneir: mewnforio ar ôl trwsio {count} llinell',
  },
  mendedHeading: {
    one: '{count} llinell y mae ei dyfynodau wedi torri',
    two: '{count} linell y mae eu dyfynodau wedi torri',
    other: '{count} llinell y mae eu dyfynodau wedi torri',
  },
  mendedLine: '{file}, llinell {line}',
  before: 'Fel y mae yn y ffeil',
  after: 'Fel y caiff ei darllen',
  mendedMore: {
    one: '… a {count} arall.',
    other: '… a {count} arall.',
  },
  encodingQuestion: 'A yw’r llythrennau yn y llinell honno’n edrych yn iawn?',
  encoding: 'Ydynt: darllenwch yr hyn nad yw’n UTF-8 fel Windows-1252',
  columnsHeading: 'Nid allforiad yw hwn. Pa golofn yw pa un?',
  participant: 'Pwy bleidleisiodd',
  statement: 'Y datganiad, mewn geiriau',
  vote: 'Y bleidlais: agree, disagree neu pass, neu 1, −1 neu 0',
  time: 'Pryd (gellir ei hepgor)',
  none: 'Dim',
  checkAgain: 'Gwirio eto',
  ready: 'Yn barod i’w mewnforio',
  counts: '{participants} o bobl, {statements} o ddatganiadau, {votes} o bleidleisiau.',
  taken: 'Mae sgwrs o’r enw {id} eisoes. Dewiswch enw arall uchod, yna gwiriwch eto.',
  contradictions: {
    one: 'Mae’r ffeiliau’n gwrth-ddweud eu hunain mewn {count} ffordd. Cymerir mai’r pleidleisiau sy’n wir:',
    other:
      'Mae’r ffeiliau’n gwrth-ddweud eu hunain mewn {count} ffordd. Cymerir mai’r pleidleisiau sy’n wir:',
  },
  addressTaken: 'Mae’r hen gyfeiriad {address} eisoes yn arwain at sgwrs arall, a bydd yn dal i wneud hynny.',
  consistent: 'Mae pob cyfrif yn y ffeiliau’n cytuno â’r pleidleisiau.',
  finish: 'Mewnforio fel {id}',
  takenMeanwhile:
    'Ni fewnforiwyd dim: rhoddwyd yr enw hwn i sgwrs arall yn y cyfamser. Dewiswch enw arall, yna gwiriwch y ffeiliau eto.',
  failed:
    'Ni fewnforiwyd dim: aeth rhywbeth o’i le yn y gwasanaeth. Rhowch gynnig arall arni, neu gofynnwch i bwy bynnag sy’n ei redeg edrych yn ei log.',
  another: 'Mewnforio sgwrs arall',
  done: 'Mewnforiwyd y sgwrs.',
  open: 'Cael golwg arni',
  unreachable: 'Nid oedd modd anfon y ffeiliau. Gwiriwch eich cysylltiad, yna rhowch gynnig arall arni.',
}
