// English words of the settings, and whether they are saved.

export const settings = {
  // saving
  settingsIntroduction: 'Everything is saved as you go; beside each setting stands whether it was.',
  saving: 'Saving …',
  saved: 'Saved {time}',
  notSaved: 'Not saved: {why}',
  changedMeanwhile: 'Somebody has changed this meanwhile. There is now: {value}',
  changedMeanwhileBy: '{name} changed this at {time}. There is now: {value}',
  takeTheirs: 'Take that',
  saveMine: 'Save mine',
  defaultIs: 'Default: {value}.',
  nothing: 'nothing',
  yes: 'yes',
  no: 'no',
  notYours: 'Your role may look at the settings but not change them.',

  // groups of settings
  contentsLabel: 'Sections of the settings',
  contentsAt: 'Section: {section}',
  groupWords: 'Topic and languages',
  groupPurpose: 'Purpose',
  groupQuestions: 'Questions about people',
  groupWho: 'Who takes part',
  groupSchedule: 'Schedule',
  groupStatements: 'Statements',
  groupResults: 'Map and results',
  groupData: 'Data',
  groupTheme: 'Colours',
  groupEmbed: 'On other sites',
  topic: 'Topic',
  topicHelp: 'The question as everyone reads it, at most 300 characters.',
  description: 'Description',
  descriptionHelp: 'Shown under the topic; *cursive*, **bold**, lists, links and pictures as in Markdown.',

  // values of choices
  writeAnyone: 'Anyone; shown at once',
  writeApproval: 'Anyone; shown once a moderator has accepted it',
  writeStaff: 'Staff only',
  strictOn: 'On',
  strictOff: 'Off',
  modeEffect: '“{choice}”: {effects}',
  modeShows: {
    one: '{count} statement that is hidden now will be shown.',
    other: '{count} statements that are hidden now will be shown.',
  },
  modeHides: {
    one: '{count} statement will be hidden until a moderator has accepted it; its votes stay.',
    other: '{count} statements will be hidden until a moderator has accepted them; their votes stay.',
  },
  modeHolds: {
    one: '{count} waits all the same, for what a check found in it.',
    other: '{count} wait all the same, for what a check found in them.',
  },
  voteAnyone: 'Anyone who has the address',
  voteCodes: 'People with an invitation code',
  voteIdentity: 'People whom your site signs in',
  voteList: 'Of these, only people on a list',
  identityInAddress:
    'A token that your site writes into the address of a plain frame (?xid=…) can be kept in the log of any server that stands in front of this service. Let such tokens run out soon, or use our script, which keeps them out of what is sent as the address.',
  seeAlways: 'Always',
  seeAfterVoting: 'Once a person has voted often enough',
  seeWhenRevealed: 'Once the host reveals them',
  seeWhenClosed: 'When voting has closed',
  groupsByVotes: 'As the votes decide',
  groupsFixed: { one: '{count} group', other: '{count} groups' },
  english: 'English',
  welsh: 'Welsh',
  onePerLine: 'One on each line.',
  secretSet: 'A secret is set. What you enter here takes its place.',

  // invitation codes
  codesHeading: 'Invitation codes',
  codesHelp:
    'Each code lets in one person, once. The codes are shown to you only now: download them, because the service keeps nothing by which they could be found again.',
  codesCounts: '{made} made, {used} used.',
  codesCount: 'How many',
  codesCountRule: 'Give a whole number from 1 to 10,000.',
  codesMake: 'Make codes',
  codesDownload: 'Download the codes as a table (CSV)',
  codesMade: { one: '{count} code is ready.', other: '{count} codes are ready.' },
  codeColumn: 'code',
  addressColumn: 'address',

  // theme
  themeHelp:
    'Colours for people with a light and with a dark screen. They are saved when every pair of them can be read (WCAG 2.2 AA); until then they are only shown here.',
  themeDefault: 'as usual',
  themeReset: 'As usual',
  themeLight: 'Light',
  themeDark: 'Dark',
  themeSample: 'The square should have more trees.',
  themeAgree: 'Agree',
  themeQuiet: 'Others wrote these statements.',
  themeTroubles: 'Not saved, because people could not read it:',
  themePreview: 'How it looks',

  // embedding
  embedSnippet: 'Put this into the page',
  embedCopy: 'Copy these lines',
  embedPreview: 'How it looks there',
  embedFrame: 'Preview: the page to take part',
} as const
