// Where the focus is while a page is drawn anew: whoever has come to a button by keyboard is still on it afterwards.

/** Notes which element within the root has the focus; the function that is answered gives it to the one in its place. */
export function placeOfFocus(root: HTMLElement): () => void {
  const focused = document.activeElement
  if (!(focused instanceof HTMLElement) || focused === root || !root.contains(focused)) return () => undefined
  const kind = [focused.localName, ...focused.classList].join('.')
  const place = [...root.querySelectorAll(kind)].indexOf(focused)
  return () => root.querySelectorAll<HTMLElement>(kind)[place]?.focus({ preventScroll: true })
}
