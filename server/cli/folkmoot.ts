// The `folkmoot` command: finds the command that is meant, and turns its failure into one line and an exit code.
import { type Question, RefusedExport } from '../polis/refused-export.ts'
import { StorageUnavailable, UnusableDatabase } from '../store/store.ts'
import { analyseCommand, analyseHelp } from './analyse-command.ts'
import { backupCommand, backupHelp } from './backup-command.ts'
import { checkCommand, checkHelp } from './check-command.ts'
import { RefusedInput, WrongUsage } from './failures.ts'
import { imagesCommand, imagesHelp } from './images-command.ts'
import { consoleLanguage } from './console-language.ts'
import { mendedLines } from './mended-lines.ts'
import { exportCommand, exportHelp } from './export-command.ts'
import { importCommand, importHelp } from './import-command.ts'
import { reproduceCommand, reproduceHelp } from './reproduce-command.ts'
import { ownerLinkCommand, ownerLinkHelp } from './owner-link-command.ts'
import { restoreCommand, restoreHelp } from './restore-command.ts'
import { simulateCommand, simulateHelp } from './simulate-command.ts'
import { statementsCommand, statementsHelp } from './statements-command.ts'
import { purposeCommand, purposeHelp, questionsCommand, questionsHelp } from './document-commands.ts'
import { stateCommand, stateHelp } from './state-command.ts'
import { settingsCommand, settingsHelp } from './settings-command.ts'

interface Command {
  readonly help: string
  readonly run: (words: readonly string[]) => Promise<void>
}

const COMMANDS: Readonly<Record<string, Command>> = {
  import: { help: importHelp, run: importCommand },
  export: { help: exportHelp, run: exportCommand },
  reproduce: { help: reproduceHelp, run: reproduceCommand },
  simulate: { help: simulateHelp, run: simulateCommand },
  analyse: { help: analyseHelp, run: analyseCommand },
  statements: { help: statementsHelp, run: statementsCommand },
  purpose: { help: purposeHelp, run: purposeCommand },
  questions: { help: questionsHelp, run: questionsCommand },
  images: { help: imagesHelp, run: imagesCommand },
  state: { help: stateHelp, run: stateCommand },
  settings: { help: settingsHelp, run: settingsCommand },
  'owner-link': { help: ownerLinkHelp, run: ownerLinkCommand },
  backup: { help: backupHelp, run: backupCommand },
  restore: { help: restoreHelp, run: restoreCommand },
  check: { help: checkHelp, run: checkCommand },
}

const HELP = `folkmoot COMMAND …

  import PATH       imports a Polis export into the database
  export ID PATH    writes a conversation as CSVs that people and other tools can read
  reproduce PATH    computes the result of an export again and compares it with the published one
  simulate PATH|URL makes up a crowd, as an export or voting in a running service
  analyse PATH|ID   computes the opinion map of an export or of a conversation and prints what it says
  statements ID     lists the statements of a conversation and accepts or rejects them
  purpose ID FILE   sets what people read above the first statement
  questions ID FILE sets the questions about people
  images ID         keeps images for the texts of a conversation
  state ID STATE    opens, pauses or closes a conversation
  settings ID       prints the settings of a conversation and changes them
  owner-link        prints a link for the first owner, or for one who is locked out
  backup FILE       writes everything to one file, while the service goes on
  restore FILE      puts a backup into the data folder
  check [FILE]      checks the database, or a backup: the vote logs, and that the maps follow from them

folkmoot COMMAND --help says more. Exit codes: 0 done, 1 input refused, 2 wrong usage.
`

/** How what a refusal asks is answered at the console. */
const ANSWERS: Readonly<Record<Question, string>> = {
  invert: '--invert',
  'mend-quotes': '--mend-quotes',
  'windows-1252': '--encoding windows-1252',
}

// Whoever reads what is printed may have seen enough, as `head` does; the command goes on to its end all the same.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
process.exitCode = await main(process.argv.slice(2))

async function main([name, ...words]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(HELP)
    return name === undefined ? 2 : 0
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) return complain(2, `folkmoot: there is no command “${name}”; folkmoot --help lists them`)
  if (words.includes('--help') || words.includes('-h')) {
    process.stdout.write(command.help)
    return 0
  }
  try {
    await command.run(words)
    return 0
  } catch (error) {
    if (error instanceof WrongUsage) {
      return complain(2, `folkmoot ${name}: ${error.message}; folkmoot ${name} --help says how`)
    }
    if (error instanceof RefusedExport) return complain(1, refusal(name, error))
    if (isAboutTheInput(error)) return complain(1, `folkmoot ${name}: ${error.message}`)
    throw error
  }
}

/** What is wrong with files, what could be mended, and how to accept it. */
function refusal(name: string, { words, mended, question }: RefusedExport): string {
  const isAnswerable =
    name === 'import' && question !== null && (question !== 'mend-quotes' || mended.length > 0)
  return [
    `folkmoot ${name}: ${words[consoleLanguage()]}`,
    ...mended.flatMap(mendedLines),
    ...(isAnswerable ? [`folkmoot import … ${ANSWERS[question]}`] : []),
  ].join('\n')
}

/** What the person at the console can put right; anything else is a mistake of ours and shows where it happened. */
function isAboutTheInput(error: unknown): error is Error {
  if (error instanceof Error && 'syscall' in error && 'path' in error) return true // a file that cannot be read or written
  return [RefusedInput, UnusableDatabase, StorageUnavailable].some((kind) => error instanceof kind)
}

function complain(code: number, line: string): number {
  process.stderr.write(`${line}\n`)
  return code
}
