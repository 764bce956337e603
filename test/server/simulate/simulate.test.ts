import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readExport } from '../../../server/polis/read-export.ts'
import { Crowd } from '../../../server/simulate/crowd.ts'
import { driveCrowd } from '../../../server/simulate/drive-crowd.ts'
import { sampleConversation } from '../../../server/sample/sample-conversation.ts'
import { runFolkmoot } from '../cli/run-folkmoot.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { testService } from '../test-service.ts'

const options = { people: 60, statements: 12, leanings: 3, seed: 7 }

describe('a simulated crowd', () => {
  test('is the same for the same seed, and another for another', () => {
    const votesOf = (crowd: Crowd) =>
      Array.from({ length: 60 }, (_, person) =>
        crowd.pathOf(person).map((each) => crowd.opinionOf(person, each)),
      )
    expect(votesOf(new Crowd(options))).toEqual(votesOf(new Crowd(options)))
    expect(votesOf(new Crowd(options))).not.toEqual(votesOf(new Crowd({ ...options, seed: 8 })))
  })

  test('has people of every leaning, and nobody votes twice on a statement', () => {
    const crowd = new Crowd({ ...options, people: 300 })
    const leanings = Array.from({ length: 300 }, (_, person) => crowd.leaningOf(person))
    for (const leaning of [0, 1, 2])
      expect(leanings.filter((each) => each === leaning).length).toBeGreaterThan(20)
    for (let person = 0; person < 300; person++) {
      const path = crowd.pathOf(person)
      expect(new Set(path).size).toBe(path.length)
    }
  })

  test('takes part over real sockets, and every vote is in the log', async () => {
    const sample = sampleConversation()
    const votes = {
      participants: new Uint32Array(0),
      statements: new Uint32Array(0),
      values: new Int8Array(0),
      timesMs: new Float64Array(0),
    }
    const service = await testService({ conversations: [{ ...sample, votes }] })
    const crowd = new Crowd({ people: 20, statements: 40, leanings: 2, seed: 3 })
    const warnings: string[] = []
    const hear = ({ message }: Error) => void warnings.push(message)
    process.on('warning', hear)
    const outcome = await driveCrowd(crowd, {
      socket: `ws://127.0.0.1:${service.port}/ws`,
      conversation: sample.id,
      rate: 2000,
      atOnce: 20,
      signal: new AbortController().signal,
    })
    process.off('warning', hear)
    expect(warnings).toEqual([])
    expect(outcome.people).toBe(20)
    expect([...outcome.refusals]).toEqual([])
    expect(outcome.votes).toBeGreaterThan(150)
    expect(await service.store.lastSequence(sample.id)).toBe(outcome.votes)
  })
})

describe('folkmoot simulate', () => {
  test('writes an export that is read without a contradiction, and the same one again for the same seed', async () => {
    const [first, second] = [join(temporaryFolder(), 'a'), join(temporaryFolder(), 'b')]
    const words = ['--people', '60', '--statements', '12', '--seed', '7']
    const { out, code } = await runFolkmoot(['simulate', first, ...words], temporaryFolder())
    expect(code).toBe(0)
    expect(out).toContain('votes of 60 people')
    await runFolkmoot(['simulate', second, ...words], temporaryFolder())
    expect(readExport(first).mismatches).toEqual([])
    expect(readExport(first).participants).toBe(60)
    const votes = (folder: string) => readFileSync(join(folder, 'votes.csv'), 'utf8')
    expect(votes(first)).toBe(votes(second))
  })

  test('lets nobody vote on another machine, and says what a number has to be', async () => {
    const far = await runFolkmoot(['simulate', 'https://moot.example.org/c/x'], temporaryFolder())
    expect(far.err).toContain('simulated people vote on this machine only')
    const many = await runFolkmoot(['simulate', 'x', '--leanings', '9'], temporaryFolder())
    expect(many).toMatchObject({ code: 2, err: expect.stringContaining('Expected 1 to 6 leanings, got 9') })
  })
})
