// Cymraeg. Welsh numerals change the word after them: 1 bleidlais, 2 bleidlais, 6 phleidlais, 7 o bleidleisiau.
import type { CatalogueOf } from '../catalogue.ts'
import type { en } from './en.ts'

export const cy: CatalogueOf<typeof en> = {
  // every page
  skipToContent: 'Neidio i’r cynnwys',
  sample: 'Enghraifft',
  sampleMeaning: 'Ymgynghoriad enghreifftiol yw hwn. Trigolion wedi’u hefelychu sydd ynddo.',
  closed: 'Wedi cau',
  paused: 'Wedi’i oedi',
  upcoming: 'Heb agor eto',
  allConversations: 'Pob sgwrs',
  footer: 'Mae Folkmoot yn gofyn cwestiwn i dref ac yn llunio map o’i barn.',

  // taking part
  statementHeading: 'Beth yw eich barn am hyn?',
  agree: 'Cytuno',
  disagree: 'Anghytuno',
  pass: 'Pasio',
  howToVote:
    'Pobl eraill a ysgrifennodd y datganiadau hyn. Pasiwch os ydych yn ansicr neu os nad oes ots gennych.',
  progressNone: {
    one: '{count} datganiad, cewch stopio unrhyw bryd',
    two: '{count} ddatganiad, cewch stopio unrhyw bryd',
    few: '{count} datganiad, cewch stopio unrhyw bryd',
    many: '{count} datganiad, cewch stopio unrhyw bryd',
    other: '{count} o ddatganiadau, cewch stopio unrhyw bryd',
  },
  progress: { other: '{voted} o {count}, cewch stopio unrhyw bryd' },
  allDone: 'Rydych wedi pleidleisio ar bob datganiad',
  allDoneMore:
    'Diolch. Dewch yn ôl yn nes ymlaen: gellir ychwanegu datganiadau newydd, ac mae’r map yn symud wrth i ragor o bobl bleidleisio.',
  noStatements: 'Nid oes dim i bleidleisio arno eto',
  noStatementsMore: 'Bydd datganiadau’n ymddangos yma cyn gynted ag y cânt eu hychwanegu.',
  votingClosed: 'Mae’r pleidleisio wedi cau',
  votingClosedMore: 'Diolch i bawb a gymerodd ran. Bydd y canlyniadau’n aros yma i’w darllen.',
  countsHeading: 'Hyd yn hyn',
  countPeople: 'Pobl',
  countVotes: 'Pleidleisiau',
  countStatements: 'Datganiadau',

  // own votes
  undo: 'Dadwneud',
  youAgreed: 'Rydych wedi cytuno.',
  youDisagreed: 'Rydych wedi anghytuno.',
  youPassed: 'Rydych wedi pasio.',
  myVotes: { other: 'Fy mhleidleisiau ({count})' },
  myVotesFilter: 'Dangos',
  myVotesAll: 'Pob un',
  myVotesNone: 'Dim pleidleisiau fel hyn.',
  withdrawVote: 'Tynnu’n ôl',
  voteWithdrawn: 'Wedi’i thynnu’n ôl',
  statementGone: 'Nid yw’r datganiad hwn ar agor i bleidleisio mwyach.',

  // people whom another site names
  identityHeading: 'Mewngofnodwch i bleidleisio',
  invitationHeading: 'Rhowch eich cod gwahoddiad',
  invitationLabel: 'Y cod, fel yn eich llythyr',
  invitationSend: 'Ymlaen',

  // writing a statement
  writeHeading: 'A oes rhywbeth ar goll?',
  writeApproval:
    'Ysgrifennwch ddatganiad eich hun. Bydd cymedrolwr yn ei ddarllen gyntaf; yna bydd eraill yn pleidleisio arno. “Cytuno” yw eich pleidlais chi arno.',
  writeAnyone:
    'Ysgrifennwch ddatganiad eich hun. Bydd eraill yn ei weld ar unwaith ac yn pleidleisio arno. “Cytuno” yw eich pleidlais chi arno.',
  writeLabel: 'Eich datganiad',
  writeSend: 'Anfon y datganiad',
  writeThanks: 'Diolch. Mae eich datganiad yno i eraill bleidleisio arno.',
  writeThanksApproval:
    'Diolch. Mae eich datganiad yn aros am gymedrolwr; bydd y dudalen hon yn dangos beth ddaw ohono.',
  charactersLeft: { one: '{count} nod ar ôl', other: '{count} nod ar ôl' },
  charactersOver: { one: '{count} nod yn ormod', other: '{count} nod yn ormod' },
  adviceQuestion:
    'Mae hwn yn darllen fel cwestiwn. Dywedwch beth yw eich barn, fel y gall eraill gytuno neu anghytuno.',
  adviceTwoIdeas:
    'Efallai fod dau syniad yma. Mae’n haws pleidleisio ar un; gall y llall fod yn ddatganiad hefyd.',
  advicePostcode:
    'Mae hwn yn edrych fel cod post. Gall pawb ddarllen eich datganiad: peidiwch â dweud ble mae pobl yn byw.',
  advicePhone: 'Mae hwn yn edrych fel rhif ffôn. Gall pawb ddarllen eich datganiad: peidiwch â’i gynnwys.',
  adviceEmail:
    'Mae hwn yn edrych fel cyfeiriad e-bost. Gall pawb ddarllen eich datganiad: peidiwch â’i gynnwys.',
  similarHeading: 'Mae eraill wedi dweud rhywbeth tebyg',
  similarVote: 'Pleidleisio ar hwn yn lle hynny',
  similarVoted: 'Rydych wedi pleidleisio ar hwn.',
  ownHeading: 'Eich datganiadau',
  ownWaiting: 'Yn aros am gymedrolwr',
  ownAccepted: 'Gall eraill bleidleisio arno',
  ownNotAccepted: 'Heb ei dderbyn',
  ownMerged: 'Wedi’i gyfuno ag un arall',
  ownReason: 'Rheswm: {reason}',
  ownReworded: 'Wedi’i aralleirio gan gymedrolwr',
  ownSplit: 'Wedi’i rannu’n ddau gan gymedrolwr',
  ownWithdraw: 'Tynnu’r datganiad hwn yn ôl',
  ownWithdrawHelp:
    'Ni ofynnir i neb amdano mwyach. Mae’r pleidleisiau arno’n aros yn y cofnod. Ni ellir dadwneud hyn.',
  ownWithdrawn: 'Rydych wedi’i dynnu’n ôl',
  ownInstead: 'Yn ei le mae pobl yn pleidleisio ar: {text}',

  // what the conversation is for
  purposeHeading: 'Am beth mae hyn',
  purposeQuestion: 'Y cwestiwn',
  purposeInfluence: 'Eich dylanwad',
  influenceInform: 'Hysbysu: cewch wybod beth sy’n digwydd a pham; mae’r penderfyniad wedi’i wneud.',
  influenceConsult: 'Ymgynghori: gwrandewir arnoch, a chewch wybod sut y cyfrifodd yr hyn a ddywedoch.',
  influenceInvolve: 'Cynnwys: caiff yr hyn a ddywedwch ei weithio i’r dewisiadau, a dangosir i chi ble.',
  influenceCollaborate: 'Cydweithio: caiff yr ateb ei lunio gyda chi, cyn belled ag y bo modd.',
  influenceEmpower: 'Grymuso: gwneir yr hyn y mae pobl yn ei benderfynu yma.',
  purposeDecides: 'Pwy sy’n penderfynu',
  purposeCanChange: 'Beth all newid',
  purposeDates: 'Dyddiadau',
  purposeNext: 'Beth sy’n digwydd nesaf',
  purposeContact: 'Cysylltu',
  purposeMore: 'Beth all newid, dyddiadau, cefndir, cysylltu',
  privacyHeading: 'Beth sy’n digwydd i’m pleidlais',
  privacyNoName: 'Nid oes angen cyfrif, ac ni ofynnir am eich enw na’ch cyfeiriad.',
  privacyKey:
    'Gyda’ch pleidlais gyntaf mae’r porwr hwn yn cadw allwedd ar hap. Dim ond ôl bys ohoni y mae’r gwasanaeth yn ei storio.',
  privacyNumber:
    'Caiff eich pleidleisiau eu storio o dan rif, pob un gyda’i hamser, a hefyd ai drwy’r dudalen, gwefan arall, ffurflen neu ddigwyddiad y daethoch.',
  privacyCounts:
    'Dim ond cyfrifon, a grwpiau o bump o bobl neu fwy, y mae eraill yn eu gweld; byth sut y pleidleisiodd un person.',
  privacyPlace:
    'Ar eich dyfais chi y cyfrifir eich lle eich hun ar y map; lle mae sgriptiau wedi’u diffodd, ein gweinydd sy’n ei gyfrifo, ar gyfer eich tudalen chi yn unig.',
  privacyNothingElse:
    'Cyn eich pleidlais gyntaf ni chedwir dim ar eich dyfais ond yr hyn rydych yn ei ysgrifennu, ac ni ddywedir dim wrth unrhyw gwmni arall.',
  privacyAddress: 'Ni chaiff cyfeiriad eich cysylltiad ei storio na’i ysgrifennu mewn logiau.',
  privacyStatements:
    'Mae datganiadau a ysgrifennwch yn gyhoeddus, heb eich enw. Gall cymedrolwr eu darllen yn gyntaf.',
  privacyOperators:
    'Gall y rhai sy’n rhedeg y gwasanaeth hwn ddarllen pa rif a bleidleisiodd sut, ond nid rhif pwy ydyw.',
  privacyRights:
    'Gallwch newid neu dynnu pleidleisiau’n ôl, cymryd copi, neu ddileu eich hun. Nid yw pleidleisiau a dynnwyd yn ôl yn cyfrif mwyach a chânt eu dileu; dim ond bod rhywbeth wedi bod y mae’r log yn ei gadw.',
  votingPaused: 'Mae’r pleidleisio wedi’i oedi',
  votingPausedMore:
    'Bydd yn parhau; dewch yn ôl yn nes ymlaen. Mae’r canlyniadau hyd yma’n aros yma i’w darllen.',
  votingUpcoming: 'Nid yw’r pleidleisio wedi agor eto',
  votingUpcomingMore: 'Dewch yn ôl pan fydd ar agor. Gallwch ddarllen yma am beth y bydd.',
  votingUpcomingOn: 'Mae’n agor ar {day}. Gallwch ddarllen yma am beth y bydd.',

  // reporting a statement
  report: 'Rhoi gwybod am y datganiad hwn',
  reportWhy: 'Beth sydd o’i le arno?',
  reportPersonal: 'Mae’n dweud rhywbeth preifat am berson',
  reportAbusive: 'Mae’n sarhau neu’n bygwth pobl',
  reportOffTopic: 'Nid oes a wnelo â’r cwestiwn',
  reportFalse: 'Nid yw’n wir',
  reportOther: 'Rhywbeth arall',
  reportSend: 'Anfon',
  reportThanks: 'Diolch. Bydd y cymedrolwyr yn edrych arno.',

  // one's own data
  ownDataHeading: 'Dyfais arall, copi, neu’r diwedd',
  codeHeading: 'Parhau ar ddyfais arall',
  codeExplained:
    'Pedwar gair sy’n dod â’ch pleidleisiau’n ôl ar ddyfais arall neu mewn porwr arall. Gall pwy bynnag sydd â nhw bleidleisio fel chi, felly cadwch nhw i chi’ch hun. Bob tro y gofynnwch ceir geiriau newydd, ac ni fydd yr hen rai’n gweithio mwyach.',
  codeShow: 'Dangos fy nghod dychwelyd',
  returnHeading: 'Mae gen i god dychwelyd',
  returnLabel: 'Y pedwar gair',
  returnSend: 'Dod â’m pleidleisiau’n ôl',
  copyHeading: 'Copi o’m data',
  copyExplained:
    'Popeth a storir o dan eich rhif: sut y daethoch, pleidleisiau gyda’u hamserau, datganiadau ac atebion.',
  copyJson: 'Lawrlwytho fel JSON',
  copyCsv: 'Lawrlwytho fel tabl (CSV)',
  eraseHeading: 'Fy nileu o’r sgwrs hon',
  eraseExplained:
    'Caiff eich holl bleidleisiau eu tynnu’n ôl ac ni fyddant yn cyfrif mwyach. Caiff eich allwedd, eich cod dychwelyd, eich atebion a’r hyn y rhoesoch wybod amdano eu dileu. Caiff yr hyn y pleidleisioch chi ei ddileu o’r log hefyd; dim ond bod cofnodion wedi bod y mae’n ei gadw, nid rhai pwy na beth oeddent. Ni ellir dadwneud hyn.',
  eraseStatements: 'A’r datganiadau a ysgrifennoch?',
  eraseKeep: 'Maent yn aros, heb awdur',
  eraseWithdraw: 'Maent yn mynd hefyd: caiff eu testun ei ddileu',
  eraseSure: 'Ie, dilëwch fi',
  sureMissing: 'Ticiwch “Ie, dilëwch fi” yn gyntaf.',
  eraseSend: 'Dileu',
  erased: 'Rydych wedi cael eich dileu',
  erasedMore: {
    one: 'Tynnwyd {count} bleidlais yn ôl. Mae’r ddyfais hon wedi’ch anghofio hefyd.',
    other: 'Tynnwyd {count} pleidlais yn ôl. Mae’r ddyfais hon wedi’ch anghofio hefyd.',
  },

  // questions about people
  questionsHeading: 'Ychydig gwestiynau amdanoch chi',
  questionsExplained:
    'Maent yn dangos a yw pob math o bobl yn cymryd rhan. Gallwch hepgor unrhyw un ohonynt. Cedwir atebion ar wahân i’ch pleidleisiau, ac ni ddangosir rhifau o dan bump byth.',
  notSaid: 'Mae’n well gen i beidio â dweud',
  questionsSend: 'Anfon fy atebion',
  questionsLeaveOut: 'Nid nawr',
  questionsThanks: 'Diolch am eich atebion.',

  // the map
  mapHeading: 'Y map barn',
  mapIntroduction:
    'Mae pobl sy’n pleidleisio’n debyg yn agos at ei gilydd. Mae pob marc yn cynrychioli pump o bobl neu ragor.',
  mapOpens: {
    one: 'Bydd y map yn agor pan fydd {count} person (nawr {now}).',
    two: 'Bydd y map yn agor pan fydd {count} berson (nawr {now}).',
    other: 'Bydd y map yn agor pan fydd {count} o bobl (nawr {now}).',
  },
  mapOpensMore: 'Tan hynny mae rhy ychydig o bleidleisiau i ddangos pwy sy’n meddwl yn debyg.',
  mapPeople: {
    one: 'Mae’r map yn dangos {count} person sydd wedi pleidleisio ar ddigon o ddatganiadau i gael lle arno.',
    two: 'Mae’r map yn dangos {count} berson sydd wedi pleidleisio ar ddigon o ddatganiadau i gael lle arno.',
    other:
      'Mae’r map yn dangos {count} o bobl sydd wedi pleidleisio ar ddigon o ddatganiadau i gael lle arno.',
  },
  groupName: 'Grŵp {letter}',
  groupPeople: { one: '{count} person', two: '{count} berson', other: '{count} o bobl' },
  groupStandsFor: 'Barn pob grŵp',
  groupNothing: 'Nid oes dim yn gosod y grŵp hwn ar wahân eto.',
  mostAgree: 'Mae’r rhan fwyaf yn cytuno:',
  mostDisagree: 'Mae’r rhan fwyaf yn anghytuno:',
  shareOf: '{inFavour} o {votes}',
  consensusHeading: 'Yr hyn y mae pawb yn cytuno arno',
  consensusIntroduction: 'Datganiadau y mae pob grŵp yn gogwyddo’r un ffordd arnynt.',
  consensusNothing: 'Nid oes dim eto y mae pob grŵp yn cytuno arno.',
  everyoneAgrees: 'Ym mhob grŵp, mae pobl yn cytuno:',
  everyoneDisagrees: 'Ym mhob grŵp, mae pobl yn anghytuno:',

  // where I stand
  mapNoGroups:
    'Nid oes grwpiau amlwg eto: nid yw’r farn yn ymrannu’n garfanau, neu mae rhy ychydig o bobl wedi pleidleisio.',

  // where I stand, and how sure the groups are
  standingHeading: 'Ble rydych chi’n sefyll',
  standingNearest: 'Rydych agosaf at grŵp {letter}.',
  standingBetween: 'Rydych yn sefyll rhwng grwpiau {first} a {second}, ychydig yn nes at {first}.',
  standingGuess: {
    one: 'Amcan cyntaf o {count} bleidlais yw hyn; daw’n sicrach wrth i chi bleidleisio.',
    two: 'Amcan cyntaf o {count} bleidlais yw hyn; daw’n sicrach wrth i chi bleidleisio.',
    few: 'Amcan cyntaf o {count} pleidlais yw hyn; daw’n sicrach wrth i chi bleidleisio.',
    many: 'Amcan cyntaf o {count} phleidlais yw hyn; daw’n sicrach wrth i chi bleidleisio.',
    other: 'Amcan cyntaf o {count} o bleidleisiau yw hyn; daw’n sicrach wrth i chi bleidleisio.',
  },
  standingRests: { other: 'Mae hyn yn seiliedig ar {count} o’ch pleidleisiau.' },
  standingAgree: 'Rydych chi a’r rhan fwyaf o grŵp {letter} yn dweud yr un peth',
  standingDiffer: 'Rydych yn wahanol i’r rhan fwyaf o grŵp {letter}',
  standingSame: 'Felly hefyd {share} o {people} o bobl yno.',
  standingOpposite: 'Mae {share} o {people} o bobl yno’n dweud y gwrthwyneb.',
  certaintyUnknown: 'Rydym wrthi’n cyfrifo pa mor sicr yw’r grwpiau.',
  certaintyClear:
    'Mae’r grwpiau’n glir: pe bai pobl eraill debyg i’r rhain wedi cymryd rhan, byddai dau berson o’r un grŵp gyda’i gilydd eto {share} o’r amser neu fwy.',
  certaintyFairlyClear:
    'Mae’r grwpiau’n weddol glir: pe bai pobl eraill debyg i’r rhain wedi cymryd rhan, byddai dau berson o’r un grŵp gyda’i gilydd eto {share} o’r amser neu fwy.',
  certaintyUnsettled:
    'Mae’r grwpiau’n ansicr o hyd: pe bai pobl eraill debyg i’r rhain wedi cymryd rhan, dim ond {share} o’r amser y byddai dau berson o’r un grŵp gyda’i gilydd eto yn y grŵp lleiaf sicr.',
  certaintyNumber: 'Mae nifer y grwpiau’n llai sicr: yr un nifer a gafwyd {share} o’r amser.',
}
