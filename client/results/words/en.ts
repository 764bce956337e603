// Everything that the page for results says, in English.
export const en = {
  heading: 'Results',
  intro:
    'The report makes itself from the votes. You add names, an introduction and notes; the figures cannot be edited.',
  openReport: 'Open the report',
  loading: 'The report is being made. This can take a few seconds …',

  // what facilitators write
  wordsHeading: 'Your words in the report',
  wordsIntro:
    'Readers see that these are yours. Where you write in one language only, readers of the other see that one.',
  introduction: 'Introduction',
  introductionHint: 'Stands before the summary. Markdown, as in descriptions.',
  inEnglish: '{label}, in English',
  inWelsh: '{label}, in Welsh',
  groupsHeading: 'Names of the groups',
  groupsHint:
    'A name says what most of the group want, in words that its people would accept. Look again after more votes: groups can change.',
  groupLabel: 'Group {letter} ({people})',
  groupGone: 'Group {letter} (not in the report now)',
  people: { one: '{count} person', other: '{count} people' },
  noGroups: 'There are no groups to name yet.',
  axesHeading: 'Names of the map’s directions',
  axisLeft: 'Left end',
  axisRight: 'Right end',
  axisBottom: 'Lower end',
  axisTop: 'Upper end',
  notesHeading: 'Notes to the parts of the report',
  notePeople: 'Who took part',
  noteAgree: 'What all groups agree on',
  noteGroups: 'The opinion groups',
  noteDiffer: 'Where they differ',
  noteUnsure: 'What people are unsure about',
  noteMethod: 'How this was made',
  save: 'Save',
  saving: 'Saving …',
  saved: 'Saved. The report shows it now.',
  notSaved: 'There are changes that are not saved.',
  readOnly: 'You may read this. Owners of the conversation can change it.',

  // versions
  versionsHeading: 'Published versions',
  versionsIntro:
    'A version is a report that stays as it is: page, figures, method and checksums, under an address of its own. It is public from the moment it is published, whoever may see the live results. It cannot be taken back.',
  versionsNone: 'Nothing has been published yet.',
  versionLink: 'Version {number}',
  versionFacts: '{date}, up to entry {sequence} of the vote log',
  compare: 'What changed since version {number}',
  publish: 'Publish version {number}',
  publishSure: 'Yes, publish version {number} for everybody',
  publishing: 'The report is being made and checked. This can take a minute …',
  published: 'Version {number} is published.',
  cancel: 'Not now',
  publishUnsaved: 'Save your words first, so that they are in it.',
} as const
