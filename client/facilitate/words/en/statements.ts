// English words of statements to begin with.

export const statements = {
  seedsHeading: 'Statements to begin with',

  seedsIntroduction:
    'People who come first need something to vote on: at least 8 statements, from all sides, each with one idea.',
  seedsThereNone: 'There are none so far.',
  seedsThere: { one: 'There is {count} so far.', other: 'There are {count} so far.' },
  seedsField: 'Type or paste them, one on each line',
  seedsFile: 'Or choose a table (CSV)',
  seedsFileHelp: 'The first column, or the one under “statement” or “text”; 5,000 rows and 5 MB at most.',
  seedsLook: 'Look at them first',
  seedsLooking: 'Reading …',
  seedsPreviewHeading: 'What would be saved',
  seedsSummary: {
    one: '{count} statement can be saved; {left} of the rows are left out.',
    other: '{count} statements can be saved; {left} of the rows are left out.',
  },
  seedsLine: 'Line',
  seedsText: 'Statement',
  seedsVerdict: 'What becomes of it',
  verdictOk: 'is saved',
  verdictDuplicateLine: 'the same as line {line}',
  verdictDuplicate: 'is there already',
  verdictTooLong: { one: '{count} character too many', other: '{count} characters too many' },
  verdictEmpty: 'empty',
  verdictOnlyLinks: 'nothing but a link',
  seedsShowLeftOut: 'Only rows that are left out',
  seedsMoreRows: { one: 'and {count} more row', other: 'and {count} more rows' },
  seedsSave: { one: 'Save {count} statement', other: 'Save {count} statements' },
  seedsSaved: { one: '{count} statement was saved.', other: '{count} statements were saved.' },
  seedsNone: 'None of these can be saved.',
  seedsTooLarge: 'This file is larger than 5 MB. Nothing was read; split it and try again.',
  seedsList: 'Statements so far',
  seedsModerate: 'Statements by participants are decided about under Moderation.',
} as const
