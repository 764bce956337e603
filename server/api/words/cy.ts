// What the description of the API says, in Welsh.
import type { CatalogueOf } from '../../protocol/words/catalogue.ts'
import type { en } from './en.ts'

export const cy: CatalogueOf<typeof en> = {
  description:
    'Yr hyn y caiff rhaglenni eraill ei ddarllen. Pleidleisiau: cytuno +1, anghytuno −1, pasio 0; nid yw’r un rhif yn sôn am lai o bobl nag y mae’r sgwrs yn ei ganiatáu. Darllenir canlyniadau nad ydynt i bawb eto â thocyn y sgwrs.',
  answered: 'Wedi’i wneud.',
  answeredFile: 'Y ffeil.',
  answeredPolis: 'Yn y ffurf a chyda’r arwyddion sydd gan Polis: −1 yw cytuno.',
  refused: 'Gwrthodwyd, gyda chod a brawddeg sy’n dweud beth i’w wneud.',
  tag: 'O’i anfon yn ôl fel If-None-Match, atebir â 304 tra nad oes dim wedi newid.',
  tokenAbout: 'Wedi’i wneud gan berchennog ar gyfer un sgwrs, ar ei thudalen “Cysylltiadau”.',

  aboutConversations: 'Pob sgwrs.',
  aboutConversation: 'Sgwrs a’i chyfrifon.',
  aboutStatements: 'Y datganiadau y gellir pleidleisio arnynt.',
  aboutAnswers:
    'Yr hyn a ddywedodd pobl amdanynt eu hunain, mewn rhifau; null lle byddai’n sôn am rhy ychydig.',
  aboutSnapshot:
    'Y map cyhoeddedig: grwpiau, yr hyn y maent yn sefyll drosto, yr hyn y mae pawb yn cytuno arno.',
  aboutComponents: 'Yr hyn sy’n gosod person ar fap, a sut y pleidleisiodd grwpiau.',
  aboutReport: 'Pob ffigur o’r adroddiad fel y mae nawr.',
  aboutVersions: 'Fersiynau cyhoeddedig yr adroddiad.',
  aboutVersion: 'Fersiwn gyhoeddedig: ei ffigurau, a’i ffeiliau gyda’u SHA-256.',
  aboutVersionFile: 'Ffeil o fersiwn gyhoeddedig, fel y’i cyhoeddwyd.',
  aboutResultsZip: 'Ffigurau fel CSV a JSON.',
  aboutResultsFile: 'Un ffeil o’r ffigurau.',
  aboutOpenDataZip: 'Pob pleidlais o dan ffugenwau, lle datganwyd data agored.',
  aboutOpenDataFile: 'Un ffeil o’r data agored.',
  aboutPolisConversation: 'Y sgwrs.',
  aboutPolisComments:
    'Y datganiadau gyda’u pleidleisiau; gyda moderation=true hefyd y rhai na chawsant eu derbyn.',
  aboutPolisMath:
    'Y map, ei grwpiau a’r hyn y maent yn sefyll drosto. Dim ond ar gyfer data agored y rhoddir aelodau’r clystyrau sylfaen.',
  aboutPolisVotes: 'Pleidleisiau un person o’r data agored, o dan ffugenw.',
  aboutPolisInit: 'Yr hyn y mae’r dudalen cymryd rhan yn gofyn amdano yn gyntaf.',
  aboutPolisReports: 'Adroddiad sgwrs.',
  aboutPolisExport: 'Yn arwain ymlaen at ffeil o’r allforiad.',

  parameterId: 'Enw’r sgwrs, fel yn ei chyfeiriad.',
  parameterNumber: 'Rhif y fersiwn gyhoeddedig.',
  parameterVersion: 'Fersiwn y map, fel sydd yn y ciplun.',
  parameterFormulaSafe: 'Collnod o flaen testunau y byddai taenlenni’n eu cymryd yn fformiwlâu.',
  parameterLanguage: 'Iaith y negeseuon.',
  parameterFile: 'Enw’r ffeil.',
  parameterVersionFile: 'Enw’r ffeil, fel y mae’r fersiwn yn ei rhestru.',
  parameterPolisId: 'Enw’r sgwrs, neu’r id a oedd ganddi yn Polis.',
  parameterPolisReport: 'r ac enw’r sgwrs, neu’r id a oedd gan ei hadroddiad yn Polis.',
  parameterPolisModeration: 'Hefyd ddatganiadau na dderbyniodd cymedrolwyr, heb eu geiriau.',
  parameterPolisAbove:
    'Dim ond datganiadau y mae eu mod yn uwch na hyn: −1 heb ei dderbyn, 0 heb ei gymedroli, 1 wedi’i dderbyn.',
  parameterPolisPid: 'Rhif y person o fewn y data agored.',

  pageTitle: 'API ar gyfer rhaglenni',
  pageIntro:
    'Gall rhaglenni eraill ddarllen sgyrsiau yma a chael gwybod pan fydd rhywbeth yn digwydd. Ni ellir newid dim fel hyn, ac nid oes dim yn dweud sut y pleidleisiodd un person oni bai bod y sgwrs wedi datgan data agored cyn i’r pleidleisio ddechrau.',
  skip: 'Neidio i’r cynnwys',
  contents: 'Ar y dudalen hon',
  machineReadable: 'Yr un peth ar gyfer rhaglenni (OpenAPI 3.1)',
  footer:
    'Meddalwedd rydd yw Folkmoot. Gwneir y disgrifiad ar y dudalen hon o’r sgemâu y gwirir atebion yn eu herbyn.',

  conventionsHeading: 'Sut i’w ddarllen',
  conventionRequests:
    'Gofynnwch â GET. JSON yn UTF-8 yw’r atebion, neu ffeiliau. Milieiliadau ers 1970 yw amserau sy’n gorffen â Ms.',
  conventionVotes:
    'Pleidleisiau: cytuno +1, anghytuno −1, pasio 0. Lle mae gan Polis arwydd arall, felly hefyd gyfeiriadau Polis.',
  conventionSmall:
    'Mae rhif a fyddai’n sôn am rhy ychydig o bobl yn null neu wedi’i hepgor. Mae pa mor ychydig yn yr adroddiad fel “smallest”.',
  conventionTags:
    'Mae ETag gan y rhan fwyaf o atebion. Anfonwch ef yn ôl fel If-None-Match: tra nad oes dim wedi newid, 304 heb gorff yw’r ateb.',
  conventionErrors:
    'Mae gan yr hyn a wrthodir god sy’n aros yr un fath a brawddeg yn yr iaith y gofynnwch amdani.',

  conversationsHeading: 'Sgyrsiau',
  resultsHeading: 'Canlyniadau',
  reportsHeading: 'Adroddiadau a fersiynau cyhoeddedig',
  exportsHeading: 'Allforion',
  polisHeading: 'Cyfeiriadau Polis',
  polisIntro:
    'Gall offer sy’n darllen sgyrsiau o Polis ddarllen y rhain o fan hyn: rhowch gyfeiriad y gwasanaeth hwn iddynt yn lle eu cyfeiriad nhw. −1 yw cytuno yma, fel y mae yno.',
  tableOf: 'Paramedrau {path}',
  parameter: 'Paramedr',
  where: 'Ble',
  meaning: 'Ystyr',
  inPath: 'yn y llwybr, mae ei angen',
  inQuery: 'ar ôl “?”',
  oneOf: 'Un o: {values}.',
  example: 'Enghraifft o’r ateb',
  exampleRefused: 'Enghraifft o’r hyn a wrthodir',

  tokensHeading: 'Tocynnau',
  tokensIntro:
    'Tra nad yw canlyniadau sgwrs i bawb, mae rhaglen yn eu darllen â thocyn. Mae perchennog yn ei wneud ar dudalen “Cysylltiadau” y sgwrs; fe’i dangosir unwaith, mae’n dda i’r sgwrs honno yn unig, a gellir ei ddirymu unrhyw bryd. Mae’n mynd mewn pennyn, byth mewn cyfeiriad:',
  tokenScope: 'Cwmpas',
  tokenScopeReadResults: 'Canlyniadau, adroddiad ac allforion y sgwrs cyn i bawb gael eu gweld.',

  originsHeading: 'Tudalennau gwefannau eraill',
  originsIntro:
    'Gall sgript ar wefan arall ddarllen sgwrs pan fydd tarddiad y wefan honno yng ngosodiad y sgwrs “{setting}”. Ni chaiff cwcis eu hanfon na’u darllen.',

  webhooksHeading: 'Cael gwybod pan fydd rhywbeth yn digwydd',
  webhooksIntro:
    'Mae perchennog yn ychwanegu’r cyfeiriadau sy’n cael gwybod ar y dudalen “Cysylltiadau”. Mae pob un yn cael POST gyda neges JSON fer; rhifau ac enwau pethau yn unig, byth pobl.',
  webhookEvents: 'Yr hyn y rhoddir gwybod amdano i gyfeiriadau',
  event: 'Digwyddiad',
  eventOpened: 'Mae’r pleidleisio wedi agor.',
  eventClosed: 'Mae’r pleidleisio wedi cau neu wedi’i oedi.',
  eventVersion: 'Cyhoeddwyd fersiwn o’r adroddiad; mae’r neges yn dweud pa un.',
  eventWaiting: 'Mae datganiadau’n aros am gymedrolwr; mae eu rhifau yn y neges.',
  eventTest: 'Mae rhywun yn rhoi cynnig ar y cyfeiriad.',
  webhookAnswer:
    'Atebwch â statws o 200 i 299 o fewn 10 eiliad. Fel arall anfonir y neges eto ar ôl 10 eiliad, 1 munud, 5 munud, 30 munud, 2 awr ac 8 awr. Gall yr un neges gyrraedd ddwywaith: mae ei rhif yn Folkmoot-Delivery.',
  verifyHeading: 'Gwirio’r llofnod',
  verifyIntro:
    'Yn y pennyn Folkmoot-Signature mae amser mewn eiliadau ac HMAC-SHA-256 â’r allwedd a ddangoswyd pan ychwanegwyd y cyfeiriad, dros yr amser, dot, a’r corff fel y cyrhaeddodd. Gwrthodwch negeseuon â llofnod arall, a’r rhai sy’n hŷn na phum munud:',

  limitsHeading: 'Terfynau',
  limitExports:
    'Cynifer o allforion a ysgrifennir ar y tro: {count}. Atebir pwy bynnag a ddaw wedyn â 503 a Retry-After.',
  limitReports:
    'Gwneir adroddiad o’r newydd bob {seconds} eiliad ar y mwyaf tra bo pleidleisiau’n dod i mewn.',
  limitWebhooks: 'Mae sgwrs yn rhoi gwybod i {count} o gyfeiriadau ar y mwyaf.',
  limitStatements: 'Mae gan ddatganiad {characters} nod ar y mwyaf.',
}
