// What can go wrong with decisions about statements.
import type { ErrorFacts } from '../error-facts.ts'

/** One row for each error code. */
export const moderatingErrors = {
  'statement-claimed': {
    status: 409,
    closeCode: null,
    words: {
      en: 'Somebody else has this statement before them. Go on with another one, or take it over.',
      cy: 'Mae rhywun arall yn edrych ar y datganiad hwn. Ewch ymlaen ag un arall, neu cymerwch ef drosodd.',
    },
  },
  'merge-target-closed': {
    status: 422,
    closeCode: null,
    words: {
      en: 'Statements can be merged only into another one that is accepted or waiting. Choose one of those.',
      cy: 'Dim ond i un arall sydd wedi’i dderbyn neu sy’n aros y gellir cyfuno datganiadau. Dewiswch un o’r rheini.',
    },
  },
  'statement-unchanged': {
    status: 422,
    closeCode: null,
    words: {
      en: 'The new words are the same as others here. Change them, or close this without saving.',
      cy: 'Mae’r geiriau newydd yr un fath ag eraill yma. Newidiwch nhw, neu caewch hyn heb gadw.',
    },
  },
  'nothing-to-undo': {
    status: 409,
    closeCode: null,
    words: {
      en: 'There is nothing to undo here.',
      cy: 'Nid oes dim i’w ddadwneud yma.',
    },
  },
} as const satisfies Record<string, ErrorFacts>
