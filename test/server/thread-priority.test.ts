import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { NICER_BY } from '../../server/thread-priority.ts'
import { TestSocket } from './socket/test-socket.ts'
import { townSquare } from './store/town-square.ts'
import { testService } from './test-service.ts'

test.skipIf(process.platform !== 'linux')(
  'I6: the threads that make maps give way to those that serve votes',
  async () => {
    const before = nicenessByThread()
    const service = await testService({ conversations: [townSquare] })
    const watcher = await TestSocket.open(service.port)
    await watcher.enter(townSquare.id, { role: 'watcher' })
    await watcher.next('snapshot')
    const own = nicenessByThread().get(process.pid)!
    const started = [...nicenessByThread()].filter(([thread]) => !before.has(thread))
    expect(started.filter(([, niceness]) => niceness === own + NICER_BY)).not.toEqual([])
    expect(before.get(process.pid)).toBe(own)
    await service.close()
  },
)

function nicenessByThread(): Map<number, number> {
  return new Map(
    readdirSync('/proc/self/task').flatMap((thread) => {
      try {
        const fields = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8')
          .replace(/^.*\) /, '')
          .split(' ')
        return [[Number(thread), Number(fields[16])] as const]
      } catch {
        return [] // it has ended
      }
    }),
  )
}
