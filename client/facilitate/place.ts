// Which page of the room this is, by its address.

export type Place =
  { readonly page: 'list' } | { readonly page: 'overview' | 'settings' | 'statements'; readonly id: string }

export function placeOf(pathname: string): Place {
  const [, , id = '', page = 'overview'] = pathname.split('/')
  if (id === '') return { page: 'list' }
  return { id, page: page === 'settings' || page === 'statements' ? page : 'overview' }
}
