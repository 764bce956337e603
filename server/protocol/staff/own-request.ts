// How a page of staff shows that a change is its own: a header that no page of another site can send without asking first,
// which the service never allows.

export const ownRequest = { name: 'X-Folkmoot-Staff', value: 'page' } as const
