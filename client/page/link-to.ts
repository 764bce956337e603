/** An address of this service in the language that the reader has chosen in the address of this page. */
export function linkTo(path: string): string {
  const chosen = new URLSearchParams(location.search).get('lang')
  return chosen === null ? path : `${path}?lang=${encodeURIComponent(chosen)}`
}
