// Welsh words of statements to begin with.
import type { CatalogueOf } from '../../../../server/protocol/words/catalogue.ts'
import type { statements as english } from '../en/statements.ts'

export const statements: CatalogueOf<typeof english> = {
  seedsHeading: 'Datganiadau i ddechrau',

  seedsIntroduction:
    'Mae angen rhywbeth i bleidleisio arno ar y bobl sy’n dod gyntaf: o leiaf 8 datganiad, o bob ochr, pob un ag un syniad.',
  seedsThereNone: 'Nid oes yr un hyd yma.',
  seedsThere: {
    zero: 'Mae {count} hyd yma.',
    one: 'Mae {count} hyd yma.',
    two: 'Mae {count} hyd yma.',
    few: 'Mae {count} hyd yma.',
    many: 'Mae {count} hyd yma.',
    other: 'Mae {count} hyd yma.',
  },
  seedsField: 'Teipiwch neu gludwch nhw, un ar bob llinell',
  seedsFile: 'Neu dewiswch dabl (CSV)',
  seedsFileHelp: 'Y golofn gyntaf, neu’r un o dan “datganiad” neu “testun”; 5,000 o resi a 5 MB ar y mwyaf.',
  seedsLook: 'Edrych arnynt yn gyntaf',
  seedsLooking: 'Yn darllen …',
  seedsPreviewHeading: 'Yr hyn a gedwid',
  seedsSummary: {
    zero: 'Gellir cadw {count} o ddatganiadau; hepgorir {left} o’r rhesi.',
    one: 'Gellir cadw {count} datganiad; hepgorir {left} o’r rhesi.',
    two: 'Gellir cadw {count} ddatganiad; hepgorir {left} o’r rhesi.',
    few: 'Gellir cadw {count} datganiad; hepgorir {left} o’r rhesi.',
    many: 'Gellir cadw {count} datganiad; hepgorir {left} o’r rhesi.',
    other: 'Gellir cadw {count} o ddatganiadau; hepgorir {left} o’r rhesi.',
  },
  seedsLine: 'Llinell',
  seedsText: 'Datganiad',
  seedsVerdict: 'Yr hyn a ddaw ohono',
  verdictOk: 'fe’i cedwir',
  verdictDuplicateLine: 'yr un fath â llinell {line}',
  verdictDuplicate: 'mae yno eisoes',
  verdictTooLong: {
    zero: '{count} nod yn ormod',
    one: '{count} nod yn ormod',
    two: '{count} nod yn ormod',
    few: '{count} nod yn ormod',
    many: '{count} nod yn ormod',
    other: '{count} nod yn ormod',
  },
  verdictEmpty: 'gwag',
  verdictOnlyLinks: 'dim ond dolen',
  seedsShowLeftOut: 'Dim ond y rhesi a hepgorir',
  seedsMoreRows: {
    zero: 'a {count} rhes arall',
    one: 'a {count} rhes arall',
    two: 'a {count} res arall',
    few: 'a {count} rhes arall',
    many: 'a {count} rhes arall',
    other: 'a {count} o resi eraill',
  },
  seedsSave: {
    zero: 'Cadw {count} o ddatganiadau',
    one: 'Cadw {count} datganiad',
    two: 'Cadw {count} ddatganiad',
    few: 'Cadw {count} datganiad',
    many: 'Cadw {count} datganiad',
    other: 'Cadw {count} o ddatganiadau',
  },
  seedsSaved: {
    zero: 'Cadwyd {count} o ddatganiadau.',
    one: 'Cadwyd {count} datganiad.',
    two: 'Cadwyd {count} ddatganiad.',
    few: 'Cadwyd {count} datganiad.',
    many: 'Cadwyd {count} datganiad.',
    other: 'Cadwyd {count} o ddatganiadau.',
  },
  seedsNone: 'Ni ellir cadw’r un o’r rhain.',
  seedsTooLarge:
    'Mae’r ffeil hon yn fwy na 5 MB. Ni ddarllenwyd dim; rhannwch hi a rhowch gynnig arall arni.',
  seedsList: 'Datganiadau hyd yma',
  seedsModerate: 'Penderfynir ar ddatganiadau cyfranogwyr o dan Cymedroli.',
}
