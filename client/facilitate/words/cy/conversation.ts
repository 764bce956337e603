// Welsh words of the frame of one conversation, and what its first page says of its state.
import type { CatalogueOf } from '../../../../server/protocol/words/catalogue.ts'
import type { conversation as english } from '../en/conversation.ts'

export const conversation: CatalogueOf<typeof english> = {
  // frame of a conversation
  stateOpen: 'Ar agor',
  stateUpcoming: 'Heb agor eto',
  statePaused: 'Wedi’i hoedi',
  stateClosed: 'Wedi cau',
  stateArchived: 'Yn yr archif',
  stateDeleted: 'I’w dileu',
  sample: 'Sampl',
  loading: 'Yn llwytho …',
  tryAgain: 'Rhowch gynnig arall arni',
  newsLost:
    'Collwyd y cysylltiad. Gall yr hyn a welwch fod yn hen; bydd y dudalen yn ailgysylltu ohoni’i hun.',
  believesNames:
    'Credir enwau o wefannau eraill yma heb lofnod: gall unrhyw un bleidleisio fel unrhyw un arall. Dylid eu llofnodi yn lle hynny.',

  // state
  stateHeading: 'Agor a chau',
  stateOpenNow: 'Gall pobl bleidleisio ac ysgrifennu.',
  stateUpcomingNow: 'Ni all neb bleidleisio eto; gall pobl sydd â’r cyfeiriad ddarllen am beth y bydd.',
  statePausedNow:
    'Ni all neb bleidleisio nac ysgrifennu ar hyn o bryd. Gellir darllen y canlyniadau hyd yma.',
  stateClosedNow: 'Ni all neb bleidleisio nac ysgrifennu mwyach. Gellir darllen y canlyniadau.',
  opensAt: 'Bydd yn agor ohoni’i hun ar {time} ({zone}).',
  closesAt: 'Bydd yn cau ohoni’i hun ar {time} ({zone}).',
  open: 'Agor',
  openAgain: 'Agor eto',
  openAnyway: 'Agor er hynny',
  pause: 'Oedi',
  close: 'Cau',
  closeSure: 'Ei chau: ni all neb bleidleisio mwyach',
  keepOpen: 'Ei gadael ar agor',

  // readiness
  readinessHeading: 'Yn barod i agor?',
  readinessYes: 'Mae popeth yno.',
  readinessNo: {
    zero: 'Mae {count} peth ar goll.',
    one: 'Mae {count} peth ar goll.',
    two: 'Mae {count} beth ar goll.',
    few: 'Mae {count} pheth ar goll.',
    many: 'Mae {count} pheth ar goll.',
    other: 'Mae {count} peth ar goll.',
  },
  readyPurpose: 'Mae’r diben yn dweud beth sydd dan sylw, pwy sy’n penderfynu a beth sy’n digwydd nesaf',
  readyLanguages: 'Mae’r diben a’r cwestiynau’n gyflawn ym mhob un o ieithoedd y sgwrs',
  readySeeds: 'Mae o leiaf 8 datganiad i ddechrau (nawr {count})',
  readyModerators: 'Mae rhywun yn cymedroli (nawr {count})',
  readyContrast: 'Gellir darllen y lliwiau',
  readyRetention: 'Dywedir am ba hyd y cedwir y sgwrs',
  readySchedule: 'Mae diwedd y pleidleisio eto i ddod',
  readyVoters: 'Gall y bobl a gaiff bleidleisio brofi hynny',
  done: 'Wedi’i wneud',
  missing: 'Ar goll',
  mend: 'Ei drwsio',

  // addresses
  addressesHeading: 'Cyfeiriadau i’w rhannu',
  takePart: 'Tudalen cymryd rhan',
  projector: 'Sgrin ar gyfer neuadd',
  copyAddress: 'Copïo’r cyfeiriad',
  copyOf: 'Copïo: {what}',
  copied: 'Wedi’i gopïo',

  // copies, archive, deletion
  endHeading: 'Copïo, cadw o’r neilltu, dileu',
  copyHelp:
    'Mae gan gopi’r un gosodiadau, diben, cwestiynau a datganiadau cychwynnol, a dim o’r hyn a wnaeth pobl.',
  copyTopic: 'Pwnc y copi',
  copyButton: 'Gwneud copi',
  archiveHelp:
    'Mae’r archif yn cau sgwrs ac yn ei thynnu oddi ar bob rhestr. Mae ei chyfeiriad yn gweithio o hyd.',
  archiveButton: 'Ei rhoi yn yr archif',
  unarchiveButton: 'Ei thynnu o’r archif',
  deleteHelp:
    'Mae dileu’n cuddio’r sgwrs rhag pawb ar unwaith. Gellir ei hadfer am 14 diwrnod; yna mae wedi mynd am byth, gyda’i datganiadau a phob pleidlais.',
  deleteButton: 'Dileu’r sgwrs',
  deleteSure: 'Ie, ei dileu gyda phob pleidlais',
  deleteNot: 'Ei chadw',
  deletesOn: 'Dileir y sgwrs hon am byth ar {time}. Tan hynny dim ond staff sy’n gallu ei gweld.',
  restoreButton: 'Ei hadfer',
}
