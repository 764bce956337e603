import type { CatalogueOf } from '../../../server/protocol/words/catalogue.ts'
import type { en } from './en.ts'

export const cy: CatalogueOf<typeof en> = {
  heading: 'Gwiriwch y canlyniad eich hun',
  intro:
    'Mae’r dudalen hon yn nôl pob pleidlais yn y sgwrs hon, heb enwau nac amseroedd, ac yn gwneud y grwpiau barn eto yma yn eich porwr. Yna mae’n eu cymharu â’r hyn a gyhoeddwyd.',
  start: 'Ailgyfrifo yn y porwr hwn',
  again: 'Ailgyfrifo unwaith eto',
  fetching: 'Wrthi’n nôl y pleidleisiau …',
  computing: 'Wrthi’n cyfrifo’r grwpiau …',
  comparing: 'Wrthi’n cymharu …',
  equal: 'Mae’r canlyniad a gyhoeddwyd yn union yr hyn sy’n dilyn o’r pleidleisiau.',
  details: 'Ailgyfrifwyd o {votes} o bleidleisiau gan {people} o bobl, hyd at gofnod {sequence} yn y log.',
  hash: 'Ei hash yw {hash}.',
  differs: {
    one: 'Mae {count} rhif yn wahanol i’r hyn a gyhoeddwyd.',
    other: 'Mae {count} o rifau yn wahanol i’r hyn a gyhoeddwyd.',
  },
  part: 'Beth',
  statement: 'Datganiad',
  published: 'Cyhoeddwyd',
  recomputed: 'Ailgyfrifwyd',
  noStatement: 'dim',
  more: { one: 'a {count} arall', other: 'a {count} arall' },
  unreachable: 'Nid oedd modd nôl y pleidleisiau. Gwiriwch eich cysylltiad, yna rhowch gynnig arall arni.',
  broken: 'Nid oedd modd ailgyfrifo’r canlyniad: {reason}',
  report: 'I’r adroddiad',
}
