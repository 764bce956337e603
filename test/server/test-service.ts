// A real service in a folder of its own on a free port, stopped when the test has ended.
import { expect, onTestFinished } from 'vitest'
import { type Service, type ServiceOptions, startService } from '../../server/service.ts'
import type { ImportedConversation } from '../../server/store/imported-conversation.ts'
import { temporaryFolder } from './store/temporary-folder.ts'
import { emptySquare, townSquare } from './store/town-square.ts'

export interface TestServiceOptions extends Partial<ServiceOptions> {
  readonly conversations?: readonly ImportedConversation[]
}

/** Starts a service that holds the two squares, or the conversations given. A failure inside it fails the test. */
export async function testService({
  conversations = [townSquare, emptySquare],
  ...options
}: TestServiceOptions = {}): Promise<Service> {
  const failures: unknown[] = []
  const service = await startService({
    dataFolder: temporaryFolder(),
    port: 0,
    host: '127.0.0.1',
    onFailure: (where, error) => failures.push({ where, error }),
    prepare: async (store) => {
      for (const conversation of conversations) await store.importConversation(conversation)
    },
    ...options,
    analysis: { beatMs: 50, checkShare: 0, ...options.analysis },
  })
  onTestFinished(async () => {
    await service.close()
    if (options.onFailure === undefined) expect(failures).toEqual([])
  })
  return service
}
