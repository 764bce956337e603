// Answers may overtake each other: of questions that replace one another only the one asked last may say what is shown.

/**
 * Begins a question at each call and answers whether no later one has been begun since:
 * `const isLatest = begin(); const answer = await …; if (!isLatest()) return`.
 */
export function latestOf(): () => () => boolean {
  let rounds = 0
  return () => {
    const mine = ++rounds
    return () => mine === rounds
  }
}
