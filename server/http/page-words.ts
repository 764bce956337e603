// The words of the page to take part before its script has run, and where it never does. They are those of client/words, which
// the server does not import; a test holds the two together.
import type { Language } from '../protocol/values.ts'

export const pageWords = {
  en: {
    skipToContent: 'Skip to the content',
    sample: 'Sample',
    sampleMeaning: 'This is a sample consultation. Its residents are simulated.',
    closed: 'Closed',
    allConversations: 'All conversations',
    footer: 'Folkmoot asks a town a question and draws the map of what it thinks.',
    statementHeading: 'What do you think of this?',
    agree: 'Agree',
    disagree: 'Disagree',
    pass: 'Pass',
    howToVote: 'Other people wrote these statements. Pass if you are unsure or do not mind.',
    allDone: 'You have voted on every statement',
    allDoneMore:
      'Thank you. Come back later: new statements may be added, and the map moves as more people vote.',
    noStatements: 'There is nothing to vote on yet',
    noStatementsMore: 'Statements appear here as soon as they are added.',
    countsHeading: 'So far',
    countPeople: 'People',
    countVotes: 'Votes',
    countStatements: 'Statements',
    votingClosed: 'Voting has closed',
    votingClosedMore: 'Thank you to everyone who took part. The results stay here to read.',
    votingPaused: 'Voting is paused',
    votingPausedMore: 'It will go on; come back later. The results so far stay here to read.',
    votingUpcoming: 'Voting has not opened yet',
    votingUpcomingMore: 'Come back when it has. You can read here what it will be about.',
    purposeHeading: 'What this is about',
    purposeQuestion: 'The question',
    purposeInfluence: 'Your influence',
    influenceInform: 'Inform: you are told what happens and why; the decision has been made.',
    influenceConsult: 'Consult: you are listened to, and told how what you said has counted.',
    influenceInvolve: 'Involve: what you say is worked into the options, and you are shown where.',
    influenceCollaborate: 'Collaborate: the answer is worked out together with you, as far as can be.',
    influenceEmpower: 'Empower: what people decide here is done.',
    purposeDecides: 'Who decides',
    purposeMore: 'What can change, dates, background, contact',
    purposeCanChange: 'What can change',
    purposeNext: 'What happens next',
    privacyHeading: 'What happens to my vote',
    privacyNoName: 'You need no account, and are not asked for your name or address.',
    privacyKey:
      'With your first vote this browser keeps a random key. The service stores only a fingerprint of it.',
    privacyNumber: 'Your votes are stored under a number, each with its time.',
    privacyCounts: 'Others see only counts, and groups of five people or more; never how one person voted.',
    privacyPlace: 'Your own place on the map is worked out on your device.',
    privacyNothingElse:
      'Before your first vote nothing is kept on your device but what you are writing, and no other company is told anything.',
    privacyAddress: 'The address of your connection is neither stored nor written into logs.',
    privacyStatements:
      'Statements that you write are public, without your name. A moderator may read them first.',
    privacyOperators:
      'Those who run this service can read which number voted how, but not whose number it is.',
    privacyRights:
      'You can change or withdraw votes, take a copy, or erase yourself. Withdrawn votes do not count any more; the log keeps that they were cast.',
    mapHeading: 'The opinion map',
  },
  cy: {
    skipToContent: 'Neidio i’r cynnwys',
    sample: 'Enghraifft',
    sampleMeaning: 'Ymgynghoriad enghreifftiol yw hwn. Trigolion wedi’u hefelychu sydd ynddo.',
    closed: 'Wedi cau',
    allConversations: 'Pob sgwrs',
    footer: 'Mae Folkmoot yn gofyn cwestiwn i dref ac yn llunio map o’i barn.',
    statementHeading: 'Beth yw eich barn am hyn?',
    agree: 'Cytuno',
    disagree: 'Anghytuno',
    pass: 'Pasio',
    howToVote:
      'Pobl eraill a ysgrifennodd y datganiadau hyn. Pasiwch os ydych yn ansicr neu os nad oes ots gennych.',
    allDone: 'Rydych wedi pleidleisio ar bob datganiad',
    allDoneMore:
      'Diolch. Dewch yn ôl yn nes ymlaen: gellir ychwanegu datganiadau newydd, ac mae’r map yn symud wrth i ragor o bobl bleidleisio.',
    noStatements: 'Nid oes dim i bleidleisio arno eto',
    noStatementsMore: 'Bydd datganiadau’n ymddangos yma cyn gynted ag y cânt eu hychwanegu.',
    countsHeading: 'Hyd yn hyn',
    countPeople: 'Pobl',
    countVotes: 'Pleidleisiau',
    countStatements: 'Datganiadau',
    votingClosed: 'Mae’r pleidleisio wedi cau',
    votingClosedMore: 'Diolch i bawb a gymerodd ran. Bydd y canlyniadau’n aros yma i’w darllen.',
    votingPaused: 'Mae’r pleidleisio wedi’i oedi',
    votingPausedMore:
      'Bydd yn parhau; dewch yn ôl yn nes ymlaen. Mae’r canlyniadau hyd yma’n aros yma i’w darllen.',
    votingUpcoming: 'Nid yw’r pleidleisio wedi agor eto',
    votingUpcomingMore: 'Dewch yn ôl pan fydd ar agor. Gallwch ddarllen yma am beth y bydd.',
    purposeHeading: 'Am beth mae hyn',
    purposeQuestion: 'Y cwestiwn',
    purposeInfluence: 'Eich dylanwad',
    influenceInform: 'Hysbysu: cewch wybod beth sy’n digwydd a pham; mae’r penderfyniad wedi’i wneud.',
    influenceConsult: 'Ymgynghori: gwrandewir arnoch, a chewch wybod sut y cyfrifodd yr hyn a ddywedoch.',
    influenceInvolve: 'Cynnwys: caiff yr hyn a ddywedwch ei weithio i’r dewisiadau, a dangosir i chi ble.',
    influenceCollaborate: 'Cydweithio: caiff yr ateb ei lunio gyda chi, cyn belled ag y bo modd.',
    influenceEmpower: 'Grymuso: gwneir yr hyn y mae pobl yn ei benderfynu yma.',
    purposeDecides: 'Pwy sy’n penderfynu',
    purposeMore: 'Beth all newid, dyddiadau, cefndir, cysylltu',
    purposeCanChange: 'Beth all newid',
    purposeNext: 'Beth sy’n digwydd nesaf',
    privacyHeading: 'Beth sy’n digwydd i’m pleidlais',
    privacyNoName: 'Nid oes angen cyfrif, ac ni ofynnir am eich enw na’ch cyfeiriad.',
    privacyKey:
      'Gyda’ch pleidlais gyntaf mae’r porwr hwn yn cadw allwedd ar hap. Dim ond ôl bys ohoni y mae’r gwasanaeth yn ei storio.',
    privacyNumber: 'Caiff eich pleidleisiau eu storio o dan rif, pob un gyda’i hamser.',
    privacyCounts:
      'Dim ond cyfrifon, a grwpiau o bump o bobl neu fwy, y mae eraill yn eu gweld; byth sut y pleidleisiodd un person.',
    privacyPlace: 'Ar eich dyfais chi y cyfrifir eich lle eich hun ar y map.',
    privacyNothingElse:
      'Cyn eich pleidlais gyntaf ni chedwir dim ar eich dyfais ond yr hyn rydych yn ei ysgrifennu, ac ni ddywedir dim wrth unrhyw gwmni arall.',
    privacyAddress: 'Ni chaiff cyfeiriad eich cysylltiad ei storio na’i ysgrifennu mewn logiau.',
    privacyStatements:
      'Mae datganiadau a ysgrifennwch yn gyhoeddus, heb eich enw. Gall cymedrolwr eu darllen yn gyntaf.',
    privacyOperators:
      'Gall y rhai sy’n rhedeg y gwasanaeth hwn ddarllen pa rif a bleidleisiodd sut, ond nid rhif pwy ydyw.',
    privacyRights:
      'Gallwch newid neu dynnu pleidleisiau’n ôl, cymryd copi, neu ddileu eich hun. Nid yw pleidleisiau a dynnwyd yn ôl yn cyfrif mwyach; mae’r log yn cadw iddynt gael eu bwrw.',
    mapHeading: 'Y map barn',
  },
} as const satisfies Record<Language, Readonly<Record<string, string>>>

export type PageWord = keyof (typeof pageWords)['en']

/** How far somebody has come, as the page says it. */
export function progressWords(language: Language, voted: number, of: number): string {
  if (voted > 0) {
    return language === 'en'
      ? `${voted} of ${of}, you can stop at any time`
      : `${voted} o ${of}, cewch stopio unrhyw bryd`
  }
  const form = new Intl.PluralRules(language === 'en' ? 'en-GB' : 'cy').select(of)
  if (language === 'en')
    return `${of} ${form === 'one' ? 'statement' : 'statements'}, you can stop at any time`
  const noun = form === 'other' ? 'o ddatganiadau' : form === 'two' ? 'ddatganiad' : 'datganiad'
  return `${of} ${noun}, cewch stopio unrhyw bryd`
}
