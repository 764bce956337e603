// What can go wrong with setting up a conversation: settings, states, statements brought in, pictures.
import type { ErrorFacts } from '../error-facts.ts'

/** One row for each error code. */
export const facilitatingErrors = {
  'changed-meanwhile': {
    status: 409,
    closeCode: null,
    words: {
      en: 'Somebody else has changed this meanwhile. Look at what is there now, then decide.',
      cy: 'Mae rhywun arall wedi newid hyn yn y cyfamser. Edrychwch ar yr hyn sydd yno nawr, yna penderfynwch.',
    },
  },
  'setting-not-allowed': {
    status: 422,
    closeCode: null,
    words: {
      en: 'This was not saved, because it is not allowed. What you have entered is still here.',
      cy: 'Ni chadwyd hyn, am nad yw’n cael ei ganiatáu. Mae’r hyn a roesoch yma o hyd.',
    },
  },
  'not-ready': {
    status: 409,
    closeCode: null,
    words: {
      en: 'The readiness check has found something that is missing. Mend it, or open the conversation all the same.',
      cy: 'Mae’r gwiriad parodrwydd wedi canfod rhywbeth sydd ar goll. Trwsiwch ef, neu agorwch y sgwrs er hynny.',
    },
  },
  'schedule-over': {
    status: 409,
    closeCode: null,
    words: {
      en: 'The end that is set for voting is over, so the conversation would close again at once. Set a later end first.',
      cy: 'Mae’r diwedd a osodwyd ar gyfer pleidleisio wedi mynd heibio, felly byddai’r sgwrs yn cau eto ar unwaith. Gosodwch ddiwedd hwyrach yn gyntaf.',
    },
  },
  'conversation-archived': {
    status: 409,
    closeCode: null,
    words: {
      en: 'This conversation is in the archive. Take it out first.',
      cy: 'Mae’r sgwrs hon yn yr archif. Tynnwch hi allan yn gyntaf.',
    },
  },
  'conversation-deleted': {
    status: 409,
    closeCode: null,
    words: {
      en: 'This conversation is to be deleted. Restore it first.',
      cy: 'Mae’r sgwrs hon i’w dileu. Adferwch hi yn gyntaf.',
    },
  },
  'seeds-too-large': {
    status: 413,
    closeCode: null,
    words: {
      en: 'This is too much at once: 5 MB and 5,000 statements at most. Nothing was read; split it and try again.',
      cy: 'Mae hyn yn ormod ar unwaith: 5 MB a 5,000 o ddatganiadau ar y mwyaf. Ni ddarllenwyd dim; rhannwch ef a rhowch gynnig arall arni.',
    },
  },
  'seeds-not-text': {
    status: 415,
    closeCode: null,
    words: {
      en: 'This is no text, so no statement can be read from it. Save the table as CSV (UTF-8) and choose that file.',
      cy: 'Nid testun yw hwn, felly ni ellir darllen yr un datganiad ohono. Cadwch y tabl fel CSV (UTF-8) a dewiswch y ffeil honno.',
    },
  },
  'seeds-broken': {
    status: 422,
    closeCode: null,
    words: {
      en: 'This table cannot be read: a quotation mark is opened and never closed. Save it as CSV (UTF-8) again, or paste the statements line by line.',
      cy: 'Ni ellir darllen y tabl hwn: mae dyfynnod yn cael ei agor heb ei gau. Cadwch ef fel CSV (UTF-8) eto, neu gludwch y datganiadau fesul llinell.',
    },
  },
  'too-many-invitations': {
    status: 409,
    closeCode: null,
    words: {
      en: 'A conversation can have 200,000 invitation codes. There are too many already.',
      cy: 'Gall sgwrs gael 200,000 o godau gwahoddiad. Mae gormod eisoes.',
    },
  },
  'image-too-large': {
    status: 413,
    closeCode: null,
    words: {
      en: 'This image is larger than 1 MB. Make it smaller, then try again.',
      cy: 'Mae’r ddelwedd hon yn fwy nag 1 MB. Gwnewch hi’n llai, yna rhowch gynnig arall arni.',
    },
  },
  'image-unknown': {
    status: 415,
    closeCode: null,
    words: {
      en: 'This is no image that can be shown here. Use a PNG, JPEG, WebP or AVIF file.',
      cy: 'Nid delwedd y gellir ei dangos yma yw hon. Defnyddiwch ffeil PNG, JPEG, WebP neu AVIF.',
    },
  },
  'image-limit': {
    status: 409,
    closeCode: null,
    words: {
      en: 'This conversation has 50 images already. Remove one that is no longer used, then try again.',
      cy: 'Mae gan y sgwrs hon 50 o ddelweddau eisoes. Tynnwch un nad yw’n cael ei defnyddio mwyach, yna rhowch gynnig arall arni.',
    },
  },
} as const satisfies Record<string, ErrorFacts>
