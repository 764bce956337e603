import Database from 'better-sqlite3'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { createLog, describeError } from '../../../server/operations/log.ts'
import { DATABASE_NAME } from '../../../server/store/open.ts'
import { TestSocket } from '../socket/test-socket.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { townSquare } from '../store/town-square.ts'
import { testService } from '../test-service.ts'

/** A log that is kept, as the lines that it would write. */
function keptLog() {
  const lines: string[] = []
  return { lines, log: createLog('debug', { write: (line: string) => void lines.push(line) }) }
}

test('each line of the log is an object with a time, a level and words', () => {
  const { lines, log } = keptLog()
  log.info({ port: 8787 }, 'The service is ready.')
  expect(JSON.parse(lines[0]!)).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    port: 8787,
    msg: 'The service is ready.',
  })
})

test('the log of votes, refusals and errors has no address, no token and no words of a statement', async () => {
  const { lines, log } = keptLog()
  const dataFolder = temporaryFolder()
  const service = await testService({
    dataFolder,
    log,
    trustProxy: 1,
    onFailure: (where, error) => log.error({ where, err: error }, 'Something went wrong.'),
  })
  const client = new TestSocket(service.port)
  await once(client.socket, 'open')
  const { token } = await client.enter(townSquare.id)
  client.vote(0, 1, 'mutation-1')
  client.vote(99, 1, 'mutation-2')
  await client.next('vote-accepted')
  client.socket.send('{"type":"cast-vote","statement":"More trees."')
  await client.next('error')
  const other = new Database(join(dataFolder, DATABASE_NAME))
  onTestFinished(() => void other.close())
  other.exec('BEGIN IMMEDIATE')
  client.vote(1, 1, 'mutation-3')
  await client.next('vote-refused')
  other.exec('ROLLBACK')
  const forwarded = { 'X-Forwarded-For': '203.0.113.77', Authorization: `Bearer ${token}` }
  await fetch(`http://127.0.0.1:${service.port}/c/${townSquare.id}?q=No+cars.`, { headers: forwarded })
  await fetch(`http://127.0.0.1:${service.port}/c/nowhere`, { headers: forwarded })
  const foreign = new WebSocket(`ws://127.0.0.1:${service.port}/ws`, {
    origin: 'https://evil.example',
    headers: forwarded,
  })
  await once(foreign, 'error')
  log.error({ err: new SyntaxError('Unexpected token in "A market on Sundays."') }, 'Something went wrong.')
  await service.close()

  const said = lines.join('')
  expect(lines.length).toBeGreaterThan(8)
  expect(said).toContain('"code":"unknown-statement"')
  expect(said).toContain('"route":"/c/:id"')
  expect(said).toContain('Storage cannot be written')
  expect(said).toContain('The service has stopped.')
  for (const { text } of townSquare.statements) expect(said).not.toContain(text)
  for (const personal of ['127.0.0.1', '203.0.113', '::1', token!, 'evil.example', 'No+cars', 'mutation-']) {
    expect(said).not.toContain(personal)
  }
})

test('an error that quotes what it read, or says an address, is logged without its message', () => {
  const quoting = describeError(new SyntaxError('Unexpected token in "More trees."'))
  expect(quoting).toMatchObject({ type: 'SyntaxError', stack: expect.stringMatching(/^at /) })
  expect(JSON.stringify(quoting)).not.toContain('More trees')
  const system = Object.assign(new Error('connect ECONNREFUSED 192.0.2.1:443'), {
    code: 'ECONNREFUSED',
    syscall: 'connect',
    address: '192.0.2.1',
  })
  expect(describeError(system)).toMatchObject({ type: 'Error', code: 'ECONNREFUSED' })
  expect(JSON.stringify(describeError(system))).not.toContain('192.0.2')
})

test.each(['Nobody at 192.0.2.1 or 2001:db8::7 answered.', 'Nobody at ::ffff:192.0.2.1 answered.'])(
  'an address within a message is taken out: %s',
  (message) => {
    const { message: logged } = describeError(new Error(message, { cause: new Error(message) }))
    expect(logged).toMatch(/^Nobody at \[address\]( or \[address\])? answered\.$/)
  },
)

test('a time of day within a message is no address', () => {
  expect(describeError(new RangeError('Expected 1 to 12 groups, got 40.')).message).toBe(
    'Expected 1 to 12 groups, got 40.',
  )
})
