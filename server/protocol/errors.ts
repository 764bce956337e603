// Everything that people can cause, as one closed union: a code, its HTTP status, its close code on a socket (null where
// a socket stays open), and its words in each language.
import * as v from 'valibot'
import type { Language } from './values.ts'

interface ErrorFacts {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 429 | 500 | 503
  readonly closeCode: number | null
  readonly words: Readonly<Record<Language, string>>
}

/** One row for each error code. */
export const errors = {
  'malformed-frame': {
    status: 400,
    closeCode: 4400,
    words: {
      en: 'Your browser sent something we could not read. Reload the page and try again.',
      cy: 'Anfonodd eich porwr rywbeth na allem ei ddarllen. Ail-lwythwch y dudalen a rhowch gynnig arall arni.',
    },
  },
  'frame-too-large': {
    status: 413,
    closeCode: 4413,
    words: {
      en: 'Your browser sent more than we accept at once. Reload the page and try again.',
      cy: 'Anfonodd eich porwr fwy nag a dderbyniwn ar unwaith. Ail-lwythwch y dudalen a rhowch gynnig arall arni.',
    },
  },
  'out-of-order': {
    status: 400,
    closeCode: 4409,
    words: {
      en: 'The connection started in the wrong order. Reload the page and try again.',
      cy: 'Dechreuodd y cysylltiad yn y drefn anghywir. Ail-lwythwch y dudalen a rhowch gynnig arall arni.',
    },
  },
  'unsupported-protocol': {
    status: 400,
    closeCode: 4426,
    words: {
      en: 'This page is out of date. Reload it to go on; your votes are kept.',
      cy: 'Mae’r dudalen hon wedi dyddio. Ail-lwythwch hi i barhau; cedwir eich pleidleisiau.',
    },
  },
  'not-allowed': {
    status: 403,
    closeCode: 4403,
    words: {
      en: 'This page may not do that.',
      cy: 'Ni chaiff y dudalen hon wneud hynny.',
    },
  },
  'identity-invalid': {
    status: 403,
    closeCode: 4461,
    words: {
      en: 'The site that sent you here did not prove who you are, so you cannot take part from there. Go back to it, sign in again and come back.',
      cy: 'Ni phrofodd y wefan a’ch anfonodd yma pwy ydych chi, felly ni allwch gymryd rhan oddi yno. Ewch yn ôl iddi, mewngofnodwch eto a dewch yn ôl.',
    },
  },
  'identity-expired': {
    status: 403,
    closeCode: 4462,
    words: {
      en: 'Your time signed in at the site that sent you here has run out. Sign in there again and come back; your votes are kept.',
      cy: 'Mae eich amser wedi’i fewngofnodi ar y wefan a’ch anfonodd yma ar ben. Mewngofnodwch yno eto a dewch yn ôl; cedwir eich pleidleisiau.',
    },
  },
  'identity-for-another': {
    status: 403,
    closeCode: 4463,
    words: {
      en: 'You were signed in for another conversation than this one. Open this one from the site that sent you here.',
      cy: 'Cawsoch eich mewngofnodi ar gyfer sgwrs arall, nid hon. Agorwch hon o’r wefan a’ch anfonodd yma.',
    },
  },
  'identity-not-listed': {
    status: 403,
    closeCode: 4464,
    words: {
      en: 'You are not on the list of people who may take part in this conversation. Ask those who run it.',
      cy: 'Nid ydych ar y rhestr o bobl a gaiff gymryd rhan yn y sgwrs hon. Holwch y rhai sy’n ei chynnal.',
    },
  },
  'identity-unsigned': {
    status: 403,
    closeCode: 4465,
    words: {
      en: 'The site that sent you here gave your name without its signature, which this conversation does not accept. Tell those who run that site.',
      cy: 'Rhoddodd y wefan a’ch anfonodd yma eich enw heb ei llofnod, ac nid yw’r sgwrs hon yn derbyn hynny. Rhowch wybod i’r rhai sy’n cynnal y wefan honno.',
    },
  },
  'identity-needed': {
    status: 403,
    closeCode: null,
    words: {
      en: 'Only people who are signed in at the site that runs this conversation may vote. Open it from there.',
      cy: 'Dim ond pobl sydd wedi mewngofnodi ar y wefan sy’n cynnal y sgwrs hon a gaiff bleidleisio. Agorwch hi oddi yno.',
    },
  },
  'unknown-page': {
    status: 404,
    closeCode: null,
    words: {
      en: 'There is no page at this address. Check the link you were given.',
      cy: 'Nid oes tudalen yn y cyfeiriad hwn. Gwiriwch y ddolen a gawsoch.',
    },
  },
  'unknown-conversation': {
    status: 404,
    closeCode: 4404,
    words: {
      en: 'There is no conversation at this address. Check the link you were given.',
      cy: 'Nid oes sgwrs yn y cyfeiriad hwn. Gwiriwch y ddolen a gawsoch.',
    },
  },
  'unknown-statement': {
    status: 404,
    closeCode: null,
    words: {
      en: 'This statement does not exist in this conversation, so your vote was not counted.',
      cy: 'Nid yw’r datganiad hwn yn bodoli yn y sgwrs hon, felly ni chyfrifwyd eich pleidlais.',
    },
  },
  'statement-closed': {
    status: 409,
    closeCode: null,
    words: {
      en: 'This statement is no longer open for voting, so your vote was not counted.',
      cy: 'Nid yw’r datganiad hwn ar agor i bleidleisio mwyach, felly ni chyfrifwyd eich pleidlais.',
    },
  },
  'conversation-closed': {
    status: 409,
    closeCode: null,
    words: {
      en: 'Voting in this conversation has closed. The results stay here to read.',
      cy: 'Mae’r pleidleisio yn y sgwrs hon wedi cau. Bydd y canlyniadau’n aros yma i’w darllen.',
    },
  },
  'mutation-reused': {
    status: 409,
    closeCode: null,
    words: {
      en: 'This vote clashed with an earlier one and was not counted. Vote again.',
      cy: 'Gwrthdarodd y bleidlais hon ag un gynharach ac ni chafodd ei chyfrif. Pleidleisiwch eto.',
    },
  },
  'too-many-messages': {
    status: 429,
    closeCode: 4429,
    words: {
      en: 'That was very fast. Wait a moment; your vote will be sent again by itself.',
      cy: 'Roedd hynny’n gyflym iawn. Arhoswch eiliad; anfonir eich pleidlais eto ohoni’i hun.',
    },
  },
  'too-many-connections': {
    status: 429,
    closeCode: 4430,
    words: {
      en: 'This page is open too many times. Close the other tabs and reload this one.',
      cy: 'Mae’r dudalen hon ar agor ormod o weithiau. Caewch y tabiau eraill ac ail-lwythwch yr un hon.',
    },
  },
  'connection-too-slow': {
    status: 503,
    closeCode: 4408,
    words: {
      en: 'Your connection could not keep up. This page reconnects by itself.',
      cy: 'Ni allai eich cysylltiad ddal i fyny. Bydd y dudalen hon yn ailgysylltu ohoni’i hun.',
    },
  },
  'storage-unavailable': {
    status: 503,
    closeCode: null,
    words: {
      en: 'We cannot store votes at the moment. Yours is kept on this device and sent again by itself.',
      cy: 'Ni allwn storio pleidleisiau ar hyn o bryd. Cedwir eich un chi ar y ddyfais hon a’i hanfon eto ohoni’i hun.',
    },
  },
  'server-restarting': {
    status: 503,
    closeCode: 4503,
    words: {
      en: 'The service is restarting. This page reconnects by itself.',
      cy: 'Mae’r gwasanaeth yn ailgychwyn. Bydd y dudalen hon yn ailgysylltu ohoni’i hun.',
    },
  },
  internal: {
    status: 500,
    closeCode: 4500,
    words: {
      en: 'Something went wrong on our side. Try again in a minute.',
      cy: 'Aeth rhywbeth o’i le ar ein hochr ni. Rhowch gynnig arall arni ymhen munud.',
    },
  },
} as const satisfies Record<string, ErrorFacts>

export type ErrorCode = keyof typeof errors

/** Every error code, as a schema. */
export const errorCode = v.picklist(Object.keys(errors) as [ErrorCode, ...ErrorCode[]]) // Object.keys forgets the keys' type

/** Body of every HTTP answer that refuses something. */
export const errorBody = v.strictObject({ error: v.strictObject({ code: errorCode, message: v.string() }) })
export type ErrorBody = v.InferOutput<typeof errorBody>
