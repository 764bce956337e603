// Every address that pages and scripts use, in one place.

/** Pages. */
export const pages = {
  home: () => '/',
  takePart: (conversation: string) => `/c/${conversation}`,
  projector: (conversation: string) => `/p/${conversation}`,
  /** The page to take part in the conversation of a page of another site; leads on to `takePart`. */
  ofSite: (site: string, page: string) => `/pages/${encodeURIComponent(site)}/${encodeURIComponent(page)}`,
  facilitate: () => '/facilitate',
  report: (conversation: string) => `/r/${conversation}`,
  /** Makes the published map again in the reader's browser. */
  recompute: (conversation: string) => `/r/${conversation}/recompute`,
  reportFiles: (conversation: string) => `/r/${conversation}/files`,
  reportVersion: (conversation: string, version: number) => `/r/${conversation}/v/${version}`,
  reportComparison: (conversation: string, first: number, second: number) =>
    `/r/${conversation}/compare?from=${first}&to=${second}`,
  /** The host's remote. */
  host: (conversation: string) => `/live/${conversation}`,
  /** What other programs may read, described for people who write them. */
  developers: () => '/developers',
  /** Where the letters on the screen are typed. */
  join: () => '/join',
}

/** The script that other sites put on their pages to embed a conversation. */
export const embedScript = '/embed.js'

/** Image that a text of a conversation shows, by the hash of its content. */
export const media = (conversation: string, hash: string) => `/media/${conversation}/${hash}`
export const mediaRoute = '/media/:id/:hash'

/** What the pages fetch. */
export const api = {
  socket: () => '/ws',
  exchange: () => '/api/exchange',
  conversations: () => '/api/conversations',
  conversation: (id: string) => `/api/conversations/${id}`,
  statements: (id: string) => `/api/conversations/${id}/statements`,
  /** Stylesheet of the conversation's theme; `mark` is that of its content. */
  theme: (id: string, mark: string) => `/api/conversations/${id}/theme.css?mark=${mark}`,
  stage: (id: string) => `/api/conversations/${id}/stage`,
  snapshot: (id: string) => `/api/conversations/${id}/snapshot`,
  report: (id: string) => `/api/conversations/${id}/report`,
  /** Published versions of the report. */
  versions: (id: string) => `/api/conversations/${id}/versions`,
  version: (id: string, number: number) => `/api/conversations/${id}/versions/${number}`,
  ownStatements: (id: string) => `/api/conversations/${id}/statements/own`,
  /** Where its author takes a statement back. */
  withdrawal: (id: string, statement: number) =>
    `/api/conversations/${id}/statements/${statement}/withdrawal`,
  similarStatements: (id: string) => `/api/conversations/${id}/statements/similar`,
  reports: (id: string) => `/api/conversations/${id}/reports`,
  returnCode: (id: string) => `/api/conversations/${id}/return-code`,
  restore: (id: string) => `/api/conversations/${id}/restore`,
  remember: (id: string) => `/api/conversations/${id}/remember`,
  invitation: (id: string) => `/api/conversations/${id}/invitation`,
  ownData: (id: string) => `/api/conversations/${id}/own-data`,
  erase: (id: string) => `/api/conversations/${id}/erase`,
  answers: (id: string) => `/api/conversations/${id}/answers`,
  answerSummary: (id: string) => `/api/conversations/${id}/answers/summary`,
  components: (id: string, version: number) => `/api/conversations/${id}/components/${version}`,
  /** All files of an export as a zip, or one of them. */
  exported: (id: string, kind: 'results' | 'open-data', file: string | null = null) =>
    `/api/conversations/${id}/exports/${kind}${file === null ? '.zip' : `/${file}`}`,
}

/** What the host's remote asks. */
export const stageApi = {
  desk: (id: string) => `/api/staff/conversations/${id}/stage`,
  directions: (id: string) => `${stageApi.desk(id)}/directions`,
  openings: (id: string) => `${stageApi.desk(id)}/openings`,
  code: (id: string) => `${stageApi.desk(id)}/code`,
  screens: (id: string) => `${stageApi.desk(id)}/screens`,
  screen: (id: string, number: number) => `${stageApi.screens(id)}/${number}`,
  rehearsal: (id: string) => `${stageApi.desk(id)}/rehearsal`,
}
