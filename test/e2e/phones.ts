// A phone in the hall without the phone: it joins by the letters on the screen as the page to join does, and votes over a real
// socket as the page to take part does.
import { setTimeout as pause } from 'node:timers/promises'
import { TestSocket } from '../server/socket/test-socket.ts'

export interface Phone {
  readonly conversation: string
  readonly token: string
  readonly votes: number
}

/** Joins by letters and votes on so many statements, mostly as one of two camps would. */
export async function joinAndVote(
  origin: string,
  letters: string,
  { person, votes }: { readonly person: number; readonly votes: number },
): Promise<Phone> {
  const joined = await fetch(`${origin}/join?code=${letters.toLowerCase()}`, { redirect: 'manual' })
  const conversation = /^\/c\/([^?]+)/.exec(joined.headers.get('Location') ?? '')?.[1]
  if (joined.status !== 302 || conversation === undefined) {
    throw new Error(`The letters ${letters} were answered with status ${joined.status}.`)
  }
  const socket = await TestSocket.open(Number(new URL(origin).port))
  const { token, next } = await socket.enter(conversation)
  if (token === undefined) throw new Error('A participant was welcomed without a token.')
  let statement = next ?? null
  let cast = 0
  while (statement !== null && cast < votes) {
    const isFond = (statement.id + person) % 2 === 0
    const isFaithful = (statement.id * 7 + person * 3) % 11 !== 0
    socket.vote(statement.id, isFond === isFaithful ? 1 : -1, `phone-${person}-vote-${cast}`)
    const answer = await socket.nextOf('vote-accepted', 'vote-refused')
    if (answer.type === 'vote-accepted') {
      cast++
      statement = answer.next
    } else if (answer.retryAfterMs !== undefined) await pause(answer.retryAfterMs)
    else throw new Error(`A vote was refused: ${answer.code}.`)
  }
  socket.socket.close()
  return { conversation, token, votes: cast }
}

/** Writes a statement on a phone that has joined. */
export async function write(origin: string, phone: Phone, text: string): Promise<void> {
  const answer = await fetch(`${origin}/api/conversations/${phone.conversation}/statements`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${phone.token}` },
    body: JSON.stringify({ text, mutation: `written-${phone.token.slice(0, 20)}` }),
  })
  if (!answer.ok) throw new Error(`A statement was answered with ${answer.status}: ${await answer.text()}`)
}
