// A decision reaches the results at once: the map is made again without what was rejected, and pushed to whoever watches.
import { expect, test } from 'vitest'
import type { ActResult, QueuePage } from '../../../server/protocol/moderation.ts'
import { sampleConversation } from '../../../server/sample/sample-conversation.ts'
import { TestSocket } from '../socket/test-socket.ts'
import { signedIn } from '../staff/signed-in.ts'
import { testService } from '../test-service.ts'

const sample = sampleConversation()

test('a rejected statement leaves the map at once, and undoing brings back the same map', async () => {
  const service = await testService({ conversations: [sample] })
  const ann = await signedIn(service, 'moderator')
  const base = `/api/staff/conversations/${sample.id}/queue`
  const watcher = await TestSocket.open(service.port)
  await watcher.enter(sample.id, { role: 'watcher' })

  async function nextMap() {
    const { version } = await watcher.next('snapshot')
    watcher.send({ type: 'grant-credit' })
    const path = `http://127.0.0.1:${service.port}/api/conversations/${sample.id}/components/${version}`
    const components = (await (await fetch(path)).json()) as { readonly statements: readonly number[] }
    return { ...components, version: 0 }
  }
  async function act(body: Record<string, unknown>) {
    const response = await ann.request(`${base}/acts`, {
      body: { mutation: `mutation-${body.kind}`, ...body },
    })
    return (await response.json()) as ActResult
  }

  const before = await nextMap()
  const [statement] = before.statements
  const page = (await (await ann.request(`${base}?search=%23${statement}`)).json()) as QueuePage
  const [item] = page.items
  const statements = [{ id: item!.id, seen: item!.seen }]
  const rejected = await act({ kind: 'reject', statements, reason: null })
  expect((await nextMap()).statements).toEqual(before.statements.filter((id) => id !== statement))
  await act({ kind: 'undo', act: rejected.act })
  expect(await nextMap()).toEqual(before)
})
