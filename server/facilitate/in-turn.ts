// Changes of one conversation go one after the other, so that each sees what the one before has left.

const turns = new Map<string, Promise<unknown>>()

/** Runs when all that was asked for the same conversation before has ended, however it ended. */
export function inTurn<Result>(conversation: string, run: () => Promise<Result>): Promise<Result> {
  const before = turns.get(conversation) ?? Promise.resolve()
  const result = before.then(run, run)
  turns.set(conversation, result)
  const forget = () => {
    if (turns.get(conversation) === result) turns.delete(conversation)
  }
  result.then(forget, forget)
  return result
}
