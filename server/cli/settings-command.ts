// `folkmoot settings ID`: what is set for a conversation, and changes to it. A service that is running takes the changes
// up by itself.
import { changeSettings, readSetting, type SettingChanges } from '../conversation/change-settings.ts'
import {
  type ConversationSettings,
  formatOf,
  helpOf,
  isSecret,
  settingNames,
  type SettingName,
} from '../conversation/settings.ts'
import { openStore } from '../store/open.ts'
import type { Store } from '../store/store.ts'
import { dataFolder, readCommandLine } from './command-line.ts'
import { RefusedInput, WrongUsage } from './failures.ts'

export const settingsHelp = `folkmoot settings ID [--set NAME=VALUE …] [--unset NAME …] [--json] [--data-dir DIR]

Prints the settings of a conversation, those that differ from the default with a star, and changes them.
All changes are made or, if one of them is not allowed, none. A running service takes them up within two seconds.

  --set NAME=VALUE  changes a setting; values of a list are parted by commas
  --unset NAME      brings the default back
  --json            prints the settings as JSON
  --data-dir DIR    where the database is kept; else the environment's DATA_DIR, else ./data

${settingNames.map((name) => `  ${name}\n      ${helpFor(name)}`).join('\n')}
`

export async function settingsCommand(words: readonly string[]): Promise<void> {
  const { changes, rest } = takeChanges(words)
  const { subject, options } = readCommandLine(rest, 'ID', { 'data-dir': 'string', json: 'boolean' })
  const store = await openStore(dataFolder(options['data-dir']))
  try {
    const { settings, stored } = await settle(store, subject, changes)
    const shown = withoutSecrets(settings)
    process.stdout.write(options.json ? `${JSON.stringify(shown, null, 2)}\n` : report(shown, stored))
    for (const warning of warningsAbout(settings)) process.stderr.write(`${warning}\n`)
  } finally {
    await store.close()
  }
}

async function settle(store: Store, id: string, changes: SettingChanges) {
  const conversation = await store.conversation(id)
  if (conversation === null) throw new RefusedInput(`there is no conversation “${id}”`)
  const hasVotes = (await store.lastSequence(id)) > 0
  const changed = changeSettings(conversation.settings, changes, { hasVotes })
  if ('problems' in changed) {
    const sentences = changed.problems.map(({ setting, words }) => `${setting}: ${words.en}`)
    throw new RefusedInput(`${sentences.join(' ')} Nothing was changed`)
  }
  if (Object.keys(changes).length > 0) await store.saveSettings(id, changed.stored)
  return changed
}

/** Parts the changes from the other words: they may be given many times, which other options may not. */
function takeChanges(words: readonly string[]): { changes: SettingChanges; rest: readonly string[] } {
  const changes: Partial<Record<SettingName, unknown>> = {}
  const rest: string[] = []
  for (let i = 0; i < words.length; i++) {
    const [option, joined] = splitOnce(words[i]!)
    if (option !== '--set' && option !== '--unset') {
      rest.push(words[i]!)
      continue
    }
    const given = joined ?? words[++i]
    if (given === undefined) throw new WrongUsage(`${option} needs a name`)
    const [name, text] = splitOnce(given)
    if (!isSettingName(name)) throw new WrongUsage(`there is no setting “${name}”`)
    if ((option === '--set') !== (text !== undefined)) {
      throw new WrongUsage(
        option === '--set' ? `--set ${name} needs a value` : `--unset ${name} takes no value`,
      )
    }
    changes[name] = text === undefined ? undefined : readSetting(name, text)
  }
  return { changes, rest }
}

function withoutSecrets(settings: ConversationSettings): ConversationSettings {
  const hidden = settingNames.filter((name) => isSecret(name) && settings[name] !== '')
  return { ...settings, ...Object.fromEntries(hidden.map((name) => [name, '(set, not shown)'])) }
}

function warningsAbout({ unsignedIdentity }: ConversationSettings): string[] {
  if (!unsignedIdentity) return []
  return [
    'Warning: names without a signature are believed, so that anybody can vote as anybody else. Sign them instead, and --unset unsignedIdentity.',
  ]
}

function splitOnce(text: string): [string, string | undefined] {
  const place = text.indexOf('=')
  return place < 0 ? [text, undefined] : [text.slice(0, place), text.slice(place + 1)]
}

function isSettingName(name: string): name is SettingName {
  return (settingNames as readonly string[]).includes(name)
}

function report(settings: ConversationSettings, stored: Readonly<Record<string, unknown>>): string {
  const lines = settingNames.flatMap((name) => [
    `${Object.hasOwn(stored, name) ? '*' : ' '} ${name} = ${written(settings[name])}`,
    `      ${helpFor(name)}`,
  ])
  return `${lines.join('\n')}\n`
}

function helpFor(name: SettingName): string {
  return `${helpOf(name)} ${formatOf(name)}`.trim()
}

function written(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '(none)' : value.map(written).join(', ')
  return typeof value === 'string' ? value || '(none)' : JSON.stringify(value)
}
