// The three answers, each with a key, a word and a sign of its own.

/** In the order in which they are shown. */
export const answers = [
  { vote: 1, key: '1', word: 'agree', past: 'youAgreed', icon: 'M4 12.5 9.5 18 20 6.5' },
  {
    vote: -1,
    key: '2',
    word: 'disagree',
    past: 'youDisagreed',
    icon: 'M5.5 5.5 18.5 18.5M18.5 5.5 5.5 18.5',
  },
  {
    vote: 0,
    key: '3',
    word: 'pass',
    past: 'youPassed',
    icon: 'M5 5.5 12.5 12 5 18.5M12.5 5.5 20 12 12.5 18.5',
  },
] as const

/** The sign of an answer; the word beside it says the same. */
export function AnswerIcon({ word, path }: { word: string; path: string }) {
  return (
    <svg class={`answer-icon answer-icon-${word}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  )
}
