import { expect, test } from 'vitest'
import { Metrics } from '../../../server/operations/metrics.ts'
import { operationsApp } from '../../../server/operations/operations-app.ts'
import { Readiness, type ReadinessSources } from '../../../server/operations/readiness.ts'

const sound: ReadinessSources = { probeStorage: () => Promise.resolve(), analysisIsAlive: () => true }
const service = (sources: Partial<ReadinessSources> = {}) => {
  const readiness = new Readiness({ ...sound, ...sources })
  const answers = operationsApp({ metrics: new Metrics(), readiness, metricsFor: 'nobody' })
  return { readiness, ask: (path: string) => answers.request(path) }
}

test('a service is alive as soon as it answers at all', async () => {
  const { ask } = service({ analysisIsAlive: () => false })
  const answer = await ask('/healthz')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
})

test('a sound service is ready', async () => {
  const answer = await service().ask('/readyz')
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({ ready: true, reasons: [] })
})

test.each<[Partial<ReadinessSources>, string[]]>([
  [{ probeStorage: () => Promise.reject(new Error('full')) }, ['storage-unavailable']],
  [{ analysisIsAlive: () => false }, ['analysis-unavailable']],
  [
    { probeStorage: () => Promise.reject(new Error('full')), analysisIsAlive: () => false },
    ['storage-unavailable', 'analysis-unavailable'],
  ],
])('a service that is not ready says why with 503: %o', async (sources, reasons) => {
  const answer = await service(sources).ask('/readyz')
  expect(answer.status).toBe(503)
  expect(await answer.json()).toEqual({ ready: false, reasons })
})

test('a service that stops is not ready, and does not ask its storage any more', async () => {
  let probes = 0
  const { readiness, ask } = service({
    probeStorage: () => {
      probes++
      return Promise.resolve()
    },
  })
  readiness.stop()
  const answer = await ask('/readyz')
  expect(answer.status).toBe(503)
  expect(await answer.json()).toEqual({ ready: false, reasons: ['stopping'] })
  expect(probes).toBe(0)
})

test('I6: asking a hundred times at once costs one write', async () => {
  let probes = 0
  const { ask } = service({
    probeStorage: () => {
      probes++
      return Promise.resolve()
    },
  })
  await Promise.all(Array.from({ length: 100 }, () => ask('/readyz')))
  expect(probes).toBe(1)
})
