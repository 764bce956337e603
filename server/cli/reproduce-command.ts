// `folkmoot reproduce EXPORT`: does the published result follow from the votes?
import type { CanonicalDifference } from '../../analysis/index.ts'
import { reproduce, type Reproduction } from '../export/reproduce.ts'
import { withFolder } from '../polis/with-folder.ts'
import { pathFromCaller, readCommandLine } from './command-line.ts'
import { RefusedInput } from './failures.ts'

export const reproduceHelp = `folkmoot reproduce PATH [--json]

Computes the result of an export again and compares it with the published one, to the last bit. PATH is an export of
open data or an owner's export, as a zip or a folder.

  --json          prints what was found as JSON

Exit code 1 when anything differs; every difference is named, down to the statement.
`

const EXAMPLES = 20

export async function reproduceCommand(words: readonly string[]): Promise<void> {
  const { subject, options } = readCommandLine(words, 'PATH', { json: 'boolean' })
  const found = await withFolder(pathFromCaller(subject), (folder) => reproduce(folder))
  const { altered, settings, words: texts, differences, documents } = found
  if (options.json) {
    process.stdout.write(
      `${JSON.stringify({ altered, settings, words: texts, documents, differences }, null, 2)}\n`,
    )
  } else process.stdout.write(report(found))
  const count = thingsIn(found)
  if (count > 0) throw new RefusedInput(count === 1 ? 'one thing differs' : `${count} things differ`)
}

/** How many things differ. */
function thingsIn({ altered, settings, words, differences, documents }: Reproduction): number {
  return [altered, settings, words, differences, documents].reduce((sum, { length }) => sum + length, 0)
}

function report(found: Reproduction): string {
  const { method, altered, settings, words, differences, documents, map } = found
  const { conversation, log } = method
  const lines = [
    `${conversation.topic} (${conversation.id}), map ${method.map?.version} of the log up to entry ${number(method.map?.sequence ?? 0)}.`,
    `Computed again from ${number(map.votes)} votes of ${number(map.participants)} people on ${number(map.statements)} statements.`,
    ...altered.map((name) => `DIFFERS  ${name} is not the file that method.json lists.`),
    ...settings.map(
      ({ name, published, stated }) =>
        `DIFFERS  The setting ${name} is ${stated} in method.json; the map was made with ${published}.`,
    ),
    ...words.map(
      (id) => `DIFFERS  Statement ${id}: its words in comments.csv are not those that were exported.`,
    ),
    ...documents.map((part) => `DIFFERS  ${part} is not what was published.`),
    ...differences.slice(0, EXAMPLES).map((difference) => `DIFFERS  ${sentence(difference)}`),
    ...(differences.length > EXAMPLES
      ? [`… and ${number(differences.length - EXAMPLES)} more; --json lists them all.`]
      : []),
  ]
  if (thingsIn(found) === 0) {
    lines.push('The published result is the same to the last bit.', `The log ends with the hash ${log.hash}.`)
  }
  return `${lines.join('\n')}\n`
}

function sentence({ part, statement, published, recomputed }: CanonicalDifference): string {
  const where = statement === null ? '' : `Statement ${statement}, `
  return `${where}${part}: published ${published ?? 'nothing'}, recomputed ${recomputed ?? 'nothing'}.`
}

function number(count: number): string {
  return count.toLocaleString('en-GB')
}
