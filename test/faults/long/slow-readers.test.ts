// People whose network stalls: their sockets stop reading and go on being pushed to. The service gives up on them one by one
// rather than keep what they do not read (I6), and everybody else votes on.
import { expect, onTestFinished, test } from 'vitest'
import { processUse, startServiceProcess } from '../../../bench/load/service-process.ts'
import { seededRandom } from '../../../bench/synthetic-log.ts'
import { temporaryFolder } from '../../server/store/temporary-folder.ts'
import { TestSocket } from '../../server/socket/test-socket.ts'
import { HALL, HallVoter, newLedger, openHall } from '../hall.ts'

const SLOW = 500
const VOTERS = 100
const VOTES = 30_000
/** For all of them together. */
const SPARE_MB = 32

test.skipIf(process.platform !== 'linux')(
  `I6: ${SLOW} sockets that read nothing while ${VOTES} votes are cast cost the service at most ${SPARE_MB} MB`,
  async () => {
    const folder = temporaryFolder()
    await openHall(folder)
    const service = await startServiceProcess(folder)
    onTestFinished(() => void service.stop('SIGKILL'))
    const ledger = newLedger()
    const random = seededRandom(11)
    const voters = Array.from(
      { length: VOTERS },
      (_, index) => new HallVoter(`voter${index}`, random, ledger),
    )
    await Promise.all(voters.map((voter) => voter.enter(service.port, true)))
    await ledger.until(() => ledger.acknowledged.size >= VOTES / 3)

    // As long as they read they cost what sockets cost; what is measured is what not reading adds to it.
    const sockets: TestSocket[] = []
    for (let i = 0; i < SLOW; i++) {
      const socket = await TestSocket.open(service.port)
      await socket.enter(HALL)
      sockets.push(socket)
    }
    await ledger.until(() => ledger.acknowledged.size >= (VOTES * 2) / 3)
    const before = processUse(service.pid)!.residentMb
    for (const { socket } of sockets) socket.pause()
    await ledger.until(() => ledger.acknowledged.size >= VOTES)
    for (const voter of voters) voter.castNoMore()
    await ledger.until(() => voters.every(({ pending }) => pending.size === 0))
    expect(processUse(service.pid)!.residentMb - before).toBeLessThan(SPARE_MB)
    expect(await service.stop()).toBe(0)
  },
)
