// Cymraeg. Welsh numerals change the word after them: 1 bleidlais, 2 bleidlais, 6 phleidlais, 7 o bleidleisiau.
import { cy as takingPart } from '../../server/protocol/words/taking-part/cy.ts'
import type { Catalogue } from './words.ts'

export const cy: Catalogue = {
  ...takingPart,

  // every page
  reload: 'Ail-lwytho’r dudalen',
  tryAgain: 'Rhoi cynnig arall arni',
  loading: 'Yn llwytho …',
  people: { one: '{count} person', two: '{count} berson', other: '{count} o bobl' },
  votes: {
    one: '{count} bleidlais',
    two: '{count} bleidlais',
    few: '{count} pleidlais',
    many: '{count} phleidlais',
    other: '{count} o bleidleisiau',
  },
  statements: {
    one: '{count} datganiad',
    two: '{count} ddatganiad',
    few: '{count} datganiad',
    many: '{count} datganiad',
    other: '{count} o ddatganiadau',
  },

  // connection
  connecting: 'Yn cysylltu …',
  connectionLost: 'Collwyd y cysylltiad. Cedwir eich pleidleisiau a’u hanfon pan ddaw yn ôl.',
  connectionBack: 'Wedi ailgysylltu.',
  votesWaiting: {
    one: '{count} bleidlais yn aros i’w hanfon.',
    two: '{count} bleidlais yn aros i’w hanfon.',
    few: '{count} pleidlais yn aros i’w hanfon.',
    many: '{count} phleidlais yn aros i’w hanfon.',
    other: '{count} o bleidleisiau’n aros i’w hanfon.',
  },

  // taking part
  useKeys: 'Pleidleisio â’r bysellau 1, 2 a 3',
  nextStatement: 'Wedi pleidleisio. Y datganiad nesaf: {text}',
  voteKept:
    'Ni allwn storio pleidleisiau ar hyn o bryd. Cedwir eich un chi ar y ddyfais hon a’i hanfon eto ohoni’i hun.',
  voteSoon: 'Roedd hynny’n gyflym iawn. Arhoswch eiliad; anfonir eich pleidlais eto ohoni’i hun.',
  votingOpened: 'Mae’r pleidleisio ar agor nawr.',
  votesTooLate: {
    one: 'Cyrhaeddodd {count} bleidlais neu newid gennych yn rhy hwyr, felly nid yw’n cyfrif.',
    two: 'Cyrhaeddodd {count} bleidlais neu newid gennych yn rhy hwyr, felly nid ydynt yn cyfrif.',
    few: 'Cyrhaeddodd {count} pleidlais neu newid gennych yn rhy hwyr, felly nid ydynt yn cyfrif.',
    many: 'Cyrhaeddodd {count} phleidlais neu newid gennych yn rhy hwyr, felly nid ydynt yn cyfrif.',
    other:
      'Cyrhaeddodd {count} o bleidleisiau neu newidiadau gennych yn rhy hwyr, felly nid ydynt yn cyfrif.',
  },
  allDoneWaiting: 'Diolch. Anfonir eich pleidleisiau olaf pan ddaw’r cysylltiad yn ôl.',

  // own votes
  undone: 'Wedi’i ddadwneud. Pleidleisiwch eto: {text}',

  // people whom another site names

  // writing a statement
  sending: 'Yn anfon …',

  // the map
  mapLoading: 'Mae’r map yn cael ei lunio …',
  mapFailed: 'Ni ellid llwytho’r map.',
  mapFresh: 'Diweddarwyd am {time}; mae pob pleidlais ynddo.',
  mapBehind: {
    one: 'Diweddarwyd am {time}; nid yw {count} bleidlais newydd ynddo eto.',
    two: 'Diweddarwyd am {time}; nid yw {count} bleidlais newydd ynddo eto.',
    few: 'Diweddarwyd am {time}; nid yw {count} pleidlais newydd ynddo eto.',
    many: 'Diweddarwyd am {time}; nid yw {count} phleidlais newydd ynddo eto.',
    other: 'Diweddarwyd am {time}; nid yw {count} o bleidleisiau newydd ynddo eto.',
  },
  mapSteps:
    'Mae’r map yn symud ymlaen fesul nifer o bobl, o leiaf pump, fel na ellir darllen pleidleisiau neb ohono.',
  mapVariance:
    'Mae ei ddau gyfeiriad yn dangos {share} o’r gwahaniaethau rhwng pobl; nid yw’r gweddill yn ffitio ar bapur.',
  mapPicture: {
    one: 'Map ag {count} grŵp barn. Mae’r tabl isod yn rhoi’r un ffeithiau.',
    two: 'Map â {count} grŵp barn. Mae’r tabl isod yn rhoi’r un ffeithiau.',
    other: 'Map â {count} grŵp barn. Mae’r tabl isod yn rhoi’r un ffeithiau.',
  },
  you: 'Chi',
  youAreHere: 'Rydych chi yma',
  youNotYet: 'Pleidleisiwch ar ddatganiad a bydd eich lle chi’n ymddangos ar y map.',
  youOnlyHere: 'Ar y ddyfais hon y cyfrifir eich lle; ni all neb arall ei weld.',
  tableHeading: 'Y map fel tabl',
  tableGroup: 'Grŵp',
  tablePeople: 'Pobl',
  tableShare: 'Cyfran o’r map',
  tableMarks: 'Marciau ar y map',
  tableNearest: 'Y grŵp agosaf',
  tableYou: 'Chi',

  // where I stand
  chooserLabel: 'Edrych yn fanylach ar un grŵp',
  chooserAll: 'Pob grŵp',
  barsShares: { other: '{agree} yn cytuno, {disagree} yn anghytuno o {count} o bobl' },
  barsTooFew: 'Mae llai na phump o bobl wedi pleidleisio ar hwn.',

  // projector

  // home
  homeHeading: 'Yr hyn y mae pobl yn ei drafod',
  homeIntroduction:
    'Pleidleisiwch ar ddatganiadau byr gan bobl eraill, a gwelwch ble mae barn yn gwahaniaethu a ble mae’n cwrdd.',
  openConversations: 'Sgyrsiau agored',
  closedConversations: 'Sgyrsiau sydd wedi cau',
  homeEmpty: 'Dim sgyrsiau eto',
  homeEmptyLater: 'Cyn gynted ag y bydd un wedi’i sefydlu, fe’i rhestrir yma.',
  homeEmptyStaff: 'I staff: sefydlu sgwrs',
  listFailed: 'Ni ellid llwytho’r rhestr o sgyrsiau.',

  // a page that cannot be shown
  problemHeading: 'Ni ellir dangos y dudalen hon',
  problemUnknownHeading: 'Dim byd yma',
}
