import type { CatalogueOf } from '../../protocol/words/catalogue.ts'
import type { en } from './en.ts'

export const cy: CatalogueOf<typeof en> = {
  place: '{file}: {reason}.',
  placeInLine: '{file}, llinell {line}: {reason}.',

  remedyLine: 'Cywirwch y llinell hon, neu allforiwch y sgwrs eto',
  remedyExport: 'Allforiwch y sgwrs eto, neu chwiliwch am y ffeil wrth ymyl y lleill',
  remedyDuplicate: 'Hepgorwch un o’r ddwy linell, neu allforiwch y sgwrs eto',
  remedyStatement: 'Ychwanegwch y datganiad at comments.csv, neu hepgorwch ei bleidleisiau',
  remedySeveral: 'Cymerwch ffeiliau un sgwrs yn unig',
  remedySeparator: 'Cadwch y ffeil fel CSV â choma rhwng y colofnau, neu allforiwch y sgwrs eto',
  remedyTime: 'Rhaid i’r amserau fod i gyd mewn eiliadau neu i gyd mewn milieiliadau',
  remedyInvert: 'Os −1 yw cytuno yn y ffeil hon, dywedwch hynny, a chaiff pob pleidlais ei throi',
  remedyMixed:
    'Allforiwch y sgwrs eto, ar un tro; nid oes dim yn dweud pa rai o’r pleidleisiau sydd o chwith',
  remedyQuotes:
    'Rhowch destun rhwng dyfynodau, a dyblwch bob dyfynnod y tu mewn iddo: "Dywedodd ""na"", a gadael"',
  remedyMend: {
    one: 'Gellir trwsio {count} llinell. Edrychwch arni isod, a derbyniwch hynny os yw’n cael ei darllen yn iawn',
    two: 'Gellir trwsio {count} linell. Edrychwch arnynt isod, a derbyniwch hynny os ydynt yn cael eu darllen yn iawn',
    other:
      'Gellir trwsio {count} llinell. Edrychwch arnynt isod, a derbyniwch hynny os ydynt yn cael eu darllen yn iawn',
  },
  remedyEncoding:
    'Cadwch y ffeil fel UTF-8. Os daeth o Excel ar Windows, gofynnwch iddi gael ei darllen fel Windows-1252; yna mae’r llinell hon yn dweud “{text}”',
  remedySize: 'Ai allforiad un sgwrs ydyw?',
  remedyZip: 'Dadbaciwch hi a chymryd y ffeiliau eu hunain, neu gwnewch y zip eto heb ddim arall ynddi',

  missingFile:
    'nid oes {missing}; mewn allforiad mae summary.csv, comments.csv a votes.csv, neu comments.json a votes.json',
  severalFiles: 'gallai sawl ffeil fod yr un hon: {files}',
  missingPath: 'nid oes ffeil na ffolder o’r fath',
  unreadable: 'ni ellir ei darllen ({reason})',
  tooLarge: 'mae ynddi {size} MB; darllenir {most} MB ar y mwyaf',
  notUtf8: '{hex} yw beit {byte} y ffeil, ac nid UTF-8 mo hynny',
  nulByte: '0 yw beit {byte} y ffeil, ac nid oes hynny mewn testun; efallai mai UTF-16 ydyw',
  lineTooLong: 'mae gan y llinell fwy na {most} o nodau',
  notJson: 'ni ellir ei darllen fel JSON ({reason})',
  jsonEntry: '{place}: {problem}',
  noTable: 'nid oes tabl ymhlith y ffeiliau',

  otherSeparator: '“{separator}” sydd rhwng ei cholofnau; disgwylid coma',
  columnTwice: 'mae’r golofn {column} yno ddwywaith',
  columnsMissing: {
    one: 'mae’r golofn {columns} ar goll',
    other: 'mae’r colofnau {columns} ar goll',
  },
  notInRange: '{column} yw “{text}”; disgwylid rhif cyfan o {least} i {most}',
  notAmong: '{column} yw “{text}”; disgwylid un o {words}',
  quoteNeverClosed: 'mae dyfynnod yn cael ei agor a byth ei gau',
  quoteMisplaced: 'mae dyfynnod lle na chaiff yr un fod',
  raggedRow:
    'mae gan y rhes hon nifer arall o golofnau na’r gyntaf; rhaid rhoi dyfynodau am destun â choma ynddo',
  swallowedRow:
    'ymddengys bod testun y rhes hon yn cynnwys y rhesi ar ei hôl; mae dyfynnod ar goll neu’n ormod',
  csvProblem: 'ni ellir darllen y rhes ({reason})',
  emptyLine: 'mae’r llinell yn wag',
  columnCount: 'disgwylid {count} colofn',
  notANumber: 'nid yw “{text}” yn rhif cyfan',
  outOfRange: 'mae’r {column} {number} y tu allan i’r ystod; disgwylid 0 i {most}',

  idTwice: 'mae comment-id {id} eisoes ar linell {line}',
  textEmpty: 'mae’r comment-body yn wag',
  textTooLong: 'mae {count} o nodau yn y comment-body; a oes dyfynnod ar goll?',
  tooManyStatements: 'mae ynddi fwy na {most} o ddatganiadau, a dyna’r mwyaf sydd mewn sgwrs',
  flagUnknown: '{column} yw “{text}”; disgwylid true neu false',

  voteUnknown: '{vote} yw’r bleidlais; disgwylid −1, 0 neu 1',
  timeBefore1970: 'mae’r amser {time} cyn 1970',
  timeInOtherUnit: 'nid yw’r amser {time} yn yr un uned â’r rhai o’i flaen',
  statementUnknown: 'pleidlais ar ddatganiad {id}, nad yw yn {file}',
  participantTwice: 'mae cyfranogwr {id} eisoes ar linell {line}',
  tooManyVotes: 'mae ynddi fwy na {most} o bleidleisiau, a dyna’r mwyaf sydd mewn sgwrs',
  tooManyParticipants: 'mae ynddi bleidleisiau mwy na {most} o bobl, a dyna’r mwyaf sydd mewn sgwrs',
  invertedByCounts:
    'mae’r pleidleisiau o chwith: mae’r hyn y mae comments.csv yn ei gyfrif yn gytuno yn sefyll yma fel −1',
  invertedByAuthors:
    'mae’r pleidleisiau’n edrych o chwith: o’r awduron, pleidleisiodd {disagreeing} −1 ar eu datganiad eu hunain a {agreeing} +1, ac mae pobl yn cytuno â’r hyn a ysgrifenasant',
  mixedSigns:
    'mae pleidleisiau o’r ddau arwydd wedi’u cymysgu: o’r awduron, pleidleisiodd {disagreeing} −1 ar eu datganiad eu hunain a {agreeing} +1, ac nid yw’r hyn y mae comments.csv yn ei gyfrif yn cyd-fynd â’r naill arwydd na’r llall',
  logColumns: 'disgwylid y colofnau {columns}',
  logOutOfPlace: '“{text}” yw’r rhif yn y drefn; disgwylid {expected}: mae cofnod ar goll neu o’i le',
  logEntry: 'nid yw “{text}” yn gofnod mewn log pleidleisiau',
  logUnaccounted: 'nid oes cynnwys i’r cofnod, ac nid oes un diweddarach yn tynnu’n ôl nac yn dileu dim',

  keyTwice: 'mae {key} yno ddwywaith',
  notACount: '{key} yw “{text}”; disgwylid cyfrif',
  noTopic: 'mae’r rhes “topic” ar goll',
  otherSign: 'cyhoeddir y pleidleisiau â {given}; disgwylid {expected}',

  tableVote: '{column} yw “{text}”; disgwylid agree, disagree neu pass, neu 1, −1 neu 0',
  tableEmpty: 'mae {column} yn wag',
  tableTooLong: 'mae {count} o nodau yn {column}; caniateir {most} ar y mwyaf',
  tableNoVote: 'nid oes pleidlais ynddi',
  tableTime: '{column} yw “{text}”; disgwylid amser megis 2026-03-04T09:00:00Z',

  zipTooMany: 'mae {count} o ffeiliau ynddi; darllenir {most} ar y mwyaf',
  zipTwice: 'mae {name} ynddi ddwywaith',
  zipEmpty: 'nid oes ffeil CSV na JSON ynddi',
  zipNested: 'mae zip arall ynddi, {name}, ond dim ffeil CSV na JSON; dadbaciwch yr un allanol yn gyntaf',
  zipUnreadable: 'nid yw’n zip y gellir ei darllen ({reason})',
  zipBroken: 'ni ellir dadbacio {name} ({reason})',
  zipTooLarge: 'mae {name} yn rhy fawr o’i dadbacio',

  noMethod: 'mae ar goll, felly nid allforiad o Folkmoot yw hwn',
  onlyFigures: 'ffigurau’n unig sydd yn yr allforiad hwn; cymerwch yr un o ddata agored, neu un y perchennog',
  noMap: 'nid oedd map wedi’i gyhoeddi pan gafodd ei wneud',
  missing: 'mae ar goll',
  logTooShort: 'mae ynddi {entries} o gofnodion; mae’r map cyhoeddedig yn cwmpasu {until}',

  votersDiffer: 'Dywed summary.csv fod {said} o bleidleiswyr; mae pleidleisiau {found} yn votes.csv.',
  commentsDiffer:
    'Dywed summary.csv fod {said} o sylwadau; mae {found} yn comments.csv, a phleidleisiau ar {voted} ohonynt.',
  commentersDiffer: 'Dywed summary.csv fod {said} o awduron; mae comments.csv yn enwi {found}.',
  countsDiffer: {
    one: 'Mae comments.csv yn cyfrif pleidleisiau eraill na votes.csv ar {count} datganiad: {examples}.',
    two: 'Mae comments.csv yn cyfrif pleidleisiau eraill na votes.csv ar {count} ddatganiad: {examples}.',
    other:
      'Mae comments.csv yn cyfrif pleidleisiau eraill na votes.csv ar {count} o ddatganiadau: {examples}.',
  },
  countsOfStatement:
    '{id} ({agrees} yn cytuno a {disagrees} yn anghytuno; votes.csv: {foundAgrees} a {foundDisagrees})',
  rowsMissing: {
    one: 'Nid oes rhes yn participants-votes.csv ar gyfer {count} pleidleisiwr: {examples}.',
    two: 'Nid oes rhes yn participants-votes.csv ar gyfer {count} bleidleisiwr: {examples}.',
    other: 'Nid oes rhes yn participants-votes.csv ar gyfer {count} o bleidleiswyr: {examples}.',
  },
  strangers: {
    one: 'Yn participants-votes.csv mae pleidleisiau {count} cyfranogwr nad oes ganddo yr un yn votes.csv: {examples}.',
    two: 'Yn participants-votes.csv mae pleidleisiau {count} gyfranogwr nad oes ganddynt yr un yn votes.csv: {examples}.',
    other:
      'Yn participants-votes.csv mae pleidleisiau {count} o gyfranogwyr nad oes ganddynt yr un yn votes.csv: {examples}.',
  },
  totalsDiffer: {
    one: 'Mae participants-votes.csv yn cyfrif pleidleisiau eraill na votes.csv ar gyfer {count} cyfranogwr: {examples}.',
    two: 'Mae participants-votes.csv yn cyfrif pleidleisiau eraill na votes.csv ar gyfer {count} gyfranogwr: {examples}.',
    other:
      'Mae participants-votes.csv yn cyfrif pleidleisiau eraill na votes.csv ar gyfer {count} o gyfranogwyr: {examples}.',
  },
  totalsOfParticipant:
    '{id} ({votes} o bleidleisiau, {agrees} yn cytuno, {disagrees} yn anghytuno; votes.csv: {foundVotes}, {foundAgrees}, {foundDisagrees})',
  cellsDiffer: {
    one: 'Mae gan participants-votes.csv bleidlais gyfredol arall na votes.csv mewn {count} lle: {examples}.',
    two: 'Mae gan participants-votes.csv bleidlais gyfredol arall na votes.csv mewn {count} le: {examples}.',
    other:
      'Mae gan participants-votes.csv bleidlais gyfredol arall na votes.csv mewn {count} o leoedd: {examples}.',
  },
  cell: 'cyfranogwr {participant} ar ddatganiad {statement}',
}
