// English words of the frame of one conversation, and what its first page says of its state.

export const conversation = {
  // frame of a conversation
  stateOpen: 'Open',
  stateUpcoming: 'Not open yet',
  statePaused: 'Paused',
  stateClosed: 'Closed',
  stateArchived: 'In the archive',
  stateDeleted: 'To be deleted',
  sample: 'Sample',
  loading: 'Loading …',
  tryAgain: 'Try again',
  newsLost: 'Connection lost. What you see may be old; this page reconnects by itself.',
  believesNames:
    'Names from other sites are believed here without a signature: anybody can vote as anybody else. Have them signed instead.',

  // state
  stateHeading: 'Open and close',
  stateOpenNow: 'People can vote and write.',
  stateUpcomingNow: 'Nobody can vote yet; people who have the address can read what it will be about.',
  statePausedNow: 'Nobody can vote or write at the moment. The results so far can be read.',
  stateClosedNow: 'Nobody can vote or write any more. The results can be read.',
  opensAt: 'It opens by itself on {time} ({zone}).',
  closesAt: 'It closes by itself on {time} ({zone}).',
  open: 'Open',
  openAgain: 'Open again',
  openAnyway: 'Open all the same',
  pause: 'Pause',
  close: 'Close',
  closeSure: 'Close it: nobody can vote any more',
  keepOpen: 'Leave it open',

  // readiness
  readinessHeading: 'Ready to open?',
  readinessYes: 'Everything is there.',
  readinessNo: {
    one: '{count} thing is missing.',
    other: '{count} things are missing.',
  },
  readyPurpose: 'The purpose says what it is about, who decides and what happens next',
  readyLanguages: 'Purpose and questions are complete in every language of the conversation',
  readySeeds: 'There are at least 8 statements to begin with (now {count})',
  readyModerators: 'Somebody moderates (now {count})',
  readyContrast: 'The colours can be read',
  readyRetention: 'It is said how long the conversation is kept',
  readySchedule: 'The end of voting is still to come',
  readyVoters: 'The people who may vote can prove it',
  done: 'Done',
  missing: 'Missing',
  mend: 'Mend it',

  // addresses
  addressesHeading: 'Addresses to share',
  takePart: 'Page to take part',
  projector: 'Screen for a hall',
  copyAddress: 'Copy the address',
  copyOf: 'Copy: {what}',
  copied: 'Copied',

  // copies, archive, deletion
  endHeading: 'Copy, put away, delete',
  copyHelp:
    'A copy has the same settings, purpose, questions and seed statements, and nothing that people did.',
  copyTopic: 'Topic of the copy',
  copyButton: 'Make a copy',
  archiveHelp: 'The archive closes a conversation and takes it off all lists. Its address still works.',
  archiveButton: 'Put it into the archive',
  unarchiveButton: 'Take it out of the archive',
  deleteHelp:
    'Deleting hides the conversation from everybody at once. For 14 days it can be restored; then it is gone for good, with its statements and all votes.',
  deleteButton: 'Delete the conversation',
  deleteSure: 'Yes, delete it with all votes',
  deleteNot: 'Keep it',
  deletesOn: 'This conversation is deleted for good on {time}. Until then only staff can see it.',
  restoreButton: 'Restore it',
} as const
