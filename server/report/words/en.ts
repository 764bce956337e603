// Everything that a report says, in English. The other languages hold the same keys.
export const en = {
  // numbers with their nouns
  people: { one: '{count} person', other: '{count} people' },
  votes: { one: '{count} vote', other: '{count} votes' },
  statements: { one: '{count} statement', other: '{count} statements' },
  groups: { one: '{count} opinion group', other: '{count} opinion groups' },
  percent: '{value}%',
  listEnd: '{before} and {last}',

  // the frame
  skip: 'Skip to the report',
  eyebrow: 'Report',
  sample: 'Sample: its residents are simulated',
  title: 'Report: {topic}',
  stateLive: 'As of {date}. Voting is open, so the figures still change.',
  stateOpenSoon: 'Voting has not opened yet.',
  statePaused: 'As of {date}. Voting is paused.',
  stateClosed: 'As of {date}. Voting has closed.',
  stateVersion: 'Version {number}, published on {date}. Its figures never change.',
  newest: 'Read the report as it is now',
  versionsHeading: 'Published versions',
  versionLink: 'Version {number}, {date}',
  compareLink: 'What changed from version {first} to version {second}',
  withdrew: {
    one: '{count} person withdrew after this version was published. Its figures still include their votes.',
    other: '{count} people withdrew after this version was published. Its figures still include their votes.',
  },
  contents: 'Contents',
  footer: 'Made with Folkmoot, software for public deliberation.',
  byFacilitators: 'Written by the facilitators',
  namedByFacilitators:
    'The facilitators gave the groups and directions their names; the figures are the software’s.',
  draft: 'Only staff can read this now: the results are not yet public.',

  // summary
  summaryHeading: 'In short',
  summaryPeople: '{people} cast {votes} on {statements}.',
  summaryGroups: {
    one: '{grouped} of them form {count} opinion group: {list}.',
    other: '{grouped} of them form {count} opinion groups: {list}.',
  },
  summaryGroup: '{name} with {people}',
  summaryNoGroups: 'There are too few people or votes yet to tell opinion groups apart.',
  summaryNotDistinct: 'The groups are no clearer than chance would make them, so read them with care.',
  summaryConsensus: {
    one: 'All groups say the same about {count} statement.',
    other: 'All groups say the same about {count} statements.',
  },
  summaryNoConsensus: 'There is no statement about which all groups clearly say the same.',
  summaryDivide: 'They differ most on statement {number}.',
  mapOpens: {
    one: 'Opinion groups are shown once {count} person has voted.',
    other: 'Opinion groups are shown once {count} people have voted.',
  },

  // purpose
  purposeHeading: 'The question and its purpose',
  purposeNone: 'Nobody has written down what this conversation is for.',
  influence: 'How much the answers count',
  influenceInform: 'Inform: people are told what happens and why; the decision has been made.',
  influenceConsult: 'Consult: people are listened to, and told how what they said has counted.',
  influenceInvolve: 'Involve: what people say is worked into the options, and they are shown where.',
  influenceCollaborate: 'Collaborate: the answer is worked out together with people, as far as can be.',
  influenceEmpower: 'Empower: what people decide here is done.',
  decides: 'Who decides',
  canChange: 'What can change',
  next: 'What happens next',
  dates: 'Dates',
  dateOf: '{date}: {what}',
  contact: 'Contact',

  // who took part
  peopleHeading: 'Who took part',
  peopleSpan: '{people} cast {votes} between {from} and {to}.',
  peopleDay: '{people} cast {votes} on {from}.',
  peopleNone: 'Nobody has voted yet.',
  peopleGrouped: '{people} voted on enough statements to be placed on the map.',
  channelsHeading: 'How people came to take part',
  columnWay: 'First took part',
  peopleWay: 'People who first took part {way}',
  channelOnly: 'All of them first took part {way}.',
  channelList: 'By the way in which they first took part: {list}.',
  channelItem: '{people} {way}',
  channelHidden:
    'Ways by which fewer than {count} people came are hidden, and the next smallest with them where they could be worked out.',
  wayHere: 'on this service',
  wayPage: 'on the conversation’s own page',
  wayEmbedded: 'on a page of another site',
  wayForm: 'by form, without a script',
  wayEvent: 'at an event, by the letters on its screen',
  wayImported: 'in another tool, from which their votes were imported',
  wayUnknown: 'in a way that is not known',
  peopleRejected: {
    one: 'Votes on {count} statement that moderators did not accept are counted here, and nowhere else.',
    other: 'Votes on {count} statements that moderators did not accept are counted here, and nowhere else.',
  },
  notCensus:
    'People chose to take part. They are not a random sample of the population, so their shares must not be read as those of the town.',
  timeHeading: 'Votes over time',
  timeFindingDay: 'The busiest day was {date}, with {votes}.',
  timeFindingWeek: 'The busiest week began on {date}, with {votes}.',
  timeFindingMonth: 'The busiest month was {month}, with {votes}.',
  timeFindingStretch: 'The busiest time was from {from} to {to}, with {votes}.',
  timeNote:
    'Votes are counted as they were cast, changed ones included, by days in the time zone of {zone}. Neighbouring times with too few people are put together.',
  timeUnitDay: 'Votes per day',
  timeUnitWeek: 'Votes per week',
  timeUnitMonth: 'Votes per month',
  columnTime: 'Time',
  columnPeople: 'People',
  columnVotes: 'Votes',
  span: '{from} to {to}',
  perPersonHeading: 'Votes per person',
  perPersonFinding: {
    one: 'Half of the people voted on {count} statement or more.',
    other: 'Half of the people voted on {count} statements or more.',
  },
  perPersonRange: '{least} to {most}',
  perPersonMore: '{least} or more',
  columnVotesCast: 'Votes cast',
  answersHeading: 'What people said of themselves',
  answersNote:
    'Answering was voluntary, and answers are kept apart from votes. Numbers below {count} are hidden, and the next smallest with them where they could be worked out.',
  answersTooFew: 'Too few people answered for anything to be told of them.',
  notSaid: 'Preferred not to say',
  columnShare: 'Share of all who voted',
  hidden: 'hidden',

  // agreement
  agreeHeading: 'What all groups agree on',
  agreeIntro:
    'Statements with a majority in every single group, and clearly more than half of all people on the map.',
  agreeNone: 'No statement has a clear majority in every group.',
  agreeFinding: 'Every group agrees, and {percent} of the {people} who voted on it.',
  disagreeFinding: 'Every group disagrees, and {percent} of the {people} who voted on it.',
  stays:
    'It is less sure than others: it stayed in this list in {percent} of the draws of other people like these.',

  // statements and bars
  everyone: 'Everyone',
  group: 'Group {letter}',
  groupNamed: 'Group {letter}, “{name}”',
  bars: '{agree} agree, {disagree} disagree, {pass} pass',
  barsOf: 'of {people}',
  barsHidden: {
    one: 'fewer than {count} vote, or hidden to protect others',
    other: 'fewer than {count} votes, or hidden to protect others',
  },
  statementNumber: 'Statement {number}',

  // groups
  groupsHeading: 'The opinion groups',
  groupsIntro:
    'A group holds people who voted alike. Nobody was asked which group they belong to, and a group is not an organisation.',
  mapTitle: 'The opinion map',
  mapFinding: {
    one: 'The map shows {count} opinion group: {list}.',
    other: 'The map shows {count} opinion groups: {list}.',
  },
  mapRead:
    'People who vote alike are near each other. Each mark stands for {count} people or more; its area tells how many. An arrow points to where those lie who agree with the statement of that number: the longer, the more it divides.',
  mapVariance: 'Across shows {first} of the differences between people, upwards {second}.',
  columnGroup: 'Group',
  columnShareOfMap: 'Share of the map',
  columnStandsFor: 'Stands for statements',
  portraitSize: '{people}, {share} of those on the map.',
  portraitAgree:
    'What sets it apart most is statement {number}: {percent} of the {people} in the group who voted on it agree.',
  portraitDisagree:
    'What sets it apart most is statement {number}: {percent} of the {people} in the group who voted on it disagree.',
  portraitOthers: 'Among the others on the map it is {percent} of {people}.',
  portraitTogether:
    'Had other people like these taken part, two people of this group would have been together again {percent} of the time.',
  portraitNothing: 'Nothing sets this group apart clearly.',
  mostAgree: 'More than the others, they agree',
  mostDisagree: 'More than the others, they disagree',

  // differences
  differHeading: 'Where they differ',
  differIntro: 'The statements that pull people furthest apart.',
  differNone: 'There are no groups to compare yet.',
  differFinding: '{high} of {highGroup} agree; of {lowGroup} it is {low}.',
  swarmTitle: 'All statements, from uniting to dividing',
  swarmFinding: {
    one: '{count} statement is placed by how far it pulls people apart; {near} of them in the less divisive half.',
    other:
      '{count} statements are placed by how far they pull people apart; {near} of them lie in the less divisive half.',
  },
  swarmUnite: 'Unites',
  swarmDivide: 'Divides',
  swarmLegendAgree: 'every group agrees or disagrees',
  swarmLegendDiffer: 'divides most',
  swarmLegendOther: 'other statements',
  swarmRead:
    'A point is a statement; those with a number are named in this report. The table of all statements holds the same values.',
  barsTitle: 'The most divisive statements, group by group',
  barsFinding: 'Bars show who agrees, passes and disagrees on the statements that divide most.',

  // uncertainty
  unsureHeading: 'What people are unsure about',
  unsureIntro: 'Statements on which many passed: they may be unclear, or people may need to know more.',
  unsureNone: 'There is no statement on which more than {percent} passed.',
  unsureFinding: '{percent} of the {people} who voted on it passed.',

  // all statements
  tableHeading: 'All statements',
  tableIntro: 'Every statement that people could vote on, with the votes of everyone and of each group.',
  tableSort: 'A click on a column heading sorts by it.',
  tableFilter: 'Show statements that contain',
  tableFiltered: 'Shown: {shown} of {all}',
  tableMost: 'The first {count} statements by votes are listed here; the files hold all of them.',
  columnNumber: 'No.',
  columnStatement: 'Statement',
  columnAgree: 'Agree',
  columnDisagree: 'Disagree',
  columnPass: 'Pass',
  columnDivides: 'Divides',
  columnGroupAgree: 'agree / disagree, votes',
  metaMark: 'about the conversation itself, not on the map',
  seedMark: 'written by the organisers',

  // method
  methodHeading: 'How this was made',
  methodIntro:
    'People voted agree, disagree or pass on short statements, most of them written by other participants. The software placed people who vote alike near each other, found groups, and looked for what sets the groups apart and what they share. The rules below are written from the very numbers that the software computes with.',
  ruleRounding:
    'Percentages are whole numbers; an exact half is rounded to the even neighbour. Each is given with the number of people that it is a share of.',
  ruleSmallest: {
    one: 'Nothing is told of fewer than {count} person.',
    other:
      'Nothing is told of fewer than {count} people. Where a hidden number could be worked out from the others, one more is hidden.',
  },
  ruleOutside: {
    one: 'Where fewer than {count} person outside the groups voted on a statement, the votes are left out of its total.',
    other:
      'Where fewer than {count} people outside the groups voted on a statement, their votes are left out of its total.',
  },
  ruleOpens: {
    one: 'Groups are shown from {count} person on.',
    other: 'Groups are shown from {count} people on.',
  },
  ruleIncluded:
    'Somebody is placed in a group once they have voted on {votes} statements, or on all where there are fewer. While fewer than {people} are placed, everybody who votes is. Whoever has been placed stays so.',
  ruleMap:
    'The map shows the two directions in which votes differ most (principal components). A missing vote counts as the average vote on its statement.',
  ruleNumber:
    'From 2 to {largest} groups are tried, one more for each {step} people (k-means). A number of groups counts only where each has at least {fewest} people and {share} of all placed. Of those that count, the smallest is taken whose clarity (mean silhouette) is within {asGood} of the best.',
  ruleSteady:
    'From one map to the next the number of groups changes only when another number has been the best {wins} times in a row, or is clearer by more than {margin}.',
  ruleTest:
    'A share counts as clear when it lies more than {confident} standard errors above one half or above the share among the other groups; that is the 90% point of the normal distribution, one-sided.',
  ruleConsensus:
    'All groups agree on a statement when more than half of the votes of every single group, and clearly more than half of all votes in groups, agree. At most {most} are listed in each direction, ordered by the product of the groups’ shares.',
  ruleRepresentative:
    'A group stands for a statement when its share is clearly above one half and clearly above that of the other groups; where there is none, for the one that comes nearest. At most {most} are listed for each group.',
  ruleDivisive:
    'How far a statement divides is its distance from the middle of the map. The {most} furthest are described.',
  ruleUncertain:
    'People are unsure about a statement when more than {share} of at least {votes} votes are passes. At most {most} are listed.',
  ruleMarks:
    'A mark on the map stands for at least {people} people of one group; there are at most {marks} marks.',
  ruleDraws:
    'To see how sure the groups are, people were drawn anew {draws} times (of at most {people} people), and the votes were shuffled {shuffles} times. Groups count as clearer than chance when they stand further apart than the shuffled ones by more than {clear} standard deviations.',
  settingsHeading: 'Settings of this conversation',
  settingStrict: 'Only statements that a moderator had accepted were shown.',
  settingNotStrict: 'Statements were shown until a moderator rejected them.',
  settingAnyone: 'Anyone could write statements; they were shown at once.',
  settingApproval: 'Anyone could write statements; they were shown once a moderator had accepted them.',
  settingStaff: 'Only staff wrote statements.',
  settingIdentity: 'Only people whom the council’s own site had signed in could vote.',
  settingNames:
    'Names from another site were believed without proof: somebody could have voted as somebody else.',
  settingOpen: 'No account was needed. The same person could take part again from another browser.',

  // how sure
  sureHeading: 'How sure it is',
  sureNone: 'There are no groups yet whose certainty could be measured.',
  surePending: 'How sure the groups are is still being worked out. Load the page again in a minute.',
  sureDistinct: {
    one: 'The groups are clearer than chance. When the votes were shuffled {shuffles} times, groups stood as far apart {count} time.',
    other:
      'The groups are clearer than chance. When the votes were shuffled {shuffles} times, groups stood as far apart {count} times.',
  },
  sureNotDistinct: {
    one: 'The groups are not clearer than chance. When the votes were shuffled {shuffles} times, groups stood as far apart {count} time.',
    other:
      'The groups are not clearer than chance. When the votes were shuffled {shuffles} times, groups stood as far apart {count} times.',
  },
  sureNumber:
    'When other people like these were drawn {draws} times, the same number of groups came out {percent} of the time.',
  sureGroupsHeading: 'Stability of the groups',
  columnTogether: 'Two of its people together again',
  columnRecovered: 'Found again, overlap',
  sureChoicesHeading: 'Stability of the number of groups',
  columnNumberOfGroups: 'Number of groups',
  columnChosen: 'Came out',
  sureClaimsHeading: 'Votes behind each claim',
  columnClaim: 'Claim',
  claimConsensusAgree: 'All groups agree',
  claimConsensusDisagree: 'All groups disagree',
  claimGroupAgree: '{group} agrees',
  claimGroupDisagree: '{group} disagrees',
  claimUnsure: 'Many are unsure',
  columnShareInFavour: 'Share',
  columnStays: 'Stayed in the list',

  // moderation
  moderationHeading: 'Moderation',
  moderationWritten: 'Statements in all',
  moderationSeeds: 'Written by the organisers',
  moderationAuthors: 'People who wrote at least one',
  moderationAccepted: 'Accepted by a moderator',
  moderationUnmoderated: 'Shown without a decision',
  moderationRejected: 'Not accepted',
  moderationWaiting: 'Waiting for a decision',
  moderationMerged: 'Merged with another',
  moderationWithdrawn: 'Taken back by their authors',
  moderationMeta: 'About the conversation itself',
  moderationReports: 'Reports by readers',

  // limits
  limitsHeading: 'What this report cannot tell',
  limitSample:
    'It speaks of those who took part, not of everybody. Who did not hear of it, or could not take part, is missing.',
  limitStatements:
    'It speaks of the statements that were written. What nobody wrote, nobody could vote on, and wording matters.',
  limitExposure:
    'Statements that came late were seen by fewer people; look at the number behind each percentage.',
  limitGroups:
    'Groups describe how people voted. They are not fixed, and people within a group differ as well.',
  limitReasons: 'A vote tells what people think, not why.',

  // data and citation
  dataHeading: 'Data',
  dataIntro: 'The figures of this report as files. They hold nothing of single people.',
  exportsHeading: 'For other tools',
  exportResults: 'The figures as CSVs, in the columns that Polis uses (zip)',
  exportWorkbook: 'The figures as a workbook (Excel)',
  developers: 'For people who write programs: everything that can be read from here',
  exportOpenData: 'Every vote, without names or times, in the columns that Polis uses (zip)',
  recomputeAbout: 'Whoever does not believe this report can check it against the votes.',
  recompute: 'Recompute in this browser',
  fileReport: 'All figures (JSON)',
  fileStatements: 'Statements with their votes (CSV)',
  fileGroups: 'Statements by group (CSV)',
  fileMethod: 'Method and settings (JSON)',
  fileSums: 'SHA-256 sums of all files',
  filesHeading: 'Files of this version',
  filesAbout:
    'The figures and plots of this report, and in results/ the tables that could be exported when it was published: statements, votes by group, what each group stands for, how often statements were shown, and decisions of moderators. SHA256SUMS has the checksum of each.',
  filesOpenData:
    'open-data.zip holds every vote as of this version, without names or times. Everybody was told before voting that votes would be open data.',
  citeHeading: 'How to cite this report',
  cite: '“{topic}”. Folkmoot report, {edition}. {people}, {votes}. {address}',
  editionVersion: 'version {number}, {date}',
  editionLive: 'as of {date}',
  logPlace: 'The figures cover the vote log up to entry {sequence}, where its running hash is {hash}.',
  download: 'Download',
  downloadAs: 'Download “{name}” as {format}',
  asTable: 'The same as a table',

  // comparing versions
  compareTitle: 'What changed: version {first} and version {second}',
  compareIntro: 'From version {first} of {firstDate} to version {second} of {secondDate}.',
  compareFigures: 'Figures',
  columnFirst: 'Version {number}',
  columnChange: 'Change',
  rowGrouped: 'People on the map',
  rowGroups: 'Opinion groups',
  rowStatements: 'Statements',
  compareConsensusNew: 'Newly agreed on by all groups',
  compareConsensusGone: 'No longer agreed on by all groups',
  compareNew: 'New statements',
  compareGone: 'Statements no longer shown',
  compareShares: 'Shares of agreement that changed most',
  compareNothing: 'None.',
  points: { one: '{sign}{count} point', other: '{sign}{count} points' },
  shareOf: '{percent} of {people}',
} as const
