// Everything that the page for connections says, in Welsh.
import type { CatalogueOf } from '../../../server/protocol/words/catalogue.ts'
import type { en } from './en.ts'

export const cy: CatalogueOf<typeof en> = {
  heading: 'Cysylltiadau',
  intro: 'Gall rhaglenni eraill ddarllen y sgwrs hon, a chael gwybod pan fydd rhywbeth yn digwydd ynddi.',
  apiLink: 'Yr hyn y gallant ei ddarllen, wedi’i ddisgrifio i’r rhai sy’n eu hysgrifennu',
  shownOnce: 'Copïwch hwn nawr a’i gadw’n ddiogel. Ni chaiff ei ddangos eto.',
  copy: 'Copïo',

  tokensHeading: 'Tocynnau i ddarllen canlyniadau',
  tokensIntro:
    'Gyda thocyn mae rhaglen yn darllen y canlyniadau cyn y caiff pawb wneud. Gall pwy bynnag sydd â’r tocyn eu darllen; rhowch ei docyn ei hun i bob rhaglen.',
  tokensNone: 'Nid oes tocynnau.',
  madeOn: 'Gwnaed ar {date}',
  revokedOn: 'Diddymwyd ar {date}',
  revoke: 'Diddymu',
  revokeSure: 'Diddymu am byth',
  newToken: 'Y tocyn newydd',
  tokenName: 'Enw’r tocyn',
  tokenNameHint: 'Ei ddiben, er enghraifft: dangosfwrdd y tîm cynllunio.',
  makeToken: 'Gwneud tocyn',

  webhooksHeading: 'Cyfeiriadau sy’n cael gwybod',
  webhooksIntro:
    'Mae pob cyfeiriad yn cael neges fer wedi’i llofnodi pan fydd rhywbeth yn digwydd. Nid oes enwau na thestunau pobl yn y negeseuon. Caiff yr hyn nad yw’n cyrraedd ei anfon eto am ryw 11 awr.',
  webhooksNone: 'Nid oes cyfeiriad yn cael gwybod dim.',
  test: 'Anfon prawf',
  remove: 'Tynnu',
  removeSure: 'Tynnu am byth',
  newSecret: 'Allwedd y llofnodion',
  webhookAddress: 'Cyfeiriad',
  webhookAddressHint: 'Mae’n dechrau â https:// a gellir ei gyrraedd o’r rhyngrwyd cyhoeddus.',
  webhookEvents: 'Mae’n cael gwybod am',
  addWebhook: 'Ychwanegu’r cyfeiriad',
  eventOpened: 'Agorwyd y pleidleisio',
  eventClosed: 'Caewyd neu oedwyd y pleidleisio',
  eventVersionPublished: 'Cyhoeddwyd fersiwn o’r adroddiad',
  eventStatementWaiting: 'Datganiad yn aros am gymedrolwr',
  eventTest: 'Prawf',

  deliveriesHeading: 'Y negeseuon diwethaf',
  deliveriesNone: 'Nid oes dim wedi’i anfon eto.',
  lookAgain: 'Edrych eto',
  notSentYet: 'Heb ei hanfon eto.',
  arrived: 'Wedi cyrraedd.',
  triedAgain: 'Anfonir eto: {time}.',
  givenUp: { other: 'Rhoddwyd y gorau iddi; nifer y cynigion: {count}.' },
  failureAddressRefused: 'Nid yw’r cyfeiriad ar y rhyngrwyd cyhoeddus.',
  failureNotFound: 'Ni chafwyd hyd i enw’r cyfeiriad.',
  failureNoConnection: 'Nid atebodd neb yn y cyfeiriad.',
  failureCertificate: 'Nid yw tystysgrif y cyfeiriad yn ddilys.',
  failureTooSlow: 'Ni chafwyd ateb o fewn 10 eiliad.',
  failureRedirect: 'Anfonodd y cyfeiriad ni i rywle arall ({status}); nid ydym yn dilyn.',
  failureStatus: 'Atebodd y cyfeiriad â {status}.',
}
