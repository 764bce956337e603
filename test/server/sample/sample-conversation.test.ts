import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { Engine, mapStatistics } from '../../../analysis/index.ts'
import { sampleConversation } from '../../../server/sample/sample-conversation.ts'

describe('the sample consultation', () => {
  const sample = sampleConversation()
  const { participants, statements, values, timesMs } = sample.votes

  test('is marked as a sample', () => {
    expect(sample).toMatchObject({ id: 'high-street', isSample: true, isOpen: true })
  })

  test('is the same on every machine, always', () => {
    const hash = createHash('sha256').update(JSON.stringify(sample.statements))
    for (const part of [participants, statements, values, timesMs]) hash.update(Buffer.from(part.buffer))
    expect(hash.digest('hex')).toBe('35a43ade7494bdfb0d9ec33c4e9cde182b670370cf9f56d8c6e96f05c6b0a074')
  })

  test('has about forty statements, none longer than a statement may be, no two alike', () => {
    expect(sample.statements).toHaveLength(41)
    for (const { text } of sample.statements) expect(text.length).toBeLessThanOrEqual(140)
    expect(new Set(sample.statements.map(({ text }) => text)).size).toBe(41)
  })

  test('has four hundred residents, of whom a few cast many of the votes', () => {
    const cast = new Map<number, number>()
    for (const participant of participants) cast.set(participant, (cast.get(participant) ?? 0) + 1)
    const counts = [...cast.values()].sort((a, b) => a - b)
    expect(counts).toHaveLength(400)
    expect(counts[200]).toBeLessThan(counts[399]! / 3)
  })

  test('has votes of each kind, and votes that replace earlier ones', () => {
    expect(new Set(values)).toEqual(new Set([1, 0, -1]))
    const places = new Set(Array.from(values, (_, event) => `${participants[event]} ${statements[event]}`))
    expect(places.size).toBeLessThan(values.length)
  })

  test('has no vote before its statement was there, and all votes in the order of time', () => {
    const created = new Map(sample.statements.map(({ id, createdAtMs }) => [id, createdAtMs]))
    const early = Array.from(timesMs, (time, event) => time < created.get(statements[event]!)!)
    expect(early).not.toContain(true)
    expect([...timesMs]).toEqual([...timesMs].sort((a, b) => a - b))
  })

  test('falls into three opinion groups that agree on something', () => {
    const engine = new Engine()
    engine.apply(sample.votes)
    const map = engine.refresh()
    expect(map.k).toBe(3)
    const { consensus } = mapStatistics(
      map,
      map.groupings.find(({ k }) => k === 3),
    )
    const texts = consensus.map(({ statement }) => sample.statements[statement]!.text)
    expect(texts).toContain('The town centre needs public toilets that stay open until the last bus.')
  })
})
