// `npm start` ends here: reads the configuration, starts the service, says in a few plain lines where it is, and stops
// it in good order on Ctrl-C and SIGTERM.
import { resolve } from 'node:path'
import pino from 'pino'
import { createLog } from './operations/log.ts'
import { BadConfiguration, type Config, readConfig, usage } from './config.ts'
import { pages } from './protocol/addresses.ts'
import { staffPages } from './protocol/staff/addresses.ts'
import { sampleConversation } from './sample/sample-conversation.ts'
import { type Service, startService } from './service.ts'
import { firstOwnerToken } from './staff/first-owner.ts'
import { readSingleSignOn } from './staff/single-sign-on-settings.ts'
import { type Store, UnusableDatabase } from './store/store.ts'

await main()

async function main(): Promise<void> {
  try {
    const config = readConfig(process.argv.slice(2), process.env)
    if (config.help) {
      process.stdout.write(usage)
      return
    }
    const service = await start(config)
    stopOnSignals(service)
    const invitation = await invitationOfFirstOwner(config, service)
    process.stdout.write((await greeting(config, service)) + invitation)
  } catch (error) {
    process.stderr.write(`${lineFor(error)}\n`)
    process.exitCode = 1
  }
}

function start(config: Config): Promise<Service> {
  const log = createLog(config.logLevel, pino.destination(2))
  return startService({
    dataFolder: resolve(config.dataFolder),
    port: config.port,
    host: config.host,
    publicUrl: config.publicUrl,
    trustProxy: config.trustProxy,
    metricsPort: config.metricsPort,
    metricsToken: config.metricsToken,
    localWebhooks: config.localWebhooks,
    secretKey: config.secretKey,
    singleSignOn: readSingleSignOn(process.env),
    log,
    prepare: config.sample ? layInSample : undefined,
    onFailure: (where, error) => log.error({ where, err: error }, 'Something went wrong.'),
    onEnd: (error) => {
      // Everything acknowledged is on the disk; whoever started the service starts it again.
      log.fatal({ err: error }, 'The store has ended, and the service with it.')
      process.exit(1)
    },
  })
}

/** The sample consultation, where there is no conversation yet. */
async function layInSample(store: Store): Promise<void> {
  const conversations = await store.conversations()
  if (conversations.length === 0) await store.importConversation(sampleConversation())
}

/** First signal: finish what is in flight and end with 0. Second: end at once. */
function stopOnSignals(service: Service): void {
  let isStopping = false
  const stop = () => {
    if (isStopping) process.exit(1)
    isStopping = true
    service.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

async function greeting(config: Config, { port, metricsPort, store }: Service): Promise<string> {
  const base = config.publicUrl ?? `http://localhost:${port}`
  const id = await firstConversation(store)
  return [
    'Folkmoot is ready. Stop it with Ctrl-C.',
    `  Take part:          ${base}${id === null ? pages.home() : pages.takePart(id)}`,
    ...(id === null ? [] : [`  Projector:          ${base}${pages.projector(id)}`]),
    `  Facilitator's page: ${base}${pages.facilitate()}`,
    `  Data is kept in:    ${resolve(config.dataFolder)}`,
    ...(metricsPort === null ? [] : [`  Metrics:            http://127.0.0.1:${metricsPort}/metrics`]),
    '',
  ].join('\n')
}

/** While nobody owns the organisation: the link by which whoever sees this console does. It goes into no log. */
async function invitationOfFirstOwner(config: Config, { port, store }: Service): Promise<string> {
  const token = await firstOwnerToken(store.staff)
  if (token === null) return ''
  const base = config.publicUrl ?? `http://localhost:${port}`
  return [
    'There is no owner yet. Open this link to become the first; it works once, and each start makes a new one:',
    '',
    `  ${base}${staffPages.firstOwner(token)}`,
    '',
    '',
  ].join('\n')
}

/** The conversation to point at: a real one before the sample. */
async function firstConversation(store: Store): Promise<string | null> {
  const conversations = await store.conversations()
  return (conversations.find(({ isSample }) => !isSample) ?? conversations[0])?.id ?? null
}

/** What is wrong, in one line where a person can put it right. */
function lineFor(error: unknown): string {
  if (error instanceof BadConfiguration || error instanceof UnusableDatabase) return error.message
  if (isListenError(error)) {
    if (error.code === 'EADDRINUSE') {
      return `Port ${error.port} is in use already. Choose another one, such as: npm start -- --port ${error.port + 1}`
    }
    return `The service cannot listen on port ${error.port}: ${error.code}. Choose another with --port, or another --host.`
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function isListenError(error: unknown): error is { code: string; port: number } {
  return error instanceof Error && 'syscall' in error && error.syscall === 'listen' && 'port' in error
}
