// Welsh: the same keys as en.ts.
import type { CatalogueOf } from '../words/catalogue.ts'
import type { en } from './en.ts'

export const cy: CatalogueOf<typeof en> = {
  'opensAt.label': 'Mae’r map yn agor gyda',
  'opensAt.help': 'Nifer y bobl y bydd y map yn agor gyda nhw, 7 i 1000.',
  'smallestGroup.label': 'Y grŵp lleiaf a ddangosir',
  'smallestGroup.help':
    'Nifer y bobl y mae’n rhaid i grŵp barn eu cael i’w ddangos ar ei ben ei hun, 5 i 50; ni ddangosir llai na 5 byth, fel na ellir darllen pleidleisiau neb oddi ar y map.',
  'pinnedGroups.label': 'Nifer y grwpiau barn',
  'pinnedGroups.help': 'Nifer y grwpiau barn i’w dangos pryd bynnag y mae’r pleidleisiau’n caniatáu.',
  'statementLength.label': 'Hyd datganiad',
  'statementLength.help': 'Nifer y nodau y caiff datganiad newydd eu cynnwys, 60 i 400.',
  'whoWrites.label': 'Pwy gaiff ysgrifennu datganiadau',
  'whoWrites.help':
    'Dangosir yr hyn a ysgrifennir ar unwaith, oni bai bod gwiriad yn canfod data personol neu air o’r rhestr ynddo, neu wedi i gymedrolwr ei dderbyn.',
  'strictModeration.label': 'Dangos datganiadau a dderbyniwyd yn unig',
  'strictModeration.help': 'A ddangosir ac a gyfrifir dim ond datganiadau y mae cymedrolwr wedi’u derbyn.',
  'pinned.label': 'Datganiadau sy’n dod gyntaf',
  'pinned.help': 'Rhifau hyd at dri datganiad y mae pawb yn eu gweld gyntaf, yn y drefn hon.',
  'whoVotes.label': 'Pwy gaiff bleidleisio',
  'whoVotes.help': 'Caiff pawb arall ddarllen, ond heb bleidleisio nac ysgrifennu.',
  'identityAllowList.label': 'Pobl ar y rhestr',
  'identityAllowList.help':
    'Enwau y mae eich gwefan yn eu defnyddio i fewngofnodi’r bobl a gaiff bleidleisio ac ysgrifennu.',
  'identitySecret.label': 'Cyfrinach a rennir â’ch gwefan',
  'identitySecret.help': 'Cyfrinach a rennir â’r wefan sy’n mewngofnodi pobl, 32 nod ar hap neu fwy (HS256).',
  'identityPublicKey.label': 'Allwedd gyhoeddus eich gwefan',
  'identityPublicKey.help':
    'Allwedd gyhoeddus y wefan sy’n mewngofnodi pobl (ES256 neu EdDSA), fel PEM neu JWK.',
  'unsignedIdentity.label': 'Credu enwau heb lofnod',
  'unsignedIdentity.help': 'A gredir enw heb lofnod; gall unrhyw un wedyn bleidleisio fel unrhyw un arall.',
  'resultsVisible.label': 'Pryd y mae pobl yn gweld y canlyniadau',
  'resultsVisible.help': 'Pryd y dangosir y map a’r hyn sy’n dilyn ohono i’r rhai sy’n cymryd rhan.',
  'resultsAfterVotes.label': 'Pleidleisiau cyn y canlyniadau',
  'resultsAfterVotes.help':
    'Nifer y datganiadau y mae rhywun yn pleidleisio arnynt cyn gweld y canlyniadau, 1 i 100; ar gyfer canlyniadau ar ôl pleidleisio.',
  'resultsRevealed.label': 'Mae’r canlyniadau wedi’u datgelu',
  'resultsRevealed.help':
    'A yw’r gwesteiwr wedi datgelu’r canlyniadau; ar gyfer canlyniadau pan gânt eu datgelu.',
  'votingFrom.label': 'Mae’r pleidleisio’n agor',
  'votingFrom.help':
    'Diwrnod ac amser y bydd y pleidleisio’n agor ohono’i hun, yn y gylchfa amser isod; gwag i’w agor â llaw.',
  'votingUntil.label': 'Mae’r pleidleisio’n cau',
  'votingUntil.help':
    'Diwrnod ac amser y bydd y pleidleisio’n cau ohono’i hun, yn y gylchfa amser isod; gwag i’w gau â llaw.',
  'timeZone.label': 'Cylchfa amser',
  'timeZone.help': 'Y gylchfa amser a olygir gan yr amserau hyn, megis Europe/London.',
  'languages.label': 'Ieithoedd',
  'languages.help':
    'Yr ieithoedd y dylai’r sgwrs fod yn gyflawn ynddynt; mae’r gwiriad parodrwydd yn edrych am bob un.',
  'openData.label': 'Data agored',
  'openData.help':
    'A gyhoeddir pleidleisiau dan rifau fel data agored; rhaid datgan hyn cyn y bleidlais gyntaf.',
  'keepUntil.label': 'Fe’i cedwir tan',
  'keepUntil.help':
    'Y diwrnod y rhoddir y sgwrs i’w dileu, gyda 14 diwrnod wedi hynny i’w hadfer; gwag os nad oes diwrnod o’r fath.',
  'origins.label': 'Gwefannau a gaiff ei mewnosod',
  'origins.help':
    'Gwefannau y caiff eu tudalennau ddangos y sgwrs hon mewn ffrâm a’i darllen â sgript, megis https://www.example.org.',
  'site.label': 'Patrwm ar gyfer gwefan',
  'site.help':
    'Enw gwefan y mae pob un o’i thudalennau yn cael sgwrs ei hun, a wneir ar ôl hon pan gaiff ei dangos gyntaf.',
  'newPagesAreClosed.label': 'Mae sgyrsiau newydd yn aros ar gau',
  'newPagesAreClosed.help': 'A yw sgwrs a wneir ar gyfer tudalen yn aros ar gau nes bod rhywun yn ei hagor.',
  'pagesLimit.label': 'Y nifer mwyaf o sgyrsiau ar gyfer tudalennau',
  'pagesLimit.help': 'Nifer y sgyrsiau y ceir eu gwneud ar gyfer tudalennau’r wefan, 1 i 10000.',
  'page.label': 'Gwnaed ar gyfer y dudalen',
  'page.help': 'Y wefan a’r dudalen y gwnaed y sgwrs hon ar eu cyfer; fe’i gosodir gan y gwasanaeth.',
  'themeAccent.label': 'Botymau a dolenni',
  'themeAccent.help': 'Lliw botymau a dolenni, megis #12505b.',
  'themeAccentDark.label': 'Botymau a dolenni, tywyll',
  'themeAccentDark.help': 'Lliw botymau a dolenni i bobl sy’n defnyddio sgrin dywyll.',
  'themeGround.label': 'Cefndir',
  'themeGround.help': 'Y lliw y tu ôl i bopeth.',
  'themeGroundDark.label': 'Cefndir, tywyll',
  'themeGroundDark.help': 'Y lliw y tu ôl i bopeth i bobl sy’n defnyddio sgrin dywyll.',
  'themePaper.label': 'Arwynebau',
  'themePaper.help': 'Lliw’r arwynebau y mae datganiadau a’r map yn sefyll arnynt.',
  'themePaperDark.label': 'Arwynebau, tywyll',
  'themePaperDark.help': 'Lliw’r arwynebau hyn i bobl sy’n defnyddio sgrin dywyll.',
  'themeInk.label': 'Testun',
  'themeInk.help': 'Lliw’r testun.',
  'themeInkDark.label': 'Testun, tywyll',
  'themeInkDark.help': 'Lliw’r testun i bobl sy’n defnyddio sgrin dywyll.',
  'themeFonts.label': 'Ffontiau',
  'themeFonts.help':
    'Ffontiau yn nhrefn dewis, megis Georgia, serif; dim ond y rhai ar y ddyfais, ni chaiff yr un ei nôl.',
  'themeRadius.label': 'Corneli',
  'themeRadius.help': 'Pa mor grwn yw’r corneli mewn picseli, 0 i 24.',
}
