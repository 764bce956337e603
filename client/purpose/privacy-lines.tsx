import { privacyLines } from '../../server/protocol/page-words.ts'
import { say } from '../page/boot.ts'

/** What happens to a vote, in ten lines that hold for every conversation. */
export function PrivacyLines() {
  return (
    <ul class="privacy-lines">
      {privacyLines.map((line) => (
        <li key={line}>{say(line)}</li>
      ))}
    </ul>
  )
}
