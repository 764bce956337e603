// So many other people vote that everything public moves on to the votes before theirs.
import { PEOPLE_FOR_STEP } from '../../server/conversation/public-prefix.ts'
import type { Service } from '../../server/service.ts'
import { TestSocket } from './socket/test-socket.ts'

/** Lets people come who each cast one vote; the sequence of the last, which is where the public log ends then. */
export async function peopleVote(
  { port }: Pick<Service, 'port'>,
  conversation: string,
  people = PEOPLE_FOR_STEP,
): Promise<number> {
  let last = 0
  for (let person = 0; person < people; person++) {
    const client = await TestSocket.open(port)
    const { next } = await client.enter(conversation)
    client.vote(next!.id, person % 2 === 0 ? 1 : -1, 'mutation-1')
    last = (await client.next('vote-accepted')).sequence
    client.socket.close()
  }
  return last
}
