/** Loads the page anew. One that answered a form is asked for again, not posted again. */
export function reloadPage(): void {
  // Whatever was handed over in the address lives on with the entry of the history, which only reloading keeps (embed/frame.ts).
  if (history.state !== null) location.reload()
  else location.replace(location.pathname + location.search)
}
