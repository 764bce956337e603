// What can go wrong with signing in, links, accounts and what a role allows.
import type { ErrorFacts } from '../error-facts.ts'

/** One row for each error code. */
export const accountsErrors = {
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
} as const satisfies Record<string, ErrorFacts>
