/** Words of the page that recomputes a map; {name} is filled in. */
export const en = {
  heading: 'Check the result yourself',
  intro:
    'This page fetches every vote of this conversation, without names or times, and makes the opinion groups again here in your browser. Then it compares them with what was published.',
  start: 'Recompute in this browser',
  again: 'Recompute once more',
  fetching: 'Fetching the votes …',
  computing: 'Computing the groups …',
  comparing: 'Comparing …',
  equal: 'The published result is exactly what follows from the votes.',
  details: 'Recomputed from {votes} votes of {people} people, up to entry {sequence} of the log.',
  hash: 'Its hash is {hash}.',
  differs: {
    one: '{count} number differs from what was published.',
    other: '{count} numbers differ from what was published.',
  },
  part: 'What',
  statement: 'Statement',
  published: 'Published',
  recomputed: 'Recomputed',
  noStatement: 'none',
  more: { one: 'and {count} more', other: 'and {count} more' },
  unreachable: 'The votes could not be fetched. Check your connection, then try again.',
  broken: 'The result could not be recomputed: {reason}',
  report: 'To the report',
} as const
