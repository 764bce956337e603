// English. The catalogue that the others follow: a key missing there does not type-check. What the server says as well stands
// in its catalogue of taking part.
import { en as takingPart } from '../../server/protocol/words/taking-part/en.ts'

export const en = {
  ...takingPart,

  // every page
  reload: 'Reload the page',
  tryAgain: 'Try again',
  loading: 'Loading …',
  people: { one: '{count} person', other: '{count} people' },
  votes: { one: '{count} vote', other: '{count} votes' },
  statements: { one: '{count} statement', other: '{count} statements' },

  // connection
  connecting: 'Connecting …',
  connectionLost: 'Connection lost. Your votes are kept and sent when it is back.',
  connectionBack: 'Connected again.',
  votesWaiting: { one: '{count} vote waiting to send.', other: '{count} votes waiting to send.' },

  // taking part
  useKeys: 'Vote with the keys 1, 2 and 3',
  nextStatement: 'Voted. Next statement: {text}',
  voteKept: 'We cannot store votes at the moment. Yours is kept on this device and sent again by itself.',
  voteSoon: 'That was very fast. Wait a moment; your vote will be sent again by itself.',
  votingOpened: 'Voting is open now.',
  votesTooLate: {
    one: '{count} vote or change of yours arrived too late, so it does not count.',
    other: '{count} votes or changes of yours arrived too late, so they do not count.',
  },
  allDoneWaiting: 'Thank you. Your last votes are sent when the connection is back.',

  // own votes
  undone: 'Undone. Vote again: {text}',

  // people whom another site names

  // writing a statement
  sending: 'Sending …',

  // the map
  mapLoading: 'The map is being drawn …',
  mapFailed: 'The map could not be loaded.',
  mapFresh: 'Updated at {time}; every vote is in it.',
  mapBehind: {
    one: 'Updated at {time}; {count} newer vote is not in it yet.',
    other: 'Updated at {time}; {count} newer votes are not in it yet.',
  },
  mapSteps:
    'The map moves on in steps of several people, at least five, so that nobody’s votes can be read from it.',
  mapVariance:
    'Its two directions show {share} of the differences between people; the rest does not fit on paper.',
  mapPicture: {
    one: 'Map with {count} opinion group. The table below holds the same facts.',
    other: 'Map with {count} opinion groups. The table below holds the same facts.',
  },
  you: 'You',
  youAreHere: 'You are here',
  youNotYet: 'Vote on a statement and your own place appears on the map.',
  youOnlyHere: 'Your place is worked out on this device; nobody else sees it.',
  tableHeading: 'The map as a table',
  tableGroup: 'Group',
  tablePeople: 'People',
  tableShare: 'Share of the map',
  tableMarks: 'Marks on the map',
  tableNearest: 'Nearest group',
  tableYou: 'You',

  // where I stand
  chooserLabel: 'Look at one group more closely',
  chooserAll: 'All groups',
  barsShares: {
    one: '{agree} agree, {disagree} disagree of {count} person',
    other: '{agree} agree, {disagree} disagree of {count} people',
  },
  barsTooFew: 'Fewer than five people have voted on this.',

  // projector

  // home
  homeHeading: 'What people are talking about',
  homeIntroduction:
    'Vote on short statements by other people, and see where opinions differ and where they meet.',
  openConversations: 'Open conversations',
  closedConversations: 'Closed conversations',
  homeEmpty: 'No conversations yet',
  homeEmptyLater: 'As soon as one is set up, it is listed here.',
  homeEmptyStaff: 'For staff: set up a conversation',
  listFailed: 'The list of conversations could not be loaded.',

  // a page that cannot be shown
  problemHeading: 'This page cannot be shown',
  problemUnknownHeading: 'Nothing here',
} as const
