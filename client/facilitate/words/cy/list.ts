// Welsh words of the list of conversations, and making one.
import type { CatalogueOf } from '../../../../server/protocol/words/catalogue.ts'
import type { list as english } from '../en/list.ts'

export const list: CatalogueOf<typeof english> = {
  listHeading: 'Sgyrsiau',
  listIntroduction:
    'Y sgyrsiau yr ydych yn gweithio arnynt, pa mor bell y maent wedi dod, a’r ffordd i ddechrau un arall.',
  listEmpty: 'Nid oes sgwrs eto y mae eich rolau’n ei chyrraedd.',
  listOpen: 'Ar agor ac i ddod',
  listClosed: 'Wedi cau',
  listArchived: 'Archif',
  listDeleted: 'I’w dileu',
  people: {
    zero: '{count} o bobl',
    one: '{count} person',
    two: '{count} berson',
    few: '{count} pherson',
    many: '{count} pherson',
    other: '{count} o bobl',
  },
  votes: {
    zero: '{count} o bleidleisiau',
    one: '{count} bleidlais',
    two: '{count} bleidlais',
    few: '{count} pleidlais',
    many: '{count} phleidlais',
    other: '{count} o bleidleisiau',
  },
  statements: {
    zero: '{count} o ddatganiadau',
    one: '{count} datganiad',
    two: '{count} ddatganiad',
    few: '{count} datganiad',
    many: '{count} datganiad',
    other: '{count} o ddatganiadau',
  },
  createHeading: 'Sgwrs newydd',
  createTopic: 'Pwnc',
  createTopicHint:
    'Y cwestiwn fel y mae pawb yn ei ddarllen, megis “Beth ddylai ddigwydd i sgwâr y farchnad?”',
  createDescription: 'Disgrifiad',
  createDescriptionHint: 'Ychydig frawddegau, a ddangosir o dan y pwnc. Gallwch adael hyn tan yn nes ymlaen.',
  createButton: 'Ei chreu a mynd ymlaen i’w gosodiadau',
  importLink: 'Mewnforio sgwrs o rywle arall',
  createMore: 'Mae’n aros ar gau nes i chi ei hagor.',
  importHeading: 'Dod â sgwrs i mewn',
  importIntroduction:
    'Allforyn Polis, neu unrhyw dabl o bleidleisiau. Caiff ei wirio’n gyfan yn gyntaf: os oes rhywbeth o’i le dywedir ymhle, ac ni ddaw dim i mewn.',
}
