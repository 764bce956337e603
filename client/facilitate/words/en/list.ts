// English words of the list of conversations, and making one.

export const list = {
  listHeading: 'Conversations',
  listIntroduction:
    'The conversations that you work on, how far they have come, and the way to begin another.',
  listEmpty: 'There is no conversation yet that your roles reach.',
  listOpen: 'Open and still to come',
  listClosed: 'Closed',
  listArchived: 'Archive',
  listDeleted: 'To be deleted',
  people: { one: '{count} person', other: '{count} people' },
  votes: { one: '{count} vote', other: '{count} votes' },
  statements: { one: '{count} statement', other: '{count} statements' },
  createHeading: 'A new conversation',
  createTopic: 'Topic',
  createTopicHint: 'The question as everyone reads it, such as “What should become of the market square?”',
  createDescription: 'Description',
  createDescriptionHint: 'A few sentences, shown under the topic. You can leave this for later.',
  createButton: 'Create it and go on to its settings',
  importLink: 'Import a conversation from elsewhere',
  createMore: 'It stays closed until you open it.',
  importHeading: 'Bring in a conversation',
  importIntroduction:
    'A Polis export, or any table of votes. It is checked as a whole first: if anything is wrong you are told where, and nothing is brought in.',
} as const
