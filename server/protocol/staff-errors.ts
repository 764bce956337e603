// What only staff can cause, and people with a link from staff. The pages show the words that came with the answer, so they
// need not hold this table.
import * as v from 'valibot'
import type { ErrorFacts } from './error-facts.ts'
import { errors, type ErrorCode } from './errors.ts'

/** One row for each error code of the staff pages. */
export const staffErrors = {
  'sign-in-needed': {
    status: 401,
    closeCode: 4501,
    words: {
      en: 'You are not signed in, or no longer. Sign in and do it again; what you have typed is still here.',
      cy: 'Nid ydych wedi mewngofnodi, neu ddim mwyach. Mewngofnodwch a gwnewch hyn eto; mae’r hyn a deipioch yma o hyd.',
    },
  },
  'sign-in-wrong': {
    status: 403,
    closeCode: null,
    words: {
      en: 'The e-mail address or the password is not right. After ten tries there is a pause of a quarter of an hour.',
      cy: 'Nid yw’r cyfeiriad e-bost neu’r cyfrinair yn gywir. Ar ôl deg cynnig bydd saib o chwarter awr.',
    },
  },
  'sign-in-locked': {
    status: 429,
    closeCode: null,
    words: {
      en: 'There were too many tries. Wait for a quarter of an hour, then try again.',
      cy: 'Bu gormod o gynigion. Arhoswch am chwarter awr, yna rhowch gynnig arall arni.',
    },
  },
  'sign-in-busy': {
    status: 503,
    closeCode: null,
    words: {
      en: 'Many people are signing in just now. Try again in a moment.',
      cy: 'Mae llawer o bobl yn mewngofnodi nawr. Rhowch gynnig arall arni ymhen ychydig.',
    },
  },
  'code-wrong': {
    status: 403,
    closeCode: null,
    words: {
      en: 'This code is not right, or was used already. Wait for the next one; if none is taken, set the clock of your phone.',
      cy: 'Nid yw’r cod hwn yn gywir, neu mae wedi’i ddefnyddio eisoes. Arhoswch am yr un nesaf; os na dderbynnir yr un, gosodwch gloc eich ffôn.',
    },
  },
  'password-too-short': {
    status: 422,
    closeCode: null,
    words: {
      en: 'A password has at least 12 characters. A few words in a row are easy to remember.',
      cy: 'Mae o leiaf 12 nod mewn cyfrinair. Mae ychydig eiriau yn olynol yn hawdd eu cofio.',
    },
  },
  'password-too-long': {
    status: 422,
    closeCode: null,
    words: {
      en: 'A password has at most 200 characters.',
      cy: 'Mae hyd at 200 nod mewn cyfrinair.',
    },
  },
  'password-common': {
    status: 422,
    closeCode: null,
    words: {
      en: 'This password is among the first that somebody would guess. Choose one that is only yours, such as four words that do not belong together.',
      cy: 'Mae’r cyfrinair hwn ymhlith y rhai cyntaf y byddai rhywun yn eu dyfalu. Dewiswch un sy’n perthyn i chi yn unig, megis pedwar gair nad ydynt yn perthyn i’w gilydd.',
    },
  },
  'role-not-allowed': {
    status: 403,
    closeCode: 4502,
    words: {
      en: 'Your role does not allow this. Ask an owner of the organisation.',
      cy: 'Nid yw eich rôl yn caniatáu hyn. Gofynnwch i un o berchnogion y sefydliad.',
    },
  },
  'codes-needed': {
    status: 403,
    closeCode: null,
    words: {
      en: 'As an owner you need one-time codes for this. Set them up on the page of your account, then do it again.',
      cy: 'Fel perchennog mae angen codau untro arnoch ar gyfer hyn. Gosodwch nhw ar dudalen eich cyfrif, yna gwnewch hyn eto.',
    },
  },
  'forged-request': {
    status: 403,
    closeCode: null,
    words: {
      en: 'This did not come from our own page, so nothing was done. Reload the page and try again.',
      cy: 'Ni ddaeth hyn o’n tudalen ein hunain, felly ni wnaed dim. Ail-lwythwch y dudalen a rhowch gynnig arall arni.',
    },
  },
  'statement-claimed': {
    status: 409,
    closeCode: null,
    words: {
      en: 'Somebody else has this statement before them. Go on with another one, or take it over.',
      cy: 'Mae rhywun arall yn edrych ar y gosodiad hwn. Ewch ymlaen ag un arall, neu cymerwch ef drosodd.',
    },
  },
  'merge-target-closed': {
    status: 422,
    closeCode: null,
    words: {
      en: 'Statements can be merged only into another one that is accepted or waiting. Choose one of those.',
      cy: 'Dim ond i un arall sydd wedi’i dderbyn neu sy’n aros y gellir cyfuno gosodiadau. Dewiswch un o’r rheini.',
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
  'too-many-exports': {
    status: 503,
    closeCode: null,
    words: {
      en: 'Other exports are being written at the moment. Try again in a few seconds.',
      cy: 'Mae allforion eraill yn cael eu hysgrifennu ar hyn o bryd. Rhowch gynnig arall arni ymhen ychydig eiliadau.',
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

export type StaffErrorCode = keyof typeof staffErrors
export type AnyErrorCode = ErrorCode | StaffErrorCode

/** Everything that anybody can cause. */
export const allErrors: Readonly<Record<AnyErrorCode, ErrorFacts>> = { ...errors, ...staffErrors }

/** Body of an answer to staff that refuses something; `detail` says what of it, where there is more to say. */
export const staffErrorBody = v.strictObject({
  error: v.strictObject({
    code: v.picklist(Object.keys(allErrors) as [AnyErrorCode, ...AnyErrorCode[]]), // Object.keys forgets the keys' type
    message: v.string(),
    detail: v.optional(v.unknown()),
  }),
})
