// English. What the page to take part says, be it drawn by the server or by its script: word for word the same, so that nothing
// changes when the script takes over.

export const en = {
  // every page
  skipToContent: 'Skip to the content',
  sample: 'Sample',
  sampleMeaning: 'This is a sample consultation. Its residents are simulated.',
  closed: 'Closed',
  paused: 'Paused',
  upcoming: 'Not open yet',
  allConversations: 'All conversations',
  footer: 'Folkmoot asks a town a question and draws the map of what it thinks.',

  // taking part
  statementHeading: 'What do you think of this?',
  agree: 'Agree',
  disagree: 'Disagree',
  pass: 'Pass',
  howToVote: 'Other people wrote these statements. Pass if you are unsure or do not mind.',
  progressNone: {
    one: '{count} statement, you can stop at any time',
    other: '{count} statements, you can stop at any time',
  },
  progress: {
    one: '{voted} of {count}, you can stop at any time',
    other: '{voted} of {count}, you can stop at any time',
  },
  allDone: 'You have voted on every statement',
  allDoneMore:
    'Thank you. Come back later: new statements may be added, and the map moves as more people vote.',
  noStatements: 'There is nothing to vote on yet',
  noStatementsMore: 'Statements appear here as soon as they are added.',
  votingClosed: 'Voting has closed',
  votingClosedMore: 'Thank you to everyone who took part. The results stay here to read.',
  countsHeading: 'So far',
  countPeople: 'People',
  countVotes: 'Votes',
  countStatements: 'Statements',

  // own votes
  undo: 'Undo',
  youAgreed: 'You agreed.',
  youDisagreed: 'You disagreed.',
  youPassed: 'You passed.',
  myVotes: { one: 'My votes ({count})', other: 'My votes ({count})' },
  myVotesFilter: 'Show',
  myVotesAll: 'All',
  myVotesNone: 'No votes like this.',
  withdrawVote: 'Withdraw',
  voteWithdrawn: 'Withdrawn',
  statementGone: 'This statement is no longer open for voting.',

  // people whom another site names
  identityHeading: 'Sign in to vote',
  invitationHeading: 'Enter your invitation code',
  invitationLabel: 'Code, as in your letter',
  invitationSend: 'Go on',

  // writing a statement
  writeHeading: 'Is something missing?',
  writeApproval:
    'Write a statement of your own. A moderator reads it first; then others vote on it. Your own vote on it is “agree”.',
  writeAnyone:
    'Write a statement of your own. Others see it at once and vote on it. Your own vote on it is “agree”.',
  writeLabel: 'Your statement',
  writeSend: 'Send the statement',
  writeThanks: 'Thank you. Your statement is there for others to vote on.',
  writeThanksApproval: 'Thank you. Your statement waits for a moderator; this page shows what becomes of it.',
  charactersLeft: { one: '{count} character left', other: '{count} characters left' },
  charactersOver: { one: '{count} character too many', other: '{count} characters too many' },
  adviceQuestion:
    'This reads like a question. Say what you think instead, so that others can agree or disagree.',
  adviceTwoIdeas: 'This may hold two ideas. One idea is easier to vote on; the other can be a statement too.',
  advicePostcode:
    'This looks like a postcode. Everyone can read your statement: leave out where people live.',
  advicePhone: 'This looks like a telephone number. Everyone can read your statement: leave it out.',
  adviceEmail: 'This looks like an e-mail address. Everyone can read your statement: leave it out.',
  similarHeading: 'Others have said something like it',
  similarVote: 'Vote on this one instead',
  similarVoted: 'You have voted on this one.',
  ownHeading: 'Your statements',
  ownWaiting: 'Waiting for a moderator',
  ownAccepted: 'Others can vote on it',
  ownNotAccepted: 'Not accepted',
  ownMerged: 'Merged with another one',
  ownReason: 'Reason: {reason}',
  ownReworded: 'Reworded by a moderator',
  ownSplit: 'Split into two by a moderator',
  ownWithdraw: 'Take this statement back',
  ownWithdrawHelp:
    'Nobody is asked about it any more. The votes on it stay in the log. This cannot be undone.',
  ownWithdrawn: 'You took it back',
  ownInstead: 'In its place people vote on: {text}',

  // what the conversation is for
  purposeHeading: 'What this is about',
  purposeQuestion: 'The question',
  purposeInfluence: 'Your influence',
  influenceInform: 'Inform: you are told what happens and why; the decision has been made.',
  influenceConsult: 'Consult: you are listened to, and told how what you said has counted.',
  influenceInvolve: 'Involve: what you say is worked into the options, and you are shown where.',
  influenceCollaborate: 'Collaborate: the answer is worked out together with you, as far as can be.',
  influenceEmpower: 'Empower: what people decide here is done.',
  purposeDecides: 'Who decides',
  purposeCanChange: 'What can change',
  purposeDates: 'Dates',
  purposeNext: 'What happens next',
  purposeContact: 'Contact',
  purposeMore: 'What can change, dates, background, contact',
  privacyHeading: 'What happens to my vote',
  privacyNoName: 'You need no account, and are not asked for your name or address.',
  privacyKey:
    'With your first vote this browser keeps a random key. The service stores only a fingerprint of it.',
  privacyNumber:
    'Your votes are stored under a number, each with its time, and so is whether you came by the page, another site, a form or an event.',
  privacyCounts: 'Others see only counts, and groups of five people or more; never how one person voted.',
  privacyPlace:
    'Your own place on the map is worked out on your device; where scripts are off, by our server, for your page alone.',
  privacyNothingElse:
    'Before your first vote nothing is kept on your device but what you are writing, and no other company is told anything.',
  privacyAddress: 'The address of your connection is neither stored nor written into logs.',
  privacyStatements:
    'Statements that you write are public, without your name. A moderator may read them first.',
  privacyOperators: 'Those who run this service can read which number voted how, but not whose number it is.',
  privacyRights:
    'You can change or withdraw votes, take a copy, or erase yourself. Withdrawn votes do not count any more and are deleted; the log keeps only that there was something.',
  votingPaused: 'Voting is paused',
  votingPausedMore: 'It will go on; come back later. The results so far stay here to read.',
  votingUpcoming: 'Voting has not opened yet',
  votingUpcomingMore: 'Come back when it has. You can read here what it will be about.',
  votingUpcomingOn: 'It opens on {day}. You can read here what it will be about.',

  // reporting a statement
  report: 'Report this statement',
  reportWhy: 'What is wrong with it?',
  reportPersonal: 'It says something private about a person',
  reportAbusive: 'It insults or threatens people',
  reportOffTopic: 'It has nothing to do with the question',
  reportFalse: 'It is not true',
  reportOther: 'Something else',
  reportSend: 'Send the report',
  reportThanks: 'Thank you. The moderators will look at it.',

  // one's own data
  ownDataHeading: 'Another device, a copy, or the end',
  codeHeading: 'Go on with another device',
  codeExplained:
    'Four words that bring your votes back on another device or in another browser. Whoever has them can vote as you, so keep them to yourself. Each time you ask there are new words, and the old ones stop working.',
  codeShow: 'Show my return code',
  returnHeading: 'I have a return code',
  returnLabel: 'The four words',
  returnSend: 'Bring my votes back',
  copyHeading: 'A copy of my data',
  copyExplained:
    'Everything that is stored under your number: how you came, votes with their times, statements and answers.',
  copyJson: 'Download as JSON',
  copyCsv: 'Download as a table (CSV)',
  eraseHeading: 'Erase me from this conversation',
  eraseExplained:
    'All your votes are withdrawn and no longer count. Your key, your return code, your answers and your reports are deleted. What you voted is deleted from the log too; it keeps only that there were entries, not whose and not what. This cannot be undone.',
  eraseStatements: 'And the statements that you wrote?',
  eraseKeep: 'They stay, without an author',
  eraseWithdraw: 'They go too: their text is deleted',
  eraseSure: 'Yes, erase me',
  sureMissing: 'Tick “Yes, erase me” first.',
  eraseSend: 'Erase',
  erased: 'You have been erased',
  erasedMore: {
    one: '{count} vote was withdrawn. This device has forgotten you too.',
    other: '{count} votes were withdrawn. This device has forgotten you too.',
  },

  // questions about people
  questionsHeading: 'A few questions about you',
  questionsExplained:
    'They show whether all kinds of people take part. You can leave out any of them. Answers are kept apart from your votes, and numbers below five are never shown.',
  notSaid: 'I prefer not to say',
  questionsSend: 'Send my answers',
  questionsLeaveOut: 'Not now',
  questionsThanks: 'Thank you for your answers.',

  // the map
  mapHeading: 'The opinion map',
  mapIntroduction: 'People who vote alike are near each other. Each mark stands for five people or more.',
  mapOpens: {
    one: 'The map opens at {count} person (now {now}).',
    other: 'The map opens at {count} people (now {now}).',
  },
  mapOpensMore: 'Until then there are too few votes to show who thinks alike.',
  mapPeople: {
    one: 'The map shows {count} person who has voted on enough statements to be placed.',
    other: 'The map shows {count} people who have voted on enough statements to be placed.',
  },
  groupName: 'Group {letter}',
  groupPeople: { one: '{count} person', other: '{count} people' },
  groupStandsFor: 'What each group stands for',
  groupNothing: 'Nothing sets this group apart yet.',
  mostAgree: 'Most agree that',
  mostDisagree: 'Most disagree that',
  shareOf: '{inFavour} of {votes}',
  consensusHeading: 'What everyone agrees on',
  consensusIntroduction: 'Statements that every group leans the same way on.',
  consensusNothing: 'There is nothing yet that every group agrees on.',
  everyoneAgrees: 'In every group, people agree that',
  everyoneDisagrees: 'In every group, people disagree that',

  // where I stand
  mapNoGroups:
    'There are no distinct groups yet: opinions do not fall into camps, or too few people have voted.',

  // where I stand, and how sure the groups are
  standingHeading: 'Where you stand',
  standingNearest: 'You are nearest to group {letter}.',
  standingBetween: 'You stand between groups {first} and {second}, a little nearer to {first}.',
  standingGuess: {
    one: 'This is a first guess from {count} vote; it grows surer as you vote.',
    other: 'This is a first guess from {count} votes; it grows surer as you vote.',
  },
  standingRests: {
    one: 'This rests on {count} of your votes.',
    other: 'This rests on {count} of your votes.',
  },
  standingAgree: 'You and most of group {letter} say the same',
  standingDiffer: 'You differ from most of group {letter}',
  standingSame: 'So do {share} of {people} people there.',
  standingOpposite: '{share} of {people} people there say the opposite.',
  certaintyUnknown: 'How sure the groups are is still being worked out.',
  certaintyClear:
    'The groups are clear: had other people like these taken part, two people of one group would be together again {share} of the time or more.',
  certaintyFairlyClear:
    'The groups are fairly clear: had other people like these taken part, two people of one group would be together again {share} of the time or more.',
  certaintyUnsettled:
    'The groups are still unsettled: had other people like these taken part, two people of one group would be together again only {share} of the time in the least sure of them.',
  certaintyNumber: 'The number of groups is less sure: it came out the same {share} of the time.',
} as const
