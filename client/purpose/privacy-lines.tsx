import { say } from '../page/boot.ts'

const lines = [
  'privacyNoName',
  'privacyKey',
  'privacyNumber',
  'privacyCounts',
  'privacyPlace',
  'privacyNothingElse',
  'privacyAddress',
  'privacyStatements',
  'privacyOperators',
  'privacyRights',
] as const

/** What happens to a vote, in ten lines that hold for every conversation. */
export function PrivacyLines() {
  return (
    <ul class="privacy-lines">
      {lines.map((line) => (
        <li key={line}>{say(line)}</li>
      ))}
    </ul>
  )
}
