// A conversation that is being imported stands in the tables under a name that none can have, so that nothing finds it; the
// last step of the import gives it its own. A name of a conversation has no colon.
const MARK = ':'

/** Name under which a conversation is kept while it is being imported. */
export function stagedName(id: string): string {
  return MARK + id
}

export function isStaged(id: string): boolean {
  return id.startsWith(MARK)
}

/** Condition of SQL on `conversation.id` that leaves out what is being imported. */
export const NOT_STAGED = `conversation.id NOT GLOB '${MARK}*'`

/** Condition of SQL on `conversation.id` for what is being imported, or was when it broke off. */
export const STAGED = `conversation.id GLOB '${MARK}*'`
