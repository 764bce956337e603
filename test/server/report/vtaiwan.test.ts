// The report of vTaiwan against figures that an independent script recomputes from its CSV files.
import { expect, test } from 'vitest'
import { readExport } from '../../../server/polis/read-export.ts'
import type { ReportFacts } from '../../../server/report/facts.ts'
import { describeOnRealData, sharedPath } from '../../shared-data.ts'
import { testService } from '../test-service.ts'
import { recompute } from './recompute-from-csv.mjs'

const folder = sharedPath('data/polis-open-data/vtaiwan.uberx')

describeOnRealData('the report of vTaiwan', () => {
  test('says what an independent recomputation of its CSV says', { timeout: 120_000 }, async () => {
    const { conversation } = await readExport(folder)
    const { port } = await testService({ conversations: [conversation] })
    const address = `http://127.0.0.1:${port}/r/${conversation.id}`
    const read = async () => (await (await fetch(`${address}/files/report.json`)).json()) as ReportFacts // its own shape
    await expect
      .poll(async () => (await read()).people.votes, { timeout: 60_000, interval: 500 })
      .toBeGreaterThan(0)
    const facts = await read()
    const expected = recompute(folder)

    expect(facts.people).toMatchObject({ voters: expected.people, votes: expected.votes })
    expect(facts.periods.list.reduce((sum, { votes }) => sum + votes, 0)).toBe(expected.acts)
    expect(facts.votesPerPerson.reduce((sum, { people }) => sum + people, 0)).toBe(expected.people)
    expect(facts.moderation).toMatchObject({
      accepted: expected.accepted,
      rejected: expected.rejected.length,
    })
    const html = await (await fetch(`${address}?lang=en`)).text()
    for (const { id, all, groups } of facts.statements) {
      const totals = expected.totals.get(id)!
      expect(expected.rejected).not.toContain(id)
      if (all === null) {
        expect(totals.votes).toBeLessThan(facts.smallest)
        continue
      }
      // Votes of fewer than five people outside the groups are left out of the sum.
      const outside = totals.votes - groups.reduce((sum, votes) => sum + (votes?.votes ?? 0), 0)
      if (outside > 0 && outside < facts.smallest) expect(all.votes).toBe(totals.votes - outside)
      else expect(all).toEqual(totals)
      const row = new RegExp(`<tr id="statement-${id}">.*?</tr>`, 's').exec(html)?.[0] ?? ''
      if (all.votes === totals.votes) {
        const shares = [...row.matchAll(/<td>(\d+)%<\/td>/g)].slice(0, 3)
        expect([id, shares.map((match) => Number(match[1]))]).toEqual([id, expected.shares.get(id)])
      }
    }
    expect(Buffer.byteLength(html)).toBeLessThan(300_000)
  })
})
