// What an author has taken back is read nowhere any more: not in lists, reports, published versions, exports or by the Polis API,
// also where a document was made while it could be read. Its row and the votes on it stay.
import { expect, test } from 'vitest'
import { parse } from 'csv-parse/sync'
import { newParticipantToken } from '../../../server/conversation/participant-token.ts'
import { TestSocket } from '../socket/test-socket.ts'
import { signedIn } from '../staff/signed-in.ts'
import { hallOfPeople } from '../stage/hall-of-people.ts'
import { testService } from '../test-service.ts'
import { unzip } from '../export/unzip.ts'

const hall = { ...hallOfPeople(20), settings: { openData: true, whoWrites: 'anyone' } }
const api = `/api/conversations/${hall.id}`
const words = 'A bandstand with a red roof.'
const shownBefore = [
  `${api}/statements`,
  `${api}/report`,
  `${api}/exports/results/comments.csv`,
  `${api}/exports/open-data/comments.csv`,
  `${api}/exports/open-data/comment-groups.csv`,
  `/api/v3/comments?conversation_id=${hall.id}`,
  `/api/v3/comments?conversation_id=${hall.id}&moderation=true`,
  `/r/${hall.id}`,
  `/r/${hall.id}/files/statements.csv`,
  `/r/${hall.id}/files/report.json`,
]

test('a statement that was taken back is read nowhere any more, and its row and votes stay', async () => {
  const service = await testService({ conversations: [hall] })
  const origin = `http://127.0.0.1:${service.port}`
  const get = async (path: string) => {
    const answer = await fetch(origin + path)
    expect([path, answer.status]).toEqual([path, 200])
    return answer.text()
  }
  const author = { Authorization: `Bearer ${newParticipantToken()}` }
  const post = (path: string, body: unknown) =>
    fetch(origin + api + path, { method: 'POST', headers: author, body: JSON.stringify(body) })
  const written = await post('/statements', { mutation: 'mutation-written', text: words })
  const { id } = ((await written.json()) as { statement: { id: number } }).statement
  const voter = await TestSocket.open(service.port)
  await voter.enter(hall.id)
  voter.vote(id, -1, 'mutation-against')
  await voter.next('vote-accepted')
  for (const path of shownBefore) expect([path, (await get(path)).includes(words)]).toEqual([path, true])

  expect((await post(`/statements/${id}/withdrawal`, {})).status).toBe(200)
  for (const path of shownBefore) expect([path, (await get(path)).includes(words)]).toEqual([path, false])

  const owner = await signedIn(service, 'owner')
  const published = await owner.request(`/api/staff/conversations/${hall.id}/report/versions`, {
    method: 'POST',
  })
  expect(published.status).toBe(200)
  for (const path of [`${api}/versions/1`, `/r/${hall.id}/v/1`, `/r/${hall.id}/v/1/statements.csv`]) {
    expect([path, (await get(path)).includes(words)]).toEqual([path, false])
  }

  const zip = await owner.request(`/api/staff/conversations/${hall.id}/full-export`)
  expect(zip.status).toBe(200)
  const files = await unzip(await zip.arrayBuffer())
  for (const [name, text] of files) {
    expect([name, text.includes(words)]).toEqual([name, false])
  }
  const rowOf = (name: string) =>
    (parse(files.get(name)!, { columns: true }) as Record<string, string>[]).find(
      (row) => row['comment-id'] === String(id),
    )
  expect(rowOf('comments.csv')).toMatchObject({
    ...{ agrees: '1', disagrees: '1', moderated: '-1' },
    'comment-body': '(not published)',
  })
}, 120_000)
