// Addresses of what facilitators do: apart from addresses.ts, which phones load.

const of = (id: string) => `/api/staff/conversations/${id}`

/** Pages of one conversation; those of other rooms are listed here too, so that all of them lead to one another. */
export const conversationPages = {
  overview: (id: string) => `/facilitate/${id}`,
  settings: (id: string) => `/facilitate/${id}/settings`,
  statements: (id: string) => `/facilitate/${id}/statements`,
  moderation: (id: string) => `/facilitate/${id}/moderate`,
  event: (id: string) => `/live/${id}`,
  results: (id: string) => `/facilitate/${id}/results`,
  connections: (id: string) => `/facilitate/${id}/connections`,
  audit: (id: string) => `/facilitate/${id}/audit`,
}

export const facilitateApi = {
  conversations: () => '/api/staff/conversations',
  conversation: of,
  settings: (id: string) => `${of(id)}/settings`,
  state: (id: string) => `${of(id)}/state`,
  readiness: (id: string) => `${of(id)}/readiness`,
  copy: (id: string) => `${of(id)}/copy`,
  archive: (id: string) => `${of(id)}/archive`,
  deletion: (id: string) => `${of(id)}/deletion`,
  invitations: (id: string) => `${of(id)}/invitations`,
  seedPreview: (id: string) => `${of(id)}/seeds/preview`,
  seeds: (id: string) => `${of(id)}/seeds`,
  images: (id: string) => `${of(id)}/images`,
  modes: (id: string) => `${of(id)}/modes`,
  monitoring: (id: string) => `${of(id)}/monitoring`,
  tokens: (id: string) => `${of(id)}/tokens`,
  token: (id: string, token: number) => `${of(id)}/tokens/${token}`,
  webhooks: (id: string) => `${of(id)}/webhooks`,
  webhook: (id: string, webhook: number) => `${of(id)}/webhooks/${webhook}`,
  webhookTest: (id: string, webhook: number) => `${of(id)}/webhooks/${webhook}/test`,
  theme: (id: string) => `${of(id)}/theme`,
}
