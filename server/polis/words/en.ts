/** Why files cannot be imported, and what in them contradicts itself; {name} is filled in. */
export const en = {
  place: '{file}: {reason}.',
  placeInLine: '{file}, line {line}: {reason}.',

  // What to do about it
  remedyLine: 'Put this line right, or export the conversation again',
  remedyExport: 'Export the conversation again, or look for the file beside the others',
  remedyDuplicate: 'Leave one of the two lines out, or export the conversation again',
  remedyStatement: 'Add the statement to comments.csv, or leave its votes out',
  remedySeveral: 'Take the files of one conversation only',
  remedySeparator: 'Save the file as CSV with commas between the columns, or export the conversation again',
  remedyTime: 'Times have to be all in seconds or all in milliseconds',
  remedyInvert: 'If agree is −1 in this file, say so, and every vote is turned',
  remedyMixed:
    'Export the conversation again, in one go; nothing tells which of the votes are the wrong way round',
  remedyQuotes: 'Put text between quotes, and double each quote inside it: "He said ""no"", and left"',
  remedyMend: {
    one: '{count} line can be mended. Look at it below, and accept that if it is read right',
    other: '{count} lines can be mended. Look at them below, and accept that if they are read right',
  },
  remedyEncoding:
    'Save the file as UTF-8. If it came from Excel on Windows, have it read as Windows-1252; then this line says “{text}”',
  remedySize: 'Is it the export of one conversation?',
  remedyZip: 'Unpack it and take the files themselves, or make the zip again with nothing else in it',

  // Files as such
  missingFile:
    'there is no {missing}; an export has summary.csv, comments.csv and votes.csv, or comments.json and votes.json',
  severalFiles: 'several files could be it: {files}',
  missingPath: 'there is no such file or folder',
  unreadable: 'it cannot be read ({reason})',
  tooLarge: 'it has {size} MB, at most {most} MB are read',
  notUtf8: 'byte {byte} of the file is {hex}, which is no UTF-8',
  nulByte: 'byte {byte} of the file is 0, which is in no text; it may be UTF-16',
  lineTooLong: 'the line has more than {most} characters',
  notJson: 'it cannot be read as JSON ({reason})',
  jsonEntry: '{place}: {problem}',
  noTable: 'there is no table among the files',

  // Tables
  otherSeparator: 'its columns are parted by “{separator}”, expected commas',
  columnTwice: 'the column {column} is there twice',
  columnsMissing: {
    one: 'the column {columns} is missing',
    other: 'the columns {columns} are missing',
  },
  notInRange: '{column} is “{text}”, expected a whole number from {least} to {most}',
  notAmong: '{column} is “{text}”, expected one of {words}',
  quoteNeverClosed: 'a quote is opened and never closed',
  quoteMisplaced: 'a quote stands where none may stand',
  raggedRow:
    'this row has another number of columns than the first one; a text with a comma has to be quoted',
  swallowedRow: 'the text of this row seems to hold the rows after it; a quote is missing or too many',
  csvProblem: 'the row cannot be read ({reason})',
  emptyLine: 'the line is empty',
  columnCount: 'expected {count} columns',
  notANumber: '“{text}” is not a whole number',
  outOfRange: 'the {column} {number} is out of range; expected 0 to {most}',

  // Statements
  idTwice: 'comment-id {id} is already on line {line}',
  textEmpty: 'the comment-body is empty',
  textTooLong: 'the comment-body has {count} characters; is a quote missing?',
  tooManyStatements: 'it holds more than {most} statements, and a conversation has at most that many',
  flagUnknown: '{column} is “{text}”, expected true or false',

  // Votes
  voteUnknown: 'the vote is {vote}, expected −1, 0 or 1',
  timeBefore1970: 'the timestamp {time} is before 1970',
  timeInOtherUnit: 'the timestamp {time} is not in the same unit as those before it',
  statementUnknown: 'a vote on the statement {id}, which {file} does not have',
  participantTwice: 'participant {id} is already on line {line}',
  tooManyVotes: 'it holds more than {most} votes, and a conversation has at most that many',
  tooManyParticipants: 'it holds votes of more than {most} people, and a conversation has at most that many',
  invertedByCounts: 'the votes are inverted: what comments.csv counts as agrees stands here as −1',
  invertedByAuthors:
    'the votes look inverted: of the authors, {disagreeing} voted −1 on their own statement and {agreeing} voted +1, and people agree with what they wrote',
  mixedSigns:
    'votes of both signs are mixed: of the authors, {disagreeing} voted −1 on their own statement and {agreeing} voted +1, and what comments.csv counts fits neither sign',
  logColumns: 'expected the columns {columns}',
  logOutOfPlace: 'the sequence is “{text}”, expected {expected}: an entry is missing or out of place',
  logEntry: '“{text}” is no entry of a vote log',
  logUnaccounted: 'the entry has no content, and no later one withdraws or erases anything',

  // The summary
  keyTwice: '{key} is there twice',
  notACount: '{key} is “{text}”, expected a count',
  noTopic: 'the row “topic” is missing',
  otherSign: 'the votes are declared with {given}, expected {expected}',

  // Any table of votes
  tableVote: '{column} is “{text}”, expected agree, disagree or pass, or 1, −1 or 0',
  tableEmpty: '{column} is empty',
  tableTooLong: '{column} has {count} characters, at most {most} are allowed',
  tableNoVote: 'it holds no vote',
  tableTime: '{column} is “{text}”, expected a time such as 2026-03-04T09:00:00Z',

  // Zips
  zipTooMany: 'it holds {count} files, at most {most} are read',
  zipTwice: 'it holds {name} twice',
  zipEmpty: 'it holds no CSV and no JSON file',
  zipNested: 'it holds another zip, {name}, and no CSV or JSON file; unpack the outer one first',
  zipUnreadable: 'it is no zip that can be read ({reason})',
  zipBroken: '{name} cannot be unpacked ({reason})',
  zipTooLarge: '{name} is too large when unpacked',

  // Recomputing
  noMethod: 'it is missing, so this is no export of Folkmoot',
  onlyFigures: 'this export holds figures only; take the one of open data, or the owner’s',
  noMap: 'no map had been published when it was made',
  missing: 'it is missing',
  logTooShort: 'it has {entries} entries, the published map covers {until}',

  // Contradictions, which stop nothing
  votersDiffer: 'summary.csv says {said} voters; votes.csv has votes of {found}.',
  commentsDiffer: 'summary.csv says {said} comments; comments.csv has {found}, of which {voted} have votes.',
  commentersDiffer: 'summary.csv says {said} commenters; comments.csv names {found} authors.',
  countsDiffer: {
    one: 'comments.csv counts other votes than votes.csv on {count} statement: {examples}.',
    other: 'comments.csv counts other votes than votes.csv on {count} statements: {examples}.',
  },
  countsOfStatement:
    '{id} ({agrees} agrees and {disagrees} disagrees; votes.csv: {foundAgrees} and {foundDisagrees})',
  rowsMissing: {
    one: 'participants-votes.csv has no row for {count} voter: {examples}.',
    other: 'participants-votes.csv has no row for {count} voters: {examples}.',
  },
  strangers: {
    one: 'participants-votes.csv has votes of somebody who has none in votes.csv, for {count} participant: {examples}.',
    other:
      'participants-votes.csv has votes of people who have none in votes.csv, for {count} participants: {examples}.',
  },
  totalsDiffer: {
    one: 'participants-votes.csv counts other votes than votes.csv for {count} participant: {examples}.',
    other: 'participants-votes.csv counts other votes than votes.csv for {count} participants: {examples}.',
  },
  totalsOfParticipant:
    '{id} ({votes} votes, {agrees} agrees, {disagrees} disagrees; votes.csv: {foundVotes}, {foundAgrees}, {foundDisagrees})',
  cellsDiffer: {
    one: 'participants-votes.csv holds another current vote than votes.csv in {count} place: {examples}.',
    other: 'participants-votes.csv holds another current vote than votes.csv in {count} places: {examples}.',
  },
  cell: 'participant {participant} on statement {statement}',
} as const
