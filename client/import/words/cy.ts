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
  uploading: 'Wrthi’n uwchlwytho {file}: {share}%',
  checking: 'Wrthi’n gwirio …',
  importing: 'Wrthi’n mewnforio … Gall hyn gymryd munud ar gyfer miliwn o bleidleisiau.',
  cancel: 'Canslo',
  cancelled: 'Canslwyd y mewnforio. Ni fewnforiwyd dim.',
  refused: 'Ni ellir mewnforio’r ffeiliau hyn',
  invertQuestion: 'A yw pobl sy’n cytuno yn ymddangos fel −1 yn y ffeiliau hyn?',
  invert: 'Ydyn, −1 yw cytuno: trowch bob pleidlais',
  columnsHeading: 'Nid allforiad yw hwn. Pa golofn yw pa un?',
  participant: 'Pwy bleidleisiodd',
  statement: 'Y gosodiad, mewn geiriau',
  vote: 'Y bleidlais: agree, disagree neu pass, neu 1, −1 neu 0',
  time: 'Pryd (gellir ei hepgor)',
  none: 'Dim',
  checkAgain: 'Gwirio eto',
  ready: 'Yn barod i’w mewnforio',
  counts: '{participants} o bobl, {statements} o osodiadau, {votes} o bleidleisiau.',
  taken: 'Mae sgwrs o’r enw {id} eisoes. Dewiswch enw arall uchod, yna gwiriwch eto.',
  contradictions: {
    one: 'Mae’r ffeiliau’n gwrth-ddweud eu hunain mewn {count} ffordd. Cymerir mai’r pleidleisiau sy’n wir:',
    other:
      'Mae’r ffeiliau’n gwrth-ddweud eu hunain mewn {count} ffordd. Cymerir mai’r pleidleisiau sy’n wir:',
  },
  consistent: 'Mae pob cyfrif yn y ffeiliau’n cytuno â’r pleidleisiau.',
  finish: 'Mewnforio fel {id}',
  done: 'Mewnforiwyd y sgwrs.',
  open: 'Cael golwg arni',
  unreachable: 'Nid oedd modd anfon y ffeiliau. Gwiriwch eich cysylltiad, yna rhowch gynnig arall arni.',
}
