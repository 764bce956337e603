// Everything that those who take part can cause, as one closed union: a code, its HTTP status, its close code on a socket
// (null where a socket stays open), and its words in each language. What only staff can cause stands in staff-errors.ts,
// so that phones need not load it.
import * as v from 'valibot'
import type { ErrorFacts } from './error-facts.ts'

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
  'code-needed': {
    status: 403,
    closeCode: null,
    words: {
      en: 'Only people with an invitation code may vote here. Enter yours first.',
      cy: 'Dim ond pobl â chod gwahoddiad a gaiff bleidleisio yma. Rhowch eich un chi yn gyntaf.',
    },
  },
  'invitation-unknown': {
    status: 404,
    closeCode: null,
    words: {
      en: 'This is no invitation code of this conversation. Check it against your letter, sign by sign.',
      cy: 'Nid yw hwn yn god gwahoddiad ar gyfer y sgwrs hon. Gwiriwch ef yn erbyn eich llythyr, nod wrth nod.',
    },
  },
  'invitation-used': {
    status: 409,
    closeCode: null,
    words: {
      en: 'This code has been used on another device or in another browser. Go on there, or bring your votes here with your return code.',
      cy: 'Mae’r cod hwn wedi’i ddefnyddio ar ddyfais arall neu mewn porwr arall. Ewch ymlaen yno, neu dewch â’ch pleidleisiau yma gyda’ch cod dychwelyd.',
    },
  },
  'results-after-voting': {
    status: 403,
    closeCode: null,
    words: {
      en: 'The results are shown to you once you have voted on some more statements.',
      cy: 'Dangosir y canlyniadau i chi pan fyddwch wedi pleidleisio ar ragor o ddatganiadau.',
    },
  },
  'results-not-revealed': {
    status: 403,
    closeCode: null,
    words: {
      en: 'The results are shown to everyone at the same time, once those who run the conversation reveal them.',
      cy: 'Dangosir y canlyniadau i bawb ar yr un pryd, pan fydd y rhai sy’n cynnal y sgwrs yn eu datgelu.',
    },
  },
  'results-when-closed': {
    status: 403,
    closeCode: null,
    words: {
      en: 'The results are shown when voting has closed.',
      cy: 'Dangosir y canlyniadau pan fydd y pleidleisio wedi cau.',
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
  'page-not-listed': {
    status: 403,
    closeCode: null,
    words: {
      en: 'There is no conversation for this page yet, and only the site that it belongs to can begin one.',
      cy: 'Nid oes sgwrs ar gyfer y dudalen hon eto, a dim ond y wefan y mae’n perthyn iddi a all ddechrau un.',
    },
  },
  'too-many-pages': {
    status: 429,
    closeCode: null,
    words: {
      en: 'There are too many new conversations for this site at the moment. Try again later, or tell those who run the site.',
      cy: 'Mae gormod o sgyrsiau newydd ar gyfer y wefan hon ar hyn o bryd. Rhowch gynnig arall arni’n nes ymlaen, neu rhowch wybod i’r rhai sy’n cynnal y wefan.',
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
  'conversation-paused': {
    status: 409,
    closeCode: null,
    words: {
      en: 'This conversation is paused, so nothing can be added at the moment. It will go on; come back later.',
      cy: 'Mae’r sgwrs hon wedi’i hoedi, felly ni ellir ychwanegu dim ar hyn o bryd. Bydd yn parhau; dewch yn ôl yn nes ymlaen.',
    },
  },
  'conversation-upcoming': {
    status: 409,
    closeCode: null,
    words: {
      en: 'This conversation has not opened yet. Come back when it has.',
      cy: 'Nid yw’r sgwrs hon wedi agor eto. Dewch yn ôl pan fydd ar agor.',
    },
  },
  'statement-empty': {
    status: 400,
    closeCode: null,
    words: {
      en: 'Write a statement first: one idea that others can agree or disagree with.',
      cy: 'Ysgrifennwch ddatganiad yn gyntaf: un syniad y gall eraill gytuno neu anghytuno ag ef.',
    },
  },
  'statement-only-links': {
    status: 400,
    closeCode: null,
    words: {
      en: 'A statement needs words of its own: say what the link is about.',
      cy: 'Mae angen geiriau ar ddatganiad: dywedwch beth sydd dan sylw yn y ddolen.',
    },
  },
  'statement-too-long': {
    status: 400,
    closeCode: null,
    words: {
      en: 'This statement is too long. Shorten it; what you have written is kept.',
      cy: 'Mae’r datganiad hwn yn rhy hir. Byrhewch ef; cedwir yr hyn rydych wedi’i ysgrifennu.',
    },
  },
  'statement-exists': {
    status: 409,
    closeCode: null,
    words: {
      en: 'The same statement is here already. Vote on that one, or say something different.',
      cy: 'Mae’r un datganiad yma eisoes. Pleidleisiwch ar hwnnw, neu dywedwch rywbeth gwahanol.',
    },
  },
  'too-many-statements': {
    status: 429,
    closeCode: null,
    words: {
      en: 'You have written several statements in a short time. Vote for a while and send this one later; it is kept.',
      cy: 'Rydych wedi ysgrifennu sawl datganiad mewn amser byr. Pleidleisiwch am ychydig ac anfonwch hwn wedyn; fe’i cedwir.',
    },
  },
  'conversation-full': {
    status: 409,
    closeCode: null,
    words: {
      en: 'This conversation holds 10,000 statements, as many as it can. No more can be added; you can vote on those that are here.',
      cy: 'Mae’r sgwrs hon yn dal 10,000 o ddatganiadau, cymaint ag y gall. Ni ellir ychwanegu rhagor; gallwch bleidleisio ar y rhai sydd yma.',
    },
  },
  'writing-closed': {
    status: 403,
    closeCode: null,
    words: {
      en: 'In this conversation only the organisers write statements. You can vote on all of them.',
      cy: 'Yn y sgwrs hon dim ond y trefnwyr sy’n ysgrifennu datganiadau. Gallwch bleidleisio ar bob un.',
    },
  },
  'not-signed-in': {
    status: 401,
    closeCode: null,
    words: {
      en: 'We could not tell who is asking. Reload the page and try again.',
      cy: 'Ni allem weld pwy sy’n gofyn. Ail-lwythwch y dudalen a rhowch gynnig arall arni.',
    },
  },
  'nothing-voted': {
    status: 409,
    closeCode: null,
    words: {
      en: 'You have not voted here yet, so there is nothing to keep, to take with you or to erase.',
      cy: 'Nid ydych wedi pleidleisio yma eto, felly nid oes dim i’w gadw, i fynd gyda chi nac i’w ddileu.',
    },
  },
  'unknown-code': {
    status: 404,
    closeCode: null,
    words: {
      en: 'No return code is made of these words. Check the spelling and the order of the four words.',
      cy: 'Nid oes cod dychwelyd o’r geiriau hyn. Gwiriwch sillafu a threfn y pedwar gair.',
    },
  },
  'too-many-tries': {
    status: 429,
    closeCode: null,
    words: {
      en: 'That was tried too often. Wait a few minutes, then try again.',
      cy: 'Rhoddwyd cynnig ar hynny’n rhy aml. Arhoswch ychydig funudau, yna rhowch gynnig arall arni.',
    },
  },
  'answer-not-allowed': {
    status: 400,
    closeCode: null,
    words: {
      en: 'One of the answers is not among those offered, so none was stored. Choose again.',
      cy: 'Nid yw un o’r atebion ymhlith y rhai a gynigir, felly ni storiwyd yr un. Dewiswch eto.',
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
      en: 'That was very fast, so it was not taken. Wait a moment, then try again.',
      cy: 'Roedd hynny’n gyflym iawn, felly ni chafodd ei dderbyn. Arhoswch eiliad, yna rhowch gynnig arall arni.',
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
      en: 'That did not work: the service cannot be reached, or cannot store anything at the moment. Nothing that you have typed is lost; try again in a minute.',
      cy: 'Ni weithiodd hynny: ni ellir cyrraedd y gwasanaeth, neu ni all storio dim ar hyn o bryd. Nid oes dim rydych wedi’i deipio wedi’i golli; rhowch gynnig arall arni ymhen munud.',
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
