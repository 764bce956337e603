// What can go wrong with versions of the report, exports, imports and other programs.
import type { ErrorFacts } from '../error-facts.ts'

/** One row for each error code. */
export const resultsErrors = {
  'version-exists': {
    status: 409,
    closeCode: null,
    words: {
      en: 'Somebody else has just published a version of this report. Look at it; if another is still needed, publish again.',
      cy: 'Mae rhywun arall newydd gyhoeddi fersiwn o’r adroddiad hwn. Edrychwch arni; os oes angen un arall o hyd, cyhoeddwch eto.',
    },
  },
  'webhook-address': {
    status: 422,
    closeCode: null,
    words: {
      en: 'This address cannot be told anything. Give one that begins with https://, is reached from the public internet, and holds no user name or password.',
      cy: 'Ni ellir rhoi gwybod i’r cyfeiriad hwn. Rhowch un sy’n dechrau â https://, y gellir ei gyrraedd o’r rhyngrwyd cyhoeddus, heb enw defnyddiwr na chyfrinair.',
    },
  },
  'too-many-webhooks': {
    status: 409,
    closeCode: null,
    words: {
      en: 'A conversation tells at most ten addresses. Remove one of them first.',
      cy: 'Mae sgwrs yn rhoi gwybod i ddeg cyfeiriad ar y mwyaf. Tynnwch un ohonynt yn gyntaf.',
    },
  },
  'too-many-exports': {
    status: 503,
    closeCode: null,
    words: {
      en: 'Other exports are being written at the moment. Try again in a few seconds.',
      cy: 'Mae allforion eraill yn cael eu hysgrifennu ar hyn o bryd. Rhowch gynnig arall arni ymhen ychydig eiliadau.',
    },
  },
  'import-file-unknown': {
    status: 415,
    closeCode: null,
    words: {
      en: 'This file is not one that can be imported. Choose CSV or JSON files, or a zip of them.',
      cy: 'Nid yw’r ffeil hon yn un y gellir ei mewnforio. Dewiswch ffeiliau CSV neu JSON, neu zip ohonynt.',
    },
  },
  'import-too-large': {
    status: 413,
    closeCode: null,
    words: {
      en: 'These files are larger than 1 GB together. Use the command folkmoot import for them.',
      cy: 'Mae’r ffeiliau hyn yn fwy nag 1 GB gyda’i gilydd. Defnyddiwch y gorchymyn folkmoot import ar eu cyfer.',
    },
  },
  'import-name-taken': {
    status: 409,
    closeCode: null,
    words: {
      en: 'There already is a conversation of this name, so nothing was imported. Choose another name.',
      cy: 'Mae sgwrs o’r enw hwn eisoes, felly ni fewnforiwyd dim. Dewiswch enw arall.',
    },
  },
  'no-open-data': {
    status: 403,
    closeCode: null,
    words: {
      en: 'Single votes are given out only where a conversation declared open data before voting began. This one did not.',
      cy: 'Dim ond lle datganodd sgwrs ddata agored cyn i’r pleidleisio ddechrau y rhoddir pleidleisiau unigol. Ni wnaeth hon.',
    },
  },
} as const satisfies Record<string, ErrorFacts>
