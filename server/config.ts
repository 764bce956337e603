// How the service is set up: flags, else the environment, else the defaults. A bad value stops the start with one line
// that names the flag or variable, the value, and what is allowed.
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { keysIn } from './store/secret-key.ts'

/** Wrong use; the message is one line for the person at the console. */
export class BadConfiguration extends Error {
  override readonly name = 'BadConfiguration'
}

export interface Config {
  readonly port: number
  /** Network interface to listen on; null for all. */
  readonly host: string | null
  readonly dataFolder: string
  /** Address under which people reach the service, without a slash at the end; null when it is not set. */
  readonly publicUrl: string | null
  readonly logLevel: LogLevel
  /** How many proxies of one's own stand in front, whose X-Forwarded-* headers are believed. */
  readonly trustProxy: number
  /** Port on the loopback interface that gives out the metrics; null for none. */
  readonly metricsPort: number | null
  /** What must be known to read the metrics on the service's own port; null when they are not given out there. */
  readonly metricsToken: string | null
  /** Keys that seal secrets in the database, in place of those in the file beside it; null for that file. */
  readonly secretKey: string | null
  /** Whether webhooks may lead to plain HTTP and into the own network, for trying them out. */
  readonly localWebhooks: boolean
  /** Whether the sample consultation is laid in on the first start. */
  readonly sample: boolean
  /** Whether only the usage is wanted. */
  readonly help: boolean
}

const logLevel = v.picklist(['silent', 'error', 'warn', 'info', 'debug'])
export type LogLevel = v.InferOutput<typeof logLevel>

const port = v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65_535))
const proxies = v.pipe(v.string(), v.regex(/^\d$/), v.transform(Number))
const secret = v.pipe(v.string(), v.minLength(16), v.regex(/^[\x21-\x7e]+$/))
const secretKeys = v.pipe(v.string(), v.check(isSecretKeys))
const yes = v.pipe(
  v.literal('1'),
  v.transform(() => true),
)
const text = v.pipe(v.string(), v.trim(), v.nonEmpty())
const address = v.pipe(
  v.string(),
  v.url(),
  v.regex(/^https?:/i),
  v.transform((value) => value.replace(/\/+$/, '')),
)

interface Setting {
  readonly flag: string | null
  readonly variable: string
  readonly schema: v.GenericSchema<string, unknown>
  readonly allowed: string
}

/** One row for each setting: flag, variable, schema, what is allowed. */
const settings = {
  port: { flag: 'port', variable: 'PORT', schema: port, allowed: 'a number from 0 to 65535' },
  host: {
    flag: 'host',
    variable: 'HOST',
    schema: text,
    allowed: 'the name or address of a network interface',
  },
  dataFolder: { flag: 'data-dir', variable: 'DATA_DIR', schema: text, allowed: 'the path of a folder' },
  publicUrl: {
    flag: 'public-url',
    variable: 'PUBLIC_URL',
    schema: address,
    allowed: 'an address that begins with http:// or https://',
  },
  logLevel: {
    flag: 'log-level',
    variable: 'LOG_LEVEL',
    schema: logLevel,
    allowed: `one of ${logLevel.options.join(', ')}`,
  },
  trustProxy: {
    flag: 'trust-proxy',
    variable: 'TRUST_PROXY',
    schema: proxies,
    allowed: 'the number of proxies in front of the service, from 0 to 9',
  },
  metricsPort: {
    flag: 'metrics-port',
    variable: 'METRICS_PORT',
    schema: port,
    allowed: 'a number from 0 to 65535',
  },
  // No flag: what stands on a command line can be read by everyone on the machine.
  metricsToken: {
    flag: null,
    variable: 'METRICS_TOKEN',
    schema: secret,
    allowed: 'at least 16 characters without spaces',
  },
  secretKey: {
    flag: null,
    variable: 'SECRET_KEY',
    schema: secretKeys,
    allowed: '32 bytes in base64, as `openssl rand -base64 32` makes them; older keys after it',
  },
  localWebhooks: {
    flag: null,
    variable: 'LOCAL_WEBHOOKS',
    schema: yes,
    allowed: '1, or not set',
  },
} as const satisfies Record<string, Setting>

/** What `--help` prints. */
export const usage = `Usage: npm start -- [options]

  --port NUMBER        Port to listen on (default 8787, 0 for any free one; also PORT)
  --host ADDRESS       Network interface to listen on (default: all; also HOST)
  --data-dir FOLDER    Where the data is kept (default ./data; also DATA_DIR)
  --public-url URL     Address under which people reach the service (also PUBLIC_URL)
  --log-level LEVEL    silent, error, warn (default), info or debug (also LOG_LEVEL)
  --trust-proxy NUMBER Proxies of your own in front, whose X-Forwarded-* is believed (default 0; also TRUST_PROXY)
  --metrics-port NUMBER
                       Port on 127.0.0.1 for Prometheus (default: none; also METRICS_PORT)
                       METRICS_TOKEN gives them out on the service's own port to those who know it
                       SECRET_KEY seals secrets in the database, in place of folkmoot.key beside it
                       OIDC_ISSUER and others let staff sign in at their organisation; see the README
  --no-sample          Start without the sample consultation
  --help               Show this text
`

/**
 * Reads the configuration. An empty variable counts as not set. Throws `BadConfiguration`.
 */
export function readConfig(
  parameters: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Config {
  const flags = readFlags(parameters)
  const read = <T>(name: keyof typeof settings, schema: v.GenericSchema<string, T>, byDefault: T): T => {
    const { flag, variable, allowed } = settings[name]
    const fromFlag = flag === null ? undefined : flags[flag]
    const value = fromFlag ?? (environment[variable] || undefined)
    if (value === undefined) return byDefault
    const parsed = v.safeParse(schema, value)
    if (parsed.success) return parsed.output
    const source = fromFlag === undefined ? variable : `--${flag}`
    const given = flag === null ? 'not usable' : JSON.stringify(value) // a secret is not repeated
    throw new BadConfiguration(`${source} is ${given}, but must be ${allowed}.`)
  }
  return {
    port: read('port', port, 8787),
    host: read<string | null>('host', text, null),
    dataFolder: read('dataFolder', text, './data'),
    publicUrl: read<string | null>('publicUrl', address, null),
    logLevel: read<LogLevel>('logLevel', logLevel as v.GenericSchema<string, LogLevel>, 'warn'), // takes any string in
    trustProxy: read('trustProxy', proxies, 0),
    metricsPort: read<number | null>('metricsPort', port, null),
    metricsToken: read<string | null>('metricsToken', secret, null),
    secretKey: read<string | null>('secretKey', secretKeys, null),
    localWebhooks: read('localWebhooks', yes as v.GenericSchema<string, boolean>, false), // takes any string in
    sample: flags['no-sample'] === undefined,
    help: flags.help !== undefined,
  }
}

function readFlags(parameters: readonly string[]): Readonly<Record<string, string | undefined>> {
  const known = Object.values(settings).flatMap(({ flag }) => (flag === null ? [] : [flag]))
  const { tokens } = parseArgs({ args: [...parameters], strict: false, allowPositionals: true, tokens: true })
  const flags: Record<string, string> = {}
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token.kind === 'option-terminator') continue
    if (token.kind === 'positional') {
      throw new BadConfiguration(`There is no option ${JSON.stringify(token.value)}. See --help.`)
    }
    const isSwitch = token.name === 'no-sample' || token.name === 'help'
    if (!isSwitch && !(known as string[]).includes(token.name)) {
      throw new BadConfiguration(`There is no option ${token.rawName}. See --help.`)
    }
    if (isSwitch && token.value !== undefined) {
      throw new BadConfiguration(`${token.rawName} takes no value, but got ${JSON.stringify(token.value)}.`)
    }
    const following = tokens[i + 1]
    const separate = following?.kind === 'positional' ? following.value : undefined
    const value = isSwitch ? '' : (token.value ?? separate)
    if (value === undefined) throw new BadConfiguration(`${token.rawName} needs a value. See --help.`)
    if (!isSwitch && token.value === undefined) i++
    flags[token.name] = value
  }
  return flags
}

function isSecretKeys(text: string): boolean {
  try {
    return keysIn(text).length > 0
  } catch {
    return false
  }
}
