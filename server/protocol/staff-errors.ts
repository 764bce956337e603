// What only staff can cause, and people with a link from staff. The pages show the words that came with the answer, so they
// need not hold this table.
import * as v from 'valibot'
import type { ErrorFacts } from './error-facts.ts'
import { errors, type ErrorCode } from './errors.ts'

/** One row for each error code of the staff pages. */
export const staffErrors = {
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
  'link-unknown': {
    status: 404,
    closeCode: null,
    words: {
      en: 'This link leads nowhere: it is not complete, or was taken back. Copy all of it, or ask for a new one.',
      cy: 'Nid yw’r ddolen hon yn arwain i unman: nid yw’n gyflawn, neu fe’i tynnwyd yn ôl. Copïwch y cyfan ohoni, neu gofynnwch am un newydd.',
    },
  },
  'link-used': {
    status: 410,
    closeCode: null,
    words: {
      en: 'This link has been used already, and works once only. If it was you, sign in; if not, tell whoever sent it.',
      cy: 'Mae’r ddolen hon wedi’i defnyddio eisoes, a dim ond unwaith y mae’n gweithio. Os chi wnaeth, mewngofnodwch; os na, dywedwch wrth bwy bynnag a’i hanfonodd.',
    },
  },
  'link-expired': {
    status: 410,
    closeCode: null,
    words: {
      en: 'This link is too old. Ask whoever sent it for a new one.',
      cy: 'Mae’r ddolen hon yn rhy hen. Gofynnwch i bwy bynnag a’i hanfonodd am un newydd.',
    },
  },
  'email-taken': {
    status: 409,
    closeCode: null,
    words: {
      en: 'There is an account with this e-mail address already. Sign in to it, or give another address.',
      cy: 'Mae cyfrif gyda’r cyfeiriad e-bost hwn eisoes. Mewngofnodwch iddo, neu rhowch gyfeiriad arall.',
    },
  },
  'owner-needs-codes': {
    status: 422,
    closeCode: null,
    words: {
      en: 'Whoever owns something here has to use one-time codes. Enter the code that the app on your phone shows.',
      cy: 'Rhaid i bwy bynnag sy’n berchen ar rywbeth yma ddefnyddio codau untro. Rhowch y cod y mae’r ap ar eich ffôn yn ei ddangos.',
    },
  },
  'last-owner': {
    status: 409,
    closeCode: null,
    words: {
      en: 'This is the last owner of the organisation. Make somebody else an owner first.',
      cy: 'Dyma berchennog olaf y sefydliad. Gwnewch rywun arall yn berchennog yn gyntaf.',
    },
  },
  'unknown-account': {
    status: 404,
    closeCode: null,
    words: {
      en: 'There is no such account any more. Reload the page to see who is there.',
      cy: 'Nid oes cyfrif o’r fath mwyach. Ail-lwythwch y dudalen i weld pwy sydd yno.',
    },
  },
  'unknown-invitation': {
    status: 404,
    closeCode: null,
    words: {
      en: 'There is no such invitation any more: it was used or taken back. Reload the page.',
      cy: 'Nid oes gwahoddiad o’r fath mwyach: fe’i defnyddiwyd neu fe’i tynnwyd yn ôl. Ail-lwythwch y dudalen.',
    },
  },
  'unknown-session': {
    status: 404,
    closeCode: null,
    words: {
      en: 'This session has ended already.',
      cy: 'Mae’r sesiwn hon wedi dod i ben eisoes.',
    },
  },
  'password-wrong': {
    status: 403,
    closeCode: null,
    words: {
      en: 'This is not your present password.',
      cy: 'Nid dyma’ch cyfrinair presennol.',
    },
  },
  'single-sign-on-off': {
    status: 404,
    closeCode: null,
    words: {
      en: 'Single sign-on is not set up here. Sign in with your password.',
      cy: 'Nid yw mewngofnodi unwaith wedi’i osod yma. Mewngofnodwch â’ch cyfrinair.',
    },
  },
  'single-sign-on-unreachable': {
    status: 503,
    closeCode: null,
    words: {
      en: 'The sign-in service of your organisation does not answer. Try again in a moment, or sign in with your password.',
      cy: 'Nid yw gwasanaeth mewngofnodi eich sefydliad yn ateb. Rhowch gynnig arall arni ymhen ychydig, neu mewngofnodwch â’ch cyfrinair.',
    },
  },
  'single-sign-on-failed': {
    status: 403,
    closeCode: null,
    words: {
      en: 'The sign-in service of your organisation did not confirm who you are, or too much time has passed. Try again.',
      cy: 'Ni chadarnhaodd gwasanaeth mewngofnodi eich sefydliad pwy ydych, neu aeth gormod o amser heibio. Rhowch gynnig arall arni.',
    },
  },
  'single-sign-on-unknown': {
    status: 403,
    closeCode: null,
    words: {
      en: 'Your organisation knows you, but you have no account here yet. Ask an owner for an invitation, and open it first.',
      cy: 'Mae eich sefydliad yn eich adnabod, ond nid oes gennych gyfrif yma eto. Gofynnwch i berchennog am wahoddiad, ac agorwch hwnnw yn gyntaf.',
    },
  },
  'single-sign-on-other-email': {
    status: 403,
    closeCode: null,
    words: {
      en: 'This invitation is for another e-mail address than the one your organisation confirmed. Ask for one in your name.',
      cy: 'Mae’r gwahoddiad hwn ar gyfer cyfeiriad e-bost gwahanol i’r un a gadarnhaodd eich sefydliad. Gofynnwch am un yn eich enw chi.',
    },
  },
  'single-sign-on-no-email': {
    status: 403,
    closeCode: null,
    words: {
      en: 'The sign-in service of your organisation does not tell your e-mail address, without which there is no account. Ask whoever runs it.',
      cy: 'Nid yw gwasanaeth mewngofnodi eich sefydliad yn dweud eich cyfeiriad e-bost, ac nid oes cyfrif hebddo. Gofynnwch i bwy bynnag sy’n ei redeg.',
    },
  },
  'single-sign-on-taken': {
    status: 409,
    closeCode: null,
    words: {
      en: 'This sign-in of your organisation belongs to another account here. Sign out, and sign in with it.',
      cy: 'Mae’r mewngofnod hwn o’ch sefydliad yn perthyn i gyfrif arall yma. Allgofnodwch, a mewngofnodwch ag ef.',
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
