import { expect, test } from 'vitest'
import { TestSocket } from '../socket/test-socket.ts'
import { facilitating, id, staffPath } from './facilitating.ts'
import { photograph } from '../media/photographs.ts'

test('seeds are previewed, saved, and open for votes on every page at once', async () => {
  const { ask, port } = await facilitating()
  const voter = await TestSocket.open(port)
  await voter.enter(id)
  const preview = await ask<{ rows: { verdict: string }[] }>(staffPath('/seeds/preview'), {
    body: 'More benches.\nmore trees\n',
    headers: { 'Content-Type': 'text/csv' },
  })
  expect(preview.body.rows.map(({ verdict }) => verdict)).toEqual(['ok', 'duplicate'])
  const saved = await ask(staffPath('/seeds'), { body: { texts: ['More benches.', 'More trees.'] } })
  expect(saved.body).toEqual({ saved: 1, leftOut: 1 })
  expect((await voter.next('conversation-changed')).opened).toEqual([{ id: 6, text: 'More benches.' }])
})

test('a file of 50 MB is refused before it is read', async () => {
  const { person, port } = await facilitating()
  const response = await fetch(`http://127.0.0.1:${port}${staffPath('/seeds/preview')}`, {
    method: 'POST',
    headers: { ...person.headers },
    body: new Uint8Array(50 * 1024 * 1024),
  })
  expect(response.status).toBe(413)
  expect(await response.json()).toMatchObject({ error: { code: 'seeds-too-large' } })
})

test('invitation codes are handed out once', async () => {
  const { ask, store } = await facilitating()
  const made = await ask<{ codes: string[] }>(staffPath('/invitations'), { body: { count: 50 } })
  expect(new Set(made.body.codes).size).toBe(50)
  expect((await ask(staffPath())).body).toMatchObject({ invitations: { made: 50, used: 0 } })
  expect((await ask(staffPath('/invitations'), { body: { count: 10_001 } })).status).toBe(400)
  expect(JSON.stringify(await store.staff.auditLog({}, null, 10))).not.toContain(made.body.codes[0])
})

test('a picture becomes markdown for the texts', async () => {
  const { ask, port, store } = await facilitating()
  const png = photograph('image/png')
  const added = await ask<{ markdown: string }>(`${staffPath('/images')}?alt=A%20plan`, { body: png })
  expect(added.body.markdown).toMatch(/^!\[A plan\]\(\/media\/empty-square\//)
  expect((await ask(staffPath('/images'), { body: 'no picture' })).status).toBe(415)
  const path = /\((.*)\)/.exec(added.body.markdown)![1]!
  const shown = () => fetch(`http://127.0.0.1:${port}${path}`)
  expect((await shown()).status).toBe(200)
  // Whoever deletes a conversation takes its pictures back as well.
  await ask(staffPath('/deletion'), { body: { isWanted: true } })
  expect((await store.conversation('empty-square'))?.deletesAtMs).not.toBeNull()
  expect((await shown()).status).toBe(404)
})

test('a theme is shown before it is saved, with what is wrong with it', async () => {
  const { ask } = await facilitating()
  const path = (accent: string) => `${staffPath('/theme')}?themeAccent=${encodeURIComponent(accent)}`
  expect((await ask(path('#0b5394'))).body).toMatchObject({ light: { accent: '#0b5394' }, troubles: [] })
  const { body } = await ask<{ troubles: string[] }>(path('#f2c14e'))
  expect(body.troubles[0]).toContain('less than 4.5 : 1')
})
