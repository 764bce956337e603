// What the description of the API says, in English.
export const en = {
  description:
    'What other programs may read. Votes are agree +1, disagree −1, pass 0; no number is about fewer people than the conversation allows. Results that are not for everybody yet are read with a token of the conversation.',
  answered: 'Done.',
  answeredFile: 'The file.',
  answeredPolis: 'In the shape and with the signs that Polis has: agree is −1.',
  refused: 'Refused, with a code and a sentence that says what to do.',
  tag: 'Sent back as If-None-Match it is answered with 304 while nothing has changed.',
  tokenAbout: 'Made by an owner for one conversation, on its page “Connections”.',

  aboutConversations: 'All conversations.',
  aboutConversation: 'A conversation and its counts.',
  aboutStatements: 'The statements that are open for voting.',
  aboutAnswers: 'What people said of themselves, in numbers; null where too few would be told of.',
  aboutSnapshot: 'The published map: groups, what they stand for, what all agree on.',
  aboutComponents: 'What places a person on a map, and how groups voted.',
  aboutReport: 'Every figure of the report as it is now.',
  aboutVersions: 'The published versions of the report.',
  aboutVersion: 'A published version: its figures, and its files with their SHA-256.',
  aboutVersionFile: 'A file of a published version, as it was published.',
  aboutResultsZip: 'Figures as CSV and JSON.',
  aboutResultsFile: 'One file of the figures.',
  aboutOpenDataZip: 'Every vote under pseudonyms, where open data was declared.',
  aboutOpenDataFile: 'One file of the open data.',
  aboutPolisConversation: 'The conversation.',
  aboutPolisComments:
    'The statements with their votes; with moderation=true those too that were not let through.',
  aboutPolisMath:
    'The map, its groups and what they stand for. Members of base clusters are given out for open data only.',
  aboutPolisVotes: 'The votes of one person of the open data, under a pseudonym.',
  aboutPolisInit: 'What the page to take part asks for first.',
  aboutPolisReports: 'The report of a conversation.',
  aboutPolisExport: 'Leads on to a file of the export.',

  parameterId: 'Name of the conversation, as in its address.',
  parameterNumber: 'Number of the published version.',
  parameterVersion: 'Version of the map, as the snapshot has it.',
  parameterFormulaSafe: 'An apostrophe before texts that spreadsheets would take for formulas.',
  parameterLanguage: 'Language of messages.',
  parameterFile: 'Name of the file.',
  parameterVersionFile: 'Name of the file, as the version lists it.',
  parameterPolisId: 'Name of the conversation, or the id that it had at Polis.',
  parameterPolisReport: 'r and the name of the conversation, or the id that its report had at Polis.',
  parameterPolisModeration: 'Also statements that moderators did not accept, without their words.',
  parameterPolisAbove:
    'Only statements whose mod is above it: −1 is not accepted, 0 not moderated, 1 accepted.',
  parameterPolisPid: 'Number of the person within the open data.',

  pageTitle: 'API for programs',
  pageIntro:
    'Other programs can read conversations here and be told when something happens. Nothing can be changed in this way, and nothing tells how a single person voted unless the conversation declared open data before voting began.',
  skip: 'Skip to the content',
  contents: 'On this page',
  machineReadable: 'The same for programs (OpenAPI 3.1)',
  footer:
    'Folkmoot is free software. The description on this page is made from the schemas by which answers are checked.',

  conventionsHeading: 'How to read it',
  conventionRequests:
    'Ask with GET. Answers are JSON in UTF-8, or files. Times that end in Ms are milliseconds since 1970.',
  conventionVotes:
    'Votes are agree +1, disagree −1, pass 0. Where Polis has another sign, the Polis addresses have it too.',
  conventionSmall:
    'A number that would tell of too few people is null or left out. How few that is stands in the report as “smallest”.',
  conventionTags:
    'Most answers have an ETag. Send it back as If-None-Match: as long as nothing has changed, the answer is 304 without a body.',
  conventionErrors:
    'What is refused has a code that stays the same and a sentence in the language that you ask for.',

  conversationsHeading: 'Conversations',
  resultsHeading: 'Results',
  reportsHeading: 'Reports and published versions',
  exportsHeading: 'Exports',
  polisHeading: 'Addresses of Polis',
  polisIntro:
    'Tools that read conversations from Polis can read these from here: give them the address of this service in the place of theirs. Agree is −1 here, as it is there.',
  tableOf: 'Parameters of {path}',
  parameter: 'Parameter',
  where: 'Where',
  meaning: 'Meaning',
  inPath: 'in the path, needed',
  inQuery: 'after “?”',
  oneOf: 'One of: {values}.',
  example: 'An example of the answer',
  exampleRefused: 'An example of what is refused',

  tokensHeading: 'Tokens',
  tokensIntro:
    'While the results of a conversation are not for everybody, a program reads them with a token. An owner makes it on the page “Connections” of the conversation; it is shown once, is good for that conversation only, and can be revoked at any time. It goes into a header, never into an address:',
  tokenScope: 'Scope',
  tokenScopeReadResults: 'Results, report and exports of the conversation before everybody may see them.',

  originsHeading: 'Pages of other sites',
  originsIntro:
    'A script on another site can read a conversation when the origin of that site stands in the conversation’s setting “{setting}”. Cookies are neither sent nor read.',

  webhooksHeading: 'Being told when something happens',
  webhooksIntro:
    'An owner adds the addresses that are told on the page “Connections”. Each gets a POST with a short JSON message; numbers and names of things only, never of people.',
  webhookEvents: 'What addresses are told of',
  event: 'Event',
  eventOpened: 'Voting has opened.',
  eventClosed: 'Voting has closed or is paused.',
  eventVersion: 'A version of the report was published; the message says which.',
  eventWaiting: 'Statements wait for a moderator; the message has their numbers.',
  eventTest: 'Somebody tries the address out.',
  webhookAnswer:
    'Answer with a status from 200 to 299 within 10 seconds. Otherwise the message is sent again after 10 seconds, 1 minute, 5 minutes, 30 minutes, 2 hours and 8 hours. The same message can arrive twice: its number stands in Folkmoot-Delivery.',
  verifyHeading: 'Verifying the signature',
  verifyIntro:
    'The header Folkmoot-Signature holds a time in seconds and an HMAC-SHA-256 with the key that was shown when the address was added, over the time, a dot, and the body as it arrived. Refuse messages with another signature, and those that are older than five minutes:',

  limitsHeading: 'Limits',
  limitExports:
    'So many exports are written at a time: {count}. Whoever comes then is answered with 503 and Retry-After.',
  limitReports: 'A report is made anew at most every {seconds} seconds while votes come in.',
  limitWebhooks: 'A conversation tells at most {count} addresses.',
  limitStatements: 'A statement has at most {characters} characters.',
} as const
