/** An address of this service in the language that the reader has chosen in the address of this page. */
export function linkTo(path: string): string {
  const chosen = new URLSearchParams(location.search).get('lang')
  if (chosen === null) return path
  const [address, fragment] = path.split('#')
  const mark = path.includes('?') ? '&' : '?'
  return `${address}${mark}lang=${encodeURIComponent(chosen)}${fragment === undefined ? '' : `#${fragment}`}`
}
