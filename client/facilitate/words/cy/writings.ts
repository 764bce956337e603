// Welsh words of what is written bit by bit: the purpose and the questions about people.
import type { CatalogueOf } from '../../../../server/protocol/words/catalogue.ts'
import type { writings as english } from '../en/writings.ts'

export const writings: CatalogueOf<typeof english> = {
  // purpose
  purposeHelp:
    'Fe’i dangosir uwchben y datganiad cyntaf: mae pobl yn cymryd rhan pan wyddant i ba ddiben. Llenwch ef ar gyfer pob iaith.',
  inEnglish: 'Yn Saesneg',
  inWelsh: 'Yn Gymraeg',
  writeInEnglish: 'Ei ysgrifennu yn Saesneg',
  writeInWelsh: 'Ei ysgrifennu yn Gymraeg',
  purposeIsShown: 'Mae pobl yn darllen hwn uwchben y datganiad cyntaf.',
  purposeNotShown: 'Wedi’i gadw, ond heb ei ddangos i neb eto. Ar goll o hyd: {parts}.',
  purposeShownAsBefore:
    'Mae pobl yn dal i ddarllen yr hyn oedd yma o’r blaen. Ar goll o’r testun newydd: {parts}.',
  quoted: '“{words}”',
  stillMissing: 'Ar goll o hyd: ni ddangosir y diben hebddo.',
  dateMissing: 'Mae angen diwrnod ac ychydig eiriau ar bob dyddiad.',
  purposeClearSure: 'Dileu’r hyn a ysgrifennwyd yma',
  keepIt: 'Ei gadw',
  purposeQuestion: 'Y cwestiwn',
  purposeInfluence: 'Dylanwad',
  influenceInform: 'Hysbysu: dywedir wrth bobl beth sy’n digwydd a pham',
  influenceConsult: 'Ymgynghori: gwrandewir ar bobl a dywedir wrthynt sut y bu’n cyfrif',
  influenceInvolve: 'Cynnwys: gweithir yr hyn a ddywed pobl i mewn i’r opsiynau',
  influenceCollaborate: 'Cydweithio: gweithir yr ateb allan gyda’n gilydd',
  influenceEmpower: 'Grymuso: gwneir yr hyn a benderfyna pobl',
  purposeDecides: 'Pwy sy’n penderfynu',
  purposeCanChange: 'Beth all newid, a beth na all',
  purposeNext: 'Beth sy’n digwydd nesaf',
  purposeContact: 'Cyswllt (dewisol)',
  purposeBackground: 'Cefndir (dewisol)',
  purposeDates: 'Dyddiadau (dewisol)',
  purposeDay: 'Diwrnod',
  purposeWhat: 'Beth sy’n digwydd bryd hynny',
  addDate: 'Ychwanegu dyddiad',
  removeDate: 'Tynnu’r dyddiad hwn',
  purposeClear: 'Hepgor yr iaith hon',

  // pictures
  imageHeading: 'Llun ar gyfer y testunau hyn',
  imageHelp:
    'PNG, JPEG, WebP neu AVIF, 1 MB ar y mwyaf. Fe’i cedwir yma; copïwch y llinell a gewch i’r disgrifiad neu’r cefndir.',
  imageFile: 'Llun',
  imageAlt: 'Yr hyn y mae’n ei ddangos, i bobl na allant ei weld',
  imageAdd: 'Ychwanegu’r llun',
  imageAltMissing: 'Dywedwch yn gyntaf beth y mae’r llun yn ei ddangos.',
  imageLine: 'Rhowch y llinell hon lle mae’r llun i sefyll:',

  // questions about people
  questionsHelp:
    'Hyd at 8 cwestiwn, fel oedran neu ran o’r dref, pob un ag un ateb i’w ddewis. Nid oes rhaid i neb ateb. Cedwir yr atebion ar wahân i’r pleidleisiau a’u dangos dim ond lle rhoddodd 5 person neu fwy yr un ateb. Gofynnwch dim ond am yr hyn y byddwch yn ei ddefnyddio.',
  questionsAnswered:
    'Mae pobl eisoes wedi ateb. Mae geiriau eraill am yr un peth yn cadw eu hatebion; lle mae’r ystyr yn newid, ychwanegwch gwestiwn newydd yn lle hynny. Ni ofynnir eto i’r sawl sydd wedi ateb.',
  questionsWhen: 'Pryd y’u gofynnir',
  askedBefore: 'Cyn y bleidlais gyntaf',
  askedAfter: 'Ar ôl {count} pleidlais',
  questionNumber: 'Cwestiwn {number}',
  moveUp: 'Symud i fyny',
  moveDown: 'Symud i lawr',
  questionWords: 'Cwestiwn',
  questionOptions: 'Atebion i ddewis ohonynt',
  optionNumber: 'Ateb {number}',
  wordsInEnglish: '{what} yn Saesneg',
  wordsInWelsh: '{what} yn Gymraeg',
  stillMissingAny: 'Ar goll o hyd.',
  readInWelsh: 'Nes ysgrifennu hwn, bydd pobl yn ei ddarllen yn Gymraeg.',
  readInEnglish: 'Nes ysgrifennu hwn, bydd pobl yn ei ddarllen yn Saesneg.',
  optionNotSaid: 'Mae “Mae’n well gen i beidio â dweud” yno bob amser fel yr ateb olaf.',
  addOption: 'Ychwanegu ateb',
  removeOption: 'Tynnu',
  removeOptionSure: 'Ei dynnu',
  addQuestion: 'Ychwanegu cwestiwn',
  questionsFull: 'Dyma 8 cwestiwn, ac ni all fod mwy.',
  removeQuestion: 'Tynnu’r cwestiwn hwn',
  removeQuestionSure: 'Ei dynnu',
  removeAnswered:
    'Mae pobl wedi ateb y cwestiwn hwn. Ni ddangosir atebion i’r hyn a dynnwch yn unman mwyach.',
  questionIsAsked: 'Gofynnir hyn i bobl.',
  questionNotAsked: 'Wedi’i gadw, ond heb ei ofyn eto. Ar goll o hyd: {parts}.',
  questionAskedAsBefore: 'Gofynnir o hyd yr hyn oedd yma o’r blaen. Ar goll nawr: {parts}.',
  lacksWords: 'y cwestiwn',
  lacksOptions: 'dau ateb',
  lacksOptionWords: 'geiriau ateb',
  questionsPreview: 'Sut mae pobl yn ei weld',
}
