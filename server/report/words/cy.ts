// Everything that a report says, in Welsh.
import type { CatalogueOf } from '../../protocol/words/catalogue.ts'
import type { en } from './en.ts'

export const cy: CatalogueOf<typeof en> = {
  // numbers with their nouns
  people: { one: '{count} person', two: '{count} berson', other: '{count} o bobl' },
  votes: {
    one: '{count} bleidlais',
    two: '{count} bleidlais',
    few: '{count} pleidlais',
    many: '{count} phleidlais',
    other: '{count} o bleidleisiau',
  },
  statements: { one: '{count} datganiad', two: '{count} ddatganiad', other: '{count} o ddatganiadau' },
  groups: { one: '{count} grŵp barn', other: '{count} grŵp barn' },
  percent: '{value}%',
  listEnd: '{before} a {last}',

  // the frame
  skip: 'Neidio i’r adroddiad',
  eyebrow: 'Adroddiad',
  sample: 'Enghraifft: trigolion ffug sydd ynddi',
  title: 'Adroddiad: {topic}',
  stateLive: 'Fel yr oedd ar {date}. Mae’r bleidlais ar agor, felly mae’r ffigurau’n dal i newid.',
  stateOpenSoon: 'Nid yw’r bleidlais wedi agor eto.',
  statePaused: 'Fel yr oedd ar {date}. Mae’r bleidlais wedi’i seibio.',
  stateClosed: 'Fel yr oedd ar {date}. Mae’r bleidlais wedi cau.',
  stateVersion: 'Fersiwn {number}, cyhoeddwyd ar {date}. Nid yw ei ffigurau byth yn newid.',
  newest: 'Darllen yr adroddiad fel y mae nawr',
  versionsHeading: 'Fersiynau a gyhoeddwyd',
  versionLink: 'Fersiwn {number}, {date}',
  compareLink: 'Beth a newidiodd o fersiwn {first} i fersiwn {second}',
  withdrew: {
    one: 'Tynnodd {count} person yn ôl ar ôl cyhoeddi’r fersiwn hon. Mae ei ffigurau’n dal i gynnwys eu pleidleisiau.',
    two: 'Tynnodd {count} berson yn ôl ar ôl cyhoeddi’r fersiwn hon. Mae ei ffigurau’n dal i gynnwys eu pleidleisiau.',
    other:
      'Tynnodd {count} o bobl yn ôl ar ôl cyhoeddi’r fersiwn hon. Mae ei ffigurau’n dal i gynnwys eu pleidleisiau.',
  },
  contents: 'Cynnwys',
  footer: 'Gwnaed â Folkmoot, meddalwedd ar gyfer trafod cyhoeddus.',
  byFacilitators: 'Ysgrifennwyd gan yr hwyluswyr',
  namedByFacilitators: 'Yr hwyluswyr a enwodd y grwpiau a’r cyfeiriadau; y feddalwedd biau’r ffigurau.',
  draft: 'Dim ond staff all ddarllen hwn nawr: nid yw’r canlyniadau’n gyhoeddus eto.',

  // summary
  summaryHeading: 'Yn fyr',
  summaryPeople: '{people}, {votes}, {statements}.',
  summaryGroups: {
    one: 'Mae {grouped} ohonynt yn ffurfio {count} grŵp barn: {list}.',
    other: 'Mae {grouped} ohonynt yn ffurfio {count} grŵp barn: {list}.',
  },
  summaryGroup: '{name} ({people})',
  summaryNoGroups: 'Mae rhy ychydig o bobl neu bleidleisiau hyd yma i wahaniaethu rhwng grwpiau barn.',
  summaryNotDistinct:
    'Nid yw’r grwpiau’n gliriach nag y byddai siawns yn eu gwneud, felly darllenwch hwy’n ofalus.',
  summaryConsensus: {
    one: 'Mae pob grŵp yn dweud yr un peth am {count} datganiad.',
    two: 'Mae pob grŵp yn dweud yr un peth am {count} ddatganiad.',
    other: 'Mae pob grŵp yn dweud yr un peth am {count} o ddatganiadau.',
  },
  summaryNoConsensus: 'Nid oes yr un datganiad y mae pob grŵp yn amlwg yn dweud yr un peth amdano.',
  summaryDivide: 'Ar ddatganiad {number} y maent yn gwahaniaethu fwyaf.',
  mapOpens: {
    one: 'Dangosir grwpiau barn pan fydd {count} person wedi pleidleisio.',
    two: 'Dangosir grwpiau barn pan fydd {count} berson wedi pleidleisio.',
    other: 'Dangosir grwpiau barn pan fydd {count} o bobl wedi pleidleisio.',
  },

  // purpose
  purposeHeading: 'Y cwestiwn a’i ddiben',
  purposeNone: 'Nid oes neb wedi ysgrifennu beth yw diben y sgwrs hon.',
  influence: 'Faint y mae’r atebion yn cyfrif',
  influenceInform: 'Hysbysu: caiff pobl wybod beth sy’n digwydd a pham; mae’r penderfyniad wedi’i wneud.',
  influenceConsult: 'Ymgynghori: gwrandewir ar bobl, a chânt wybod sut y cyfrifodd yr hyn a ddywedasant.',
  influenceInvolve: 'Cynnwys: caiff yr hyn a ddywed pobl ei weithio i’r dewisiadau, a dangosir iddynt ble.',
  influenceCollaborate: 'Cydweithio: caiff yr ateb ei lunio gyda phobl, cyn belled ag y bo modd.',
  influenceEmpower: 'Grymuso: gwneir yr hyn y mae pobl yn ei benderfynu yma.',
  decides: 'Pwy sy’n penderfynu',
  canChange: 'Beth all newid',
  next: 'Beth sy’n digwydd nesaf',
  dates: 'Dyddiadau',
  dateOf: '{date}: {what}',
  contact: 'Cysylltu',

  // who took part
  peopleHeading: 'Pwy a gymerodd ran',
  peopleSpan: '{people}, {votes}, rhwng {from} a {to}.',
  peopleDay: '{people}, {votes}, ar {from}.',
  peopleNone: 'Nid oes neb wedi pleidleisio eto.',
  peopleGrouped: 'Pleidleisiodd {people} ar ddigon o ddatganiadau i gael lle ar y map.',
  channelsHeading: 'Sut y daeth pobl i gymryd rhan',
  columnWay: 'Cymryd rhan gyntaf',
  peopleWay: 'Pobl a gymerodd ran gyntaf {way}',
  channelOnly: 'Cymerodd pob un ohonynt ran gyntaf {way}.',
  channelList: 'Yn ôl y ffordd y cymerasant ran gyntaf: {list}.',
  channelItem: '{people} {way}',
  channelHidden:
    'Cuddir ffyrdd y daeth llai na {count} o bobl drwyddynt, a’r lleiaf nesaf gyda hwy lle gellid eu cyfrifo.',
  wayHere: 'ar y gwasanaeth hwn',
  wayPage: 'ar dudalen y sgwrs ei hun',
  wayEmbedded: 'ar dudalen gwefan arall',
  wayForm: 'drwy ffurflen, heb sgript',
  wayEvent: 'mewn digwyddiad, drwy’r llythrennau ar ei sgrin',
  wayImported: 'mewn offeryn arall, y mewnforiwyd eu pleidleisiau ohono',
  wayUnknown: 'mewn ffordd nad yw’n hysbys',
  peopleRejected: {
    one: 'Cyfrifir yma, ac nid yn unman arall, bleidleisiau ar {count} datganiad na dderbyniodd cymedrolwyr.',
    two: 'Cyfrifir yma, ac nid yn unman arall, bleidleisiau ar {count} ddatganiad na dderbyniodd cymedrolwyr.',
    other:
      'Cyfrifir yma, ac nid yn unman arall, bleidleisiau ar {count} o ddatganiadau na dderbyniodd cymedrolwyr.',
  },
  notCensus:
    'Pobl a ddewisodd gymryd rhan yw’r rhain. Nid ydynt yn sampl ar hap o’r boblogaeth, felly ni ddylid darllen eu cyfrannau fel rhai’r dref gyfan.',
  timeHeading: 'Pleidleisiau dros amser',
  timeFindingDay: 'Y diwrnod prysuraf oedd {date}: {votes}.',
  timeFindingWeek: 'Dechreuodd yr wythnos brysuraf ar {date}: {votes}.',
  timeFindingMonth: 'Y mis prysuraf oedd {month}: {votes}.',
  timeFindingStretch: 'Y cyfnod prysuraf oedd o {from} i {to}: {votes}.',
  timeNote:
    'Cyfrifir pleidleisiau fel y’u bwriwyd, gan gynnwys rhai a newidiwyd, yn ôl diwrnodau ym mharth amser {zone}. Rhoddir cyfnodau cyfagos â rhy ychydig o bobl at ei gilydd.',
  timeUnitDay: 'Pleidleisiau’r dydd',
  timeUnitWeek: 'Pleidleisiau’r wythnos',
  timeUnitMonth: 'Pleidleisiau’r mis',
  columnTime: 'Amser',
  columnPeople: 'Pobl',
  columnVotes: 'Pleidleisiau',
  span: '{from} i {to}',
  perPersonHeading: 'Pleidleisiau fesul person',
  perPersonFinding: {
    one: 'Pleidleisiodd hanner y bobl ar {count} datganiad neu ragor.',
    two: 'Pleidleisiodd hanner y bobl ar {count} ddatganiad neu ragor.',
    other: 'Pleidleisiodd hanner y bobl ar {count} o ddatganiadau neu ragor.',
  },
  perPersonRange: '{least} i {most}',
  perPersonMore: '{least} neu ragor',
  columnVotesCast: 'Pleidleisiau a fwriwyd',
  answersHeading: 'Yr hyn a ddywedodd pobl amdanynt eu hunain',
  answersNote:
    'Roedd ateb yn wirfoddol, a chedwir atebion ar wahân i bleidleisiau. Cuddir rhifau o dan {count}, a’r lleiaf nesaf gyda hwy lle gellid eu cyfrifo.',
  answersTooFew: 'Atebodd rhy ychydig o bobl i ddweud dim amdanynt.',
  notSaid: 'Roedd yn well ganddynt beidio â dweud',
  columnShare: 'Cyfran o bawb a bleidleisiodd',
  hidden: 'cuddiwyd',

  // agreement
  agreeHeading: 'Yr hyn y mae pob grŵp yn cytuno arno',
  agreeIntro: 'Datganiadau â mwyafrif ym mhob un grŵp, ac yn amlwg fwy na hanner yr holl bobl ar y map.',
  agreeNone: 'Nid oes mwyafrif clir ym mhob grŵp ar unrhyw ddatganiad.',
  agreeFinding: 'Mae pob grŵp yn cytuno, a {percent} o’r {people} a bleidleisiodd arno.',
  disagreeFinding: 'Mae pob grŵp yn anghytuno, a {percent} o’r {people} a bleidleisiodd arno.',
  stays:
    'Mae’n llai sicr na’r lleill: arhosodd yn y rhestr hon mewn {percent} o’r tyniadau o bobl eraill debyg i’r rhain.',

  // statements and bars
  everyone: 'Pawb',
  group: 'Grŵp {letter}',
  groupNamed: 'Grŵp {letter}, “{name}”',
  bars: '{agree} yn cytuno, {disagree} yn anghytuno, {pass} yn pasio',
  barsOf: 'o {people}',
  barsHidden: {
    one: 'llai na {count} bleidlais, neu wedi’i guddio i warchod eraill',
    other: 'llai na {count} o bleidleisiau, neu wedi’i guddio i warchod eraill',
  },
  statementNumber: 'Datganiad {number}',

  // groups
  groupsHeading: 'Y grwpiau barn',
  groupsIntro:
    'Mae grŵp yn cynnwys pobl a bleidleisiodd yn debyg. Ni ofynnwyd i neb i ba grŵp y mae’n perthyn, ac nid sefydliad yw grŵp.',
  mapTitle: 'Y map barn',
  mapFinding: {
    one: 'Mae’r map yn dangos {count} grŵp barn: {list}.',
    other: 'Mae’r map yn dangos {count} grŵp barn: {list}.',
  },
  mapRead:
    'Mae pobl sy’n pleidleisio’n debyg yn agos at ei gilydd. Mae pob marc yn cynrychioli {count} o bobl neu ragor; mae ei arwynebedd yn dweud faint. Mae saeth yn pwyntio at le’r rhai sy’n cytuno â’r datganiad â’r rhif hwnnw: po hiraf y saeth, mwyaf y mae’n rhannu.',
  mapVariance: 'Mae’r lled yn dangos {first} o’r gwahaniaethau rhwng pobl, yr uchder {second}.',
  columnGroup: 'Grŵp',
  columnShareOfMap: 'Cyfran o’r map',
  columnStandsFor: 'Datganiadau nodweddiadol',
  portraitSize: '{people}, {share} o’r rhai ar y map.',
  portraitAgree:
    'Datganiad {number} sy’n ei osod ar wahân fwyaf: mae {percent} o’r {people} yn y grŵp a bleidleisiodd arno’n cytuno.',
  portraitDisagree:
    'Datganiad {number} sy’n ei osod ar wahân fwyaf: mae {percent} o’r {people} yn y grŵp a bleidleisiodd arno’n anghytuno.',
  portraitOthers: 'Ymhlith y lleill ar y map, {percent} o {people} yw’r ffigur.',
  portraitTogether:
    'Pe bai pobl eraill debyg i’r rhain wedi cymryd rhan, byddai dau berson o’r grŵp hwn gyda’i gilydd eto {percent} o’r amser.',
  portraitNothing: 'Nid oes dim yn gosod y grŵp hwn ar wahân yn glir.',
  mostAgree: 'Yn fwy na’r lleill, maent yn cytuno',
  mostDisagree: 'Yn fwy na’r lleill, maent yn anghytuno',

  // differences
  differHeading: 'Ble maent yn gwahaniaethu',
  differIntro: 'Y datganiadau sy’n tynnu pobl bellaf oddi wrth ei gilydd.',
  differNone: 'Nid oes grwpiau i’w cymharu eto.',
  differFinding: '{highGroup}: {high} yn cytuno; {lowGroup}: {low}.',
  swarmTitle: 'Pob datganiad, o uno i rannu',
  swarmFinding: {
    one: 'Gosodir {count} datganiad yn ôl pa mor bell y mae’n tynnu pobl oddi wrth ei gilydd; {near} yn yr hanner llai rhanedig.',
    two: 'Gosodir {count} ddatganiad yn ôl pa mor bell y maent yn tynnu pobl oddi wrth ei gilydd; {near} ohonynt yn yr hanner llai rhanedig.',
    other:
      'Gosodir {count} o ddatganiadau yn ôl pa mor bell y maent yn tynnu pobl oddi wrth ei gilydd; {near} ohonynt yn yr hanner llai rhanedig.',
  },
  swarmUnite: 'Yn uno',
  swarmDivide: 'Yn rhannu',
  swarmLegendAgree: 'pob grŵp yn cytuno neu’n anghytuno',
  swarmLegendDiffer: 'yn rhannu fwyaf',
  swarmLegendOther: 'datganiadau eraill',
  swarmRead:
    'Datganiad yw pob pwynt; enwir y rhai â rhif yn yr adroddiad hwn. Mae tabl yr holl ddatganiadau’n cynnwys yr un gwerthoedd.',
  barsTitle: 'Y datganiadau sy’n rhannu fwyaf, fesul grŵp',
  barsFinding:
    'Mae’r barrau’n dangos pwy sy’n cytuno, yn pasio ac yn anghytuno ar y datganiadau sy’n rhannu fwyaf.',

  // uncertainty
  unsureHeading: 'Yr hyn y mae pobl yn ansicr yn ei gylch',
  unsureIntro:
    'Datganiadau y pasiodd llawer arnynt: efallai eu bod yn aneglur, neu fod angen i bobl wybod mwy.',
  unsureNone: 'Nid oes datganiad y pasiodd mwy na {percent} arno.',
  unsureFinding: 'Pasiodd {percent} o’r {people} a bleidleisiodd arno.',

  // all statements
  tableHeading: 'Pob datganiad',
  tableIntro: 'Pob datganiad y gallai pobl bleidleisio arno, gyda phleidleisiau pawb a phob grŵp.',
  tableSort: 'Mae clic ar bennawd colofn yn trefnu yn ôl y golofn honno.',
  tableFilter: 'Dangos datganiadau sy’n cynnwys',
  tableFiltered: 'Dangosir: {shown} o {all}',
  tableMost: 'Rhestrir yma’r {count} datganiad cyntaf yn ôl pleidleisiau; mae’r ffeiliau’n cynnwys pob un.',
  columnNumber: 'Rhif',
  columnStatement: 'Datganiad',
  columnAgree: 'Cytuno',
  columnDisagree: 'Anghytuno',
  columnPass: 'Pasio',
  columnDivides: 'Rhannu',
  columnGroupAgree: 'cytuno / anghytuno, pleidleisiau',
  metaMark: 'am y sgwrs ei hun, ddim ar y map',
  seedMark: 'ysgrifennwyd gan y trefnwyr',

  // method
  methodHeading: 'Sut y gwnaed hyn',
  methodIntro:
    'Pleidleisiodd pobl drwy gytuno, anghytuno neu basio ar ddatganiadau byr, y rhan fwyaf ohonynt gan gyfranogwyr eraill. Gosododd y feddalwedd bobl sy’n pleidleisio’n debyg yn agos at ei gilydd, daeth o hyd i grwpiau, a chwiliodd am yr hyn sy’n gosod y grwpiau ar wahân a’r hyn sy’n gyffredin rhyngddynt. Ysgrifennir y rheolau isod o’r union rifau y mae’r feddalwedd yn cyfrifo â hwy.',
  ruleRounding:
    'Rhifau cyfan yw canrannau; talgrynnir hanner union i’r eilrif agosaf. Rhoddir pob un gyda nifer y bobl y mae’n gyfran ohonynt.',
  ruleSmallest: {
    one: 'Ni ddywedir dim am lai na {count} person.',
    other:
      'Ni ddywedir dim am lai na {count} o bobl. Lle gellid cyfrifo rhif cudd o’r lleill, cuddir un arall.',
  },
  ruleOutside: {
    one: 'Lle pleidleisiodd llai na {count} person y tu allan i’r grwpiau ar ddatganiad, gadewir y pleidleisiau allan o’i gyfanswm.',
    other:
      'Lle pleidleisiodd llai na {count} o bobl y tu allan i’r grwpiau ar ddatganiad, gadewir eu pleidleisiau allan o’i gyfanswm.',
  },
  ruleOpens: {
    one: 'Dangosir grwpiau o {count} person ymlaen.',
    two: 'Dangosir grwpiau o {count} berson ymlaen.',
    other: 'Dangosir grwpiau o {count} o bobl ymlaen.',
  },
  ruleIncluded:
    'Rhoddir rhywun mewn grŵp ar ôl pleidleisio ar {votes} o ddatganiadau, neu ar bob datganiad lle mae llai. Tra bo llai na {people} o bobl wedi’u gosod, gosodir pawb sy’n pleidleisio. Mae pwy bynnag a osodwyd yn aros felly.',
  ruleMap:
    'Mae’r map yn dangos y ddau gyfeiriad y mae pleidleisiau’n gwahaniaethu fwyaf ynddynt (prif gydrannau). Cyfrifir pleidlais sydd ar goll fel y bleidlais gyfartalog ar ei datganiad.',
  ruleNumber:
    'Rhoddir cynnig ar rhwng 2 a {largest} o grwpiau, un yn fwy am bob {step} o bobl (k-means). Dim ond lle mae gan bob grŵp o leiaf {fewest} o bobl a {share} o bawb a osodwyd y mae nifer o grwpiau’n cyfrif. O’r rhai sy’n cyfrif, dewisir y lleiaf y mae ei eglurder (silwét cymedrig) o fewn {asGood} i’r gorau.',
  ruleSteady:
    'O un map i’r nesaf, dim ond pan fydd nifer arall wedi bod orau {wins} gwaith yn olynol, neu’n gliriach o fwy na {margin}, y mae nifer y grwpiau’n newid.',
  ruleTest:
    'Mae cyfran yn cyfrif yn glir pan fydd yn fwy na {confident} o wallau safonol uwchlaw hanner, neu uwchlaw’r gyfran yn y grwpiau eraill; dyna bwynt 90% y dosraniad normal, un ochr.',
  ruleConsensus:
    'Mae pob grŵp yn cytuno ar ddatganiad pan fydd mwy na hanner pleidleisiau pob un grŵp, ac yn amlwg fwy na hanner yr holl bleidleisiau mewn grwpiau, yn cytuno. Rhestrir {most} ar y mwyaf i bob cyfeiriad, yn nhrefn lluoswm cyfrannau’r grwpiau.',
  ruleRepresentative:
    'Mae datganiad yn nodweddiadol o grŵp pan fydd ei gyfran yn amlwg uwchlaw hanner ac yn amlwg uwchlaw cyfran y grwpiau eraill; lle nad oes un felly, yr un sy’n dod agosaf. Rhestrir {most} ar y mwyaf i bob grŵp.',
  ruleDivisive: 'Ei bellter o ganol y map yw faint y mae datganiad yn rhannu. Disgrifir y {most} pellaf.',
  ruleUncertain:
    'Mae pobl yn ansicr am ddatganiad pan fydd mwy na {share} o leiafswm o {votes} o bleidleisiau’n basio. Rhestrir {most} ar y mwyaf.',
  ruleMarks:
    'Mae marc ar y map yn cynrychioli o leiaf {people} o bobl o un grŵp; {marks} o farciau sydd ar y mwyaf.',
  ruleDraws:
    'I weld pa mor sicr yw’r grwpiau, tynnwyd pobl o’r newydd {draws} o weithiau (o {people} o bobl ar y mwyaf), a chymysgwyd y pleidleisiau {shuffles} o weithiau. Mae grwpiau’n gliriach na siawns pan fyddant ymhellach ar wahân na’r rhai a gymysgwyd o fwy na {clear} gwyriad safonol.',
  settingsHeading: 'Gosodiadau’r sgwrs hon',
  settingStrict: 'Dim ond datganiadau yr oedd cymedrolwr wedi’u derbyn a ddangoswyd.',
  settingNotStrict: 'Dangoswyd datganiadau nes i gymedrolwr eu gwrthod.',
  settingAnyone: 'Gallai unrhyw un ysgrifennu datganiadau; fe’u dangoswyd ar unwaith.',
  settingApproval: 'Gallai unrhyw un ysgrifennu datganiadau; fe’u dangoswyd ar ôl i gymedrolwr eu derbyn.',
  settingStaff: 'Dim ond staff a ysgrifennodd ddatganiadau.',
  settingIdentity: 'Dim ond pobl yr oedd safle’r cyngor ei hun wedi’u mewngofnodi a allai bleidleisio.',
  settingNames:
    'Derbyniwyd enwau o safle arall heb brawf: gallai rhywun fod wedi pleidleisio fel rhywun arall.',
  settingOpen: 'Nid oedd angen cyfrif. Gallai’r un person gymryd rhan eto o borwr arall.',

  // how sure
  sureHeading: 'Pa mor sicr yw hyn',
  sureNone: 'Nid oes grwpiau eto y gellid mesur eu sicrwydd.',
  surePending: 'Rydym wrthi’n cyfrifo pa mor sicr yw’r grwpiau. Llwythwch y dudalen eto ymhen munud.',
  sureDistinct: {
    one: 'Mae’r grwpiau’n gliriach na siawns. Pan gymysgwyd y pleidleisiau {shuffles} o weithiau, safodd grwpiau mor bell ar wahân {count} waith.',
    other:
      'Mae’r grwpiau’n gliriach na siawns. Pan gymysgwyd y pleidleisiau {shuffles} o weithiau, safodd grwpiau mor bell ar wahân {count} o weithiau.',
  },
  sureNotDistinct: {
    one: 'Nid yw’r grwpiau’n gliriach na siawns. Pan gymysgwyd y pleidleisiau {shuffles} o weithiau, safodd grwpiau mor bell ar wahân {count} waith.',
    other:
      'Nid yw’r grwpiau’n gliriach na siawns. Pan gymysgwyd y pleidleisiau {shuffles} o weithiau, safodd grwpiau mor bell ar wahân {count} o weithiau.',
  },
  sureNumber:
    'Pan dynnwyd pobl eraill debyg i’r rhain {draws} o weithiau, yr un nifer o grwpiau a gafwyd {percent} o’r amser.',
  sureGroupsHeading: 'Sefydlogrwydd y grwpiau',
  columnTogether: 'Dau o’i bobl gyda’i gilydd eto',
  columnRecovered: 'Cafwyd eto, gorgyffwrdd',
  sureChoicesHeading: 'Sefydlogrwydd nifer y grwpiau',
  columnNumberOfGroups: 'Nifer y grwpiau',
  columnChosen: 'Fe’i cafwyd',
  sureClaimsHeading: 'Y pleidleisiau y tu ôl i bob honiad',
  columnClaim: 'Honiad',
  claimConsensusAgree: 'Pob grŵp yn cytuno',
  claimConsensusDisagree: 'Pob grŵp yn anghytuno',
  claimGroupAgree: '{group} yn cytuno',
  claimGroupDisagree: '{group} yn anghytuno',
  claimUnsure: 'Llawer yn ansicr',
  columnShareInFavour: 'Cyfran',
  columnStays: 'Arhosodd yn y rhestr',

  // moderation
  moderationHeading: 'Cymedroli',
  moderationWritten: 'Datganiadau i gyd',
  moderationSeeds: 'Ysgrifennwyd gan y trefnwyr',
  moderationAuthors: 'Pobl a ysgrifennodd o leiaf un',
  moderationAccepted: 'Derbyniwyd gan gymedrolwr',
  moderationUnmoderated: 'Dangoswyd heb benderfyniad',
  moderationRejected: 'Ni dderbyniwyd',
  moderationWaiting: 'Yn aros am benderfyniad',
  moderationMerged: 'Cyfunwyd ag un arall',
  moderationWithdrawn: 'Tynnwyd yn ôl gan eu hawduron',
  moderationMeta: 'Am y sgwrs ei hun',
  moderationReports: 'Adroddiadau gan ddarllenwyr',

  // limits
  limitsHeading: 'Yr hyn na all yr adroddiad hwn ei ddweud',
  limitSample:
    'Mae’n siarad am y rhai a gymerodd ran, nid am bawb. Mae’r rhai na chlywodd amdano, neu na allai gymryd rhan, ar goll.',
  limitStatements:
    'Mae’n siarad am y datganiadau a ysgrifennwyd. Ni allai neb bleidleisio ar yr hyn nas ysgrifennwyd, ac mae geiriad o bwys.',
  limitExposure:
    'Gwelodd llai o bobl y datganiadau a ddaeth yn hwyr; edrychwch ar y rhif y tu ôl i bob canran.',
  limitGroups:
    'Disgrifio sut y pleidleisiodd pobl y mae grwpiau. Nid ydynt yn sefydlog, ac mae pobl o fewn grŵp yn gwahaniaethu hefyd.',
  limitReasons: 'Mae pleidlais yn dweud beth y mae pobl yn ei feddwl, nid pam.',

  // data and citation
  dataHeading: 'Data',
  dataIntro: 'Ffigurau’r adroddiad hwn fel ffeiliau. Nid oes ynddynt ddim am bobl unigol.',
  exportsHeading: 'Ar gyfer offer eraill',
  exportResults: 'Y ffigurau fel ffeiliau CSV, yn y colofnau y mae Polis yn eu defnyddio (zip)',
  exportWorkbook: 'Y ffigurau fel llyfr gwaith (Excel)',
  developers: 'I’r rhai sy’n ysgrifennu rhaglenni: popeth y gellir ei ddarllen o’r fan hon',
  exportOpenData: 'Pob pleidlais, heb enwau nac amseroedd, yn y colofnau y mae Polis yn eu defnyddio (zip)',
  recomputeAbout: 'Gall pwy bynnag nad yw’n credu’r adroddiad hwn ei wirio yn erbyn y pleidleisiau.',
  recompute: 'Ailgyfrifo yn y porwr hwn',
  fileReport: 'Yr holl ffigurau (JSON)',
  fileStatements: 'Datganiadau â’u pleidleisiau (CSV)',
  fileGroups: 'Datganiadau fesul grŵp (CSV)',
  fileMethod: 'Dull a gosodiadau (JSON)',
  fileSums: 'Symiau SHA-256 yr holl ffeiliau',
  filesHeading: 'Ffeiliau’r fersiwn hon',
  filesAbout:
    'Ffigurau a phlotiau’r adroddiad hwn ac, yn results/, y tablau y gellid eu hallforio pan gafodd ei gyhoeddi: datganiadau, pleidleisiau fesul grŵp, yr hyn y mae pob grŵp yn sefyll drosto, pa mor aml y dangoswyd datganiadau, a phenderfyniadau cymedrolwyr. Mae swm gwirio pob un yn SHA256SUMS.',
  filesOpenData:
    'Mae open-data.zip yn cynnwys pob pleidlais hyd at y fersiwn hon, heb enwau nac amseroedd. Dywedwyd wrth bawb cyn pleidleisio y byddai’r pleidleisiau’n ddata agored.',
  citeHeading: 'Sut i ddyfynnu’r adroddiad hwn',
  cite: '“{topic}”. Adroddiad Folkmoot, {edition}. {people}, {votes}. {address}',
  editionVersion: 'fersiwn {number}, {date}',
  editionLive: 'fel yr oedd ar {date}',
  logPlace:
    'Mae’r ffigurau’n cynnwys y log pleidleisiau hyd at gofnod {sequence}, lle {hash} yw ei hash rhedegog.',
  download: 'Lawrlwytho',
  downloadAs: 'Lawrlwytho “{name}” fel {format}',
  asTable: 'Yr un peth fel tabl',

  // comparing versions
  compareTitle: 'Beth a newidiodd: fersiwn {first} a fersiwn {second}',
  compareIntro: 'O fersiwn {first} ({firstDate}) i fersiwn {second} ({secondDate}).',
  compareFigures: 'Ffigurau',
  columnFirst: 'Fersiwn {number}',
  columnChange: 'Newid',
  rowGrouped: 'Pobl ar y map',
  rowGroups: 'Grwpiau barn',
  rowStatements: 'Datganiadau',
  compareConsensusNew: 'Y mae pob grŵp bellach yn cytuno arno',
  compareConsensusGone: 'Nad yw pob grŵp yn cytuno arno mwyach',
  compareNew: 'Datganiadau newydd',
  compareGone: 'Datganiadau nas dangosir mwyach',
  compareShares: 'Y cyfrannau cytuno a newidiodd fwyaf',
  compareNothing: 'Dim.',
  points: {
    one: '{sign}{count} pwynt',
    two: '{sign}{count} bwynt',
    other: '{sign}{count} o bwyntiau',
  },
  shareOf: '{percent} o {people}',
}
