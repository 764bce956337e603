// What can go wrong with the screen in the hall and the host’s remote.
import type { ErrorFacts } from '../error-facts.ts'

/** One row for each error code. */
export const eventErrors = {
  'unknown-join-code': {
    status: 404,
    closeCode: null,
    words: {
      en: 'No conversation has these letters. Look at the screen again: there are six, with no A, E, I, O, U or Y.',
      cy: 'Nid oes gan unrhyw sgwrs y llythrennau hyn. Edrychwch ar y sgrin eto: mae chwech ohonynt, heb A, E, I, O, U nac Y.',
    },
  },
  'screen-not-let-in': {
    status: 403,
    closeCode: null,
    words: {
      en: 'The link of this screen no longer works. Ask a host for a new one.',
      cy: 'Nid yw dolen y sgrin hon yn gweithio mwyach. Gofynnwch i un o’r gwesteiwyr am un newydd.',
    },
  },
  'too-many-screens': {
    status: 409,
    closeCode: null,
    words: {
      en: 'This conversation has 20 screens already. Take back the link of one that is no longer used, then try again.',
      cy: 'Mae gan y sgwrs hon 20 sgrin eisoes. Tynnwch yn ôl ddolen un nad yw’n cael ei defnyddio mwyach, yna rhowch gynnig arall arni.',
    },
  },
  'rehearsal-not-possible': {
    status: 409,
    closeCode: null,
    words: {
      en: 'A rehearsal is running already, here or in too many other conversations. End it first, or try again later.',
      cy: 'Mae ymarfer yn rhedeg eisoes, yma neu mewn gormod o sgyrsiau eraill. Gorffennwch ef yn gyntaf, neu rhowch gynnig arall arni wedyn.',
    },
  },
} as const satisfies Record<string, ErrorFacts>
