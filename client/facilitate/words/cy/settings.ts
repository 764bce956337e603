// Welsh words of the settings, and whether they are saved.
import type { CatalogueOf } from '../../../../server/protocol/words/catalogue.ts'
import type { settings as english } from '../en/settings.ts'

export const settings: CatalogueOf<typeof english> = {
  // saving
  settingsIntroduction: 'Cedwir popeth wrth i chi fynd; wrth ymyl pob gosodiad mae’n dweud a gadwyd ef.',
  saving: 'Yn cadw …',
  saved: 'Cadwyd {time}',
  notSaved: 'Heb ei gadw: {why}',
  changedMeanwhile: 'Mae rhywun wedi newid hyn yn y cyfamser. Nawr ceir: {value}',
  changedMeanwhileBy: 'Newidiodd {name} hyn am {time}. Nawr ceir: {value}',
  takeTheirs: 'Cymryd hynny',
  saveMine: 'Cadw fy un i',
  defaultIs: 'Rhagosodiad: {value}.',
  nothing: 'dim',
  yes: 'ie',
  no: 'na',
  notYours: 'Caiff eich rôl edrych ar y gosodiadau ond nid eu newid.',

  // groups of settings
  contentsLabel: 'Adrannau’r gosodiadau',
  contentsAt: 'Adran: {section}',
  groupWords: 'Pwnc ac ieithoedd',
  groupPurpose: 'Diben',
  groupQuestions: 'Cwestiynau am bobl',
  groupWho: 'Pwy sy’n cymryd rhan',
  groupSchedule: 'Amserlen',
  groupStatements: 'Datganiadau',
  groupResults: 'Map a chanlyniadau',
  groupData: 'Data',
  groupTheme: 'Lliwiau',
  groupEmbed: 'Ar wefannau eraill',
  topic: 'Pwnc',
  topicHelp: 'Y cwestiwn fel y mae pawb yn ei ddarllen, 300 nod ar y mwyaf.',
  description: 'Disgrifiad',
  descriptionHelp:
    'Fe’i dangosir o dan y pwnc; *italig*, **trwm**, rhestrau, dolenni a lluniau fel yn Markdown.',

  // values of choices
  writeAnyone: 'Unrhyw un; fe’u dangosir ar unwaith',
  writeApproval: 'Unrhyw un; fe’u dangosir wedi i gymedrolwr eu derbyn',
  writeStaff: 'Staff yn unig',
  strictOn: 'Ymlaen',
  strictOff: 'I ffwrdd',
  modeEffect: '“{choice}”: {effects}',
  modeShows: {
    one: 'dangosir {count} datganiad sydd wedi’i guddio nawr.',
    two: 'dangosir {count} ddatganiad sydd wedi’u cuddio nawr.',
    other: 'dangosir {count} datganiad sydd wedi’u cuddio nawr.',
  },
  modeHides: {
    one: 'cuddir {count} datganiad nes i gymedrolwr ei dderbyn; mae ei bleidleisiau’n aros.',
    two: 'cuddir {count} ddatganiad nes i gymedrolwr eu derbyn; mae eu pleidleisiau’n aros.',
    other: 'cuddir {count} datganiad nes i gymedrolwr eu derbyn; mae eu pleidleisiau’n aros.',
  },
  modeHolds: {
    one: 'Mae {count} yn aros beth bynnag, oherwydd yr hyn a welodd gwiriad ynddo.',
    other: 'Mae {count} yn aros beth bynnag, oherwydd yr hyn a welodd gwiriad ynddynt.',
  },
  voteAnyone: 'Unrhyw un sydd â’r cyfeiriad',
  voteCodes: 'Pobl â chod gwahoddiad',
  voteIdentity: 'Pobl y mae eich gwefan yn eu mewngofnodi',
  voteList: 'O’r rhain, dim ond pobl ar restr',
  identityInAddress:
    'Gall tocyn y mae eich gwefan yn ei roi yng nghyfeiriad ffrâm blaen (?xid=…) gael ei gadw yng nghofnodion unrhyw weinydd sydd o flaen y gwasanaeth hwn. Gwnewch i docynnau o’r fath ddod i ben yn fuan, neu defnyddiwch ein sgript, sy’n eu cadw allan o’r hyn a anfonir fel cyfeiriad.',
  seeAlways: 'Bob amser',
  seeAfterVoting: 'Pan fydd rhywun wedi pleidleisio digon',
  seeWhenRevealed: 'Pan fydd y gwesteiwr yn eu datgelu',
  seeWhenClosed: 'Pan fydd y pleidleisio wedi cau',
  groupsByVotes: 'Fel y mae’r pleidleisiau’n penderfynu',
  groupsFixed: {
    zero: '{count} grŵp',
    one: '{count} grŵp',
    two: '{count} grŵp',
    few: '{count} grŵp',
    many: '{count} grŵp',
    other: '{count} grŵp',
  },
  english: 'Saesneg',
  welsh: 'Cymraeg',
  onePerLine: 'Un ar bob llinell.',
  secretSet: 'Mae cyfrinach wedi’i gosod. Mae’r hyn a rowch yma yn cymryd ei lle.',

  // invitation codes
  codesHeading: 'Codau gwahoddiad',
  codesHelp:
    'Mae pob cod yn gadael un person i mewn, unwaith. Dim ond nawr y dangosir y codau i chi: lawrlwythwch nhw, gan nad yw’r gwasanaeth yn cadw dim y gellid eu canfod eto drwyddo.',
  codesCounts: 'Gwnaed {made}, defnyddiwyd {used}.',
  codesCount: 'Faint',
  codesCountRule: 'Rhowch rif cyfan o 1 i 10,000.',
  codesMake: 'Gwneud codau',
  codesDownload: 'Lawrlwytho’r codau fel tabl (CSV)',
  codesMade: {
    zero: 'Mae {count} cod yn barod.',
    one: 'Mae {count} cod yn barod.',
    two: 'Mae {count} god yn barod.',
    few: 'Mae {count} chod yn barod.',
    many: 'Mae {count} chod yn barod.',
    other: 'Mae {count} cod yn barod.',
  },
  codeColumn: 'cod',
  addressColumn: 'cyfeiriad',

  // theme
  themeHelp:
    'Lliwiau i bobl â sgrin olau a sgrin dywyll. Fe’u cedwir pan ellir darllen pob pâr ohonynt (WCAG 2.2 AA); tan hynny dim ond yma y’u dangosir.',
  themeDefault: 'fel arfer',
  themeReset: 'Fel arfer',
  themeLight: 'Golau',
  themeDark: 'Tywyll',
  themeSample: 'Dylai fod mwy o goed yn y sgwâr.',
  themeAgree: 'Cytuno',
  themeQuiet: 'Pobl eraill a ysgrifennodd y datganiadau hyn.',
  themeTroubles: 'Heb ei gadw, gan na allai pobl ei ddarllen:',
  themePreview: 'Sut mae’n edrych',

  // embedding
  embedSnippet: 'Rhowch hyn yn y dudalen',
  embedCopy: 'Copïo’r llinellau hyn',
  embedPreview: 'Sut mae’n edrych yno',
  embedFrame: 'Rhagolwg: y dudalen cymryd rhan',
}
