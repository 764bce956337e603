// What every implementation of Store must do. `open` gives a fresh, empty store; `reopen` closes it and opens the same
// data again, as after a restart.
import { describe, expect, test } from 'vitest'
import { channels } from '../../../server/protocol/channel.ts'
import {
  type AppendOutcome,
  ERASED,
  PARTICIPANT_ERASED,
  type Store,
  WITHDRAWN,
} from '../../../server/store/store.ts'
import { emptySquare, newVote, townSquare } from './town-square.ts'

export interface Opened {
  readonly store: Store
  readonly reopen: () => Promise<Store>
}

export function storeConformance(name: string, open: () => Promise<Opened>): void {
  const openSquare = async () => {
    const opened = await open()
    await opened.store.importConversation(townSquare)
    return opened
  }

  describe(name, () => {
    test('a fresh store holds no conversation', async () => {
      const { store } = await open()
      expect(await store.conversations()).toEqual([])
      expect(await store.conversation('town-square')).toBeNull()
      expect(await store.statements('town-square')).toEqual([])
      expect(await store.lastSequence('town-square')).toBe(0)
    })

    test('an imported conversation comes back as it was given', async () => {
      const { store } = await open()
      expect(await store.importConversation(townSquare)).toEqual({
        kind: 'imported',
        participants: 2,
        statements: 3,
        votes: 3,
      })
      const untouched = {
        revision: 0,
        closedAs: null,
        opensOn: null,
        archivedAtMs: null,
        deletesAtMs: null,
        purpose: null,
        questions: null,
        drafts: null,
      }
      const { id, topic, description, isOpen, isSample, createdAtMs } = townSquare
      const stored = { id, topic, description, isOpen, isSample, createdAtMs, settings: {}, ...untouched }
      expect(await store.conversation('town-square')).toEqual(stored)
      expect(await store.conversations()).toEqual([stored])
      const statements = await store.statements('town-square')
      expect(statements.map((statement) => statement.id)).toEqual([0, 1, 5])
      expect(statements[0]).toEqual({
        ...townSquare.statements[0],
        author: 1,
        isWaiting: false,
        ...{ reason: null, reasonWelsh: null, mergedInto: null, replacedAs: null },
        ...{ derivedFrom: null, isWithdrawn: false },
      })
    })

    test('settings that were saved are there after a restart', async () => {
      const { store, reopen } = await openSquare()
      await store.saveSettings('town-square', { opensAt: 9 })
      expect((await (await reopen()).conversation('town-square'))?.settings).toEqual({ opensAt: 9 })
    })

    test('settings of a conversation that is not there are a mistake', async () => {
      const { store } = await openSquare()
      await expect(store.saveSettings('nowhere', {})).rejects.toThrow('nowhere')
    })

    test('imported people are numbered in the order of their ids, and their votes keep their order', async () => {
      const { store } = await openSquare()
      const log = await store.readLog('town-square', 0, 100)
      expect(log.firstSequence).toBe(1)
      expect(log.length).toBe(3)
      expect([...log.participants]).toEqual([1, 0, 1])
      expect([...log.statements]).toEqual([0, 0, 5])
      expect([...log.values]).toEqual([1, -1, 0])
      expect([...log.timesMs]).toEqual([1_000, 2_000, 3_000])
    })

    test('a name that is taken is not imported twice, and nothing changes', async () => {
      const { store } = await openSquare()
      expect(await store.importConversation({ ...townSquare, topic: 'Another' })).toEqual({ kind: 'exists' })
      expect((await store.conversation('town-square'))?.topic).toBe(townSquare.topic)
    })

    test('an import with a vote on a statement that is not there leaves nothing behind', async () => {
      const { store } = await open()
      const votes = { ...townSquare.votes, statements: Uint32Array.of(0, 0, 99) }
      await expect(store.importConversation({ ...townSquare, votes })).rejects.toThrow()
      expect(await store.conversations()).toEqual([])
      expect((await store.readLog('town-square', 0, 10)).length).toBe(0)
    })

    test('an import tells how far it has come', async () => {
      const { store } = await open()
      const heard: number[][] = []
      await store.importConversation(townSquare, ({ done, total }) => heard.push([done, total]))
      expect(heard.at(-1)).toEqual([8, 8]) // two people, three statements, three votes
    })

    test('I1: votes get a dense sequence after what is there', async () => {
      const { store } = await openSquare()
      const outcomes = await Promise.all([
        store.append(newVote({ mutation: 'mutation-1' })),
        store.append(newVote({ mutation: 'mutation-2', statement: 1, vote: -1 })),
        store.append(newVote({ mutation: 'mutation-1', tokenHash: 'token-hash-2' })),
      ])
      expect(outcomes).toEqual([
        { kind: 'stored', sequence: 4, participant: 2, isRepeat: false },
        { kind: 'stored', sequence: 5, participant: 2, isRepeat: false },
        { kind: 'stored', sequence: 6, participant: 3, isRepeat: false },
      ])
      expect(await store.lastSequence('town-square')).toBe(6)
    })

    test('I1: the same mutation is stored once and answered with the same sequence', async () => {
      const { store } = await openSquare()
      const vote = newVote({ mutation: 'mutation-1' })
      const many = await Promise.all(Array.from({ length: 1000 }, () => store.append(vote)))
      many.push(await store.append({ ...vote, participant: 2 }))
      expect(new Set(many.map((outcome) => outcome.kind === 'stored' && outcome.sequence))).toEqual(
        new Set([4]),
      )
      expect(many.filter((outcome) => outcome.kind === 'stored' && !outcome.isRepeat)).toHaveLength(1)
      expect((await store.readLog('town-square', 3, 10)).length).toBe(1)
    })

    test('a mutation used again for something else is refused', async () => {
      const { store } = await openSquare()
      await store.append(newVote({ mutation: 'mutation-1', vote: 1 }))
      const refused: AppendOutcome = { kind: 'refused', code: 'mutation-reused' }
      expect(await store.append(newVote({ mutation: 'mutation-1', vote: -1 }))).toEqual(refused)
      expect(await store.append(newVote({ mutation: 'mutation-1', statement: 5 }))).toEqual(refused)
      expect(await store.append(newVote({ mutation: 'mutation-2' }))).toMatchObject({ sequence: 5 })
    })

    test('I1: sequences stay dense when two conversations are written in turns', async () => {
      const { store } = await openSquare()
      await store.importConversation(emptySquare)
      const outcomes = await Promise.all(
        Array.from({ length: 200 }, (_, i) =>
          store.append(
            newVote({
              conversation: i % 2 === 0 ? 'town-square' : 'empty-square',
              tokenHash: `person-${i % 7}`,
              mutation: `mutation-${i}`,
            }),
          ),
        ),
      )
      const sequences = outcomes.map((outcome) => outcome.kind === 'stored' && outcome.sequence)
      const upTo = (first: number) => Array.from({ length: 100 }, (_, i) => first + i)
      expect(sequences.filter((_, i) => i % 2 === 0)).toEqual(upTo(4))
      expect(sequences.filter((_, i) => i % 2 === 1)).toEqual(upTo(1))
    })

    test('a vote in a conversation that is not there is refused', async () => {
      const { store } = await openSquare()
      expect(await store.append(newVote({ mutation: 'mutation-1', conversation: 'nowhere' }))).toEqual({
        kind: 'refused',
        code: 'unknown-conversation',
      })
    })

    test('a vote that breaks a rule of the data fails alone', async () => {
      const { store } = await openSquare()
      const [good, bad, alsoGood] = await Promise.allSettled([
        store.append(newVote({ mutation: 'mutation-1' })),
        store.append(newVote({ mutation: 'mutation-2', statement: 99, tokenHash: 'token-hash-2' })),
        store.append(newVote({ mutation: 'mutation-3', tokenHash: 'token-hash-3' })),
      ])
      expect(good).toMatchObject({ value: { sequence: 4 } })
      expect(bad.status).toBe('rejected')
      expect(alsoGood).toMatchObject({ value: { sequence: 5 } })
    })

    test('a participant is known by the hash of the token, in one conversation only', async () => {
      const { store } = await openSquare()
      await store.importConversation(emptySquare)
      expect(await store.participant('town-square', 'token-hash-1')).toBeNull()
      await store.append(newVote({ mutation: 'mutation-1' }))
      expect(await store.participant('town-square', 'token-hash-1')).toBe(2)
      expect(await store.participant('empty-square', 'token-hash-1')).toBeNull()
    })

    test('the log is read in slices of any size', async () => {
      const { store } = await openSquare()
      await store.append(newVote({ mutation: 'mutation-1', vote: null }))
      const slice = await store.readLog('town-square', 2, 2)
      expect(slice.firstSequence).toBe(3)
      expect([...slice.statements]).toEqual([5, 0])
      expect([...slice.values]).toEqual([0, WITHDRAWN])
      expect((await store.readLog('town-square', 4, 10)).length).toBe(0)
    })

    test('I4: a withdrawal stays in the log, and what it withdraws stays in its place without its content', async () => {
      const { store, reopen } = await openSquare()
      await store.append(newVote({ mutation: 'mutation-1', vote: 1 }))
      await store.append(newVote({ mutation: 'mutation-2', vote: -1 }))
      await store.append(newVote({ mutation: 'mutation-3', statement: 5, vote: -1 }))
      expect(await store.append(newVote({ mutation: 'mutation-4', vote: null }))).toMatchObject({
        sequence: 7,
        isRepeat: false,
      })
      const again = await reopen()
      const log = await again.readLog('town-square', 3, 10)
      expect([...log.values]).toEqual([ERASED, ERASED, -1, WITHDRAWN])
      expect([...log.participants]).toEqual([0, 0, 2, 2])
      expect([...log.timesMs]).toEqual([0, 0, 4_000, 4_000])
      // Nobody else's are touched, and those that came with an import neither.
      expect([...(await again.readLog('town-square', 0, 3)).values]).toEqual([1, -1, 0])
      expect(await again.participation.ownLog('town-square', 2)).toMatchObject([
        { sequence: 6, vote: -1 },
        { sequence: 7, vote: null },
      ])
    })

    test('I1: a retry that comes after its vote was withdrawn brings nothing back', async () => {
      const { store, reopen } = await openSquare()
      const vote = newVote({ mutation: 'mutation-1' })
      await store.append(vote)
      await store.append(newVote({ mutation: 'mutation-2', vote: null }))
      const repeat = { kind: 'stored', sequence: 4, participant: 2, isRepeat: true }
      expect(await store.append(vote)).toEqual(repeat)
      expect(await (await reopen()).append(vote)).toEqual(repeat)
    })

    test('a participant who is erased leaves entries without content, and one that says so', async () => {
      const { store, reopen } = await openSquare()
      await store.append(newVote({ mutation: 'mutation-1' }))
      await store.append(newVote({ mutation: 'mutation-2', statement: 5 }))
      await store.append(newVote({ mutation: 'mutation-3', statement: 5, vote: null }))
      await store.append(newVote({ mutation: 'mutation-1', tokenHash: 'token-hash-2' }))
      const erasure = { conversation: 'town-square', participant: 2, respondent: 'r', timeMs: 5_000 }
      expect(await store.participation.erase({ ...erasure, withdrawStatements: true })).toEqual({
        sequence: 8,
        votes: 1,
        statements: [],
      })
      const again = await reopen()
      const log = await again.readLog('town-square', 3, 10)
      expect([...log.values]).toEqual([ERASED, ERASED, ERASED, 1, PARTICIPANT_ERASED])
      expect([...log.participants]).toEqual([0, 0, 0, 3, 2])
      expect(await again.participation.ownLog('town-square', 2)).toEqual([])
      expect(await again.participant('town-square', 'token-hash-1')).toBeNull()
    })

    test('I8: what was withdrawn stays in the public log until a map is stored that counts the withdrawal', async () => {
      const { store, reopen } = await openSquare()
      await store.append(newVote({ mutation: 'mutation-1' }))
      await store.append(newVote({ mutation: 'mutation-2', vote: null }))
      const map = { publishedAtMs: 5_000, snapshot: '{}', components: '[]', presentation: '1' }
      await store.saveSnapshot('town-square', { ...map, version: 1, sequence: 4 })
      const valuesOf = async (one: Store) => [
        [...(await one.readLog('town-square', 3, 10)).values],
        [...(await one.readPublicLog('town-square', 3, 10)).values],
      ]
      const held = [
        [ERASED, WITHDRAWN],
        [1, WITHDRAWN],
      ]
      expect(await valuesOf(store)).toEqual(held)
      const again = await reopen()
      expect(await valuesOf(again)).toEqual(held)
      expect((await again.readPublicLog('town-square', 3, 1)).participants[0]).toBe(2)
      await again.saveSnapshot('town-square', { ...map, version: 2, sequence: 5 })
      expect(await valuesOf(again)).toEqual([held[0], held[0]])
    })

    test('the way by which somebody first took part is kept; of who was erased until a map counts it (I8)', async () => {
      const { store, reopen } = await openSquare()
      await store.append(newVote({ mutation: 'mutation-1', channel: 'event' }))
      await store.append(newVote({ mutation: 'mutation-2', statement: 5, channel: 'form' }))
      await store.append(newVote({ mutation: 'mutation-1', tokenHash: 'token-hash-2' }))
      const [event, imported] = [channels.indexOf('event') + 1, channels.indexOf('imported') + 1]
      expect([...(await store.reports.channels('town-square'))]).toEqual([imported, imported, event, 0])
      expect(await store.participation.channelOf('town-square', 2)).toBe('event')
      expect(await store.participation.channelOf('town-square', 3)).toBeNull()
      const erasure = { conversation: 'town-square', participant: 2, respondent: 'r', timeMs: 5_000 }
      const { sequence } = await store.participation.erase({ ...erasure, withdrawStatements: true })
      const again = await reopen()
      expect(await again.participation.channelOf('town-square', 2)).toBeNull()
      expect([...(await again.reports.channels('town-square'))]).toEqual([imported, imported, event, 0])
      const map = { version: 1, publishedAtMs: 5_000, snapshot: '{}', components: '[]', presentation: '1' }
      await again.saveSnapshot('town-square', { ...map, sequence })
      expect([...(await again.reports.channels('town-square'))]).toEqual([imported, imported, 0, 0])
      expect(await again.reports.channels('nowhere')).toHaveLength(0)
    })

    test('a vote that was on its way while its participant was erased is somebody new’s', async () => {
      const { store } = await openSquare()
      await store.append(newVote({ mutation: 'mutation-1' }))
      const erasure = { conversation: 'town-square', participant: 2, respondent: 'r', timeMs: 5_000 }
      const [, late] = await Promise.all([
        store.participation.erase({ ...erasure, withdrawStatements: false }),
        store.append(newVote({ mutation: 'mutation-2', participant: 2 })),
      ])
      expect(late).toMatchObject({ sequence: 6, participant: 3 })
    })

    test('the newest snapshot is kept, and an older one does not replace it', async () => {
      const { store } = await openSquare()
      expect(await store.newestSnapshot('town-square')).toBeNull()
      const snapshot = {
        sequence: 3,
        publishedAtMs: 5_000,
        snapshot: '{}',
        components: '[]',
        presentation: '1',
      }
      await store.saveSnapshot('town-square', { ...snapshot, version: 2 })
      await store.saveSnapshot('town-square', { ...snapshot, version: 1 })
      expect(await store.newestSnapshot('town-square')).toEqual({ ...snapshot, version: 2 })
    })

    test('how often statements were shown is added up', async () => {
      const { store, reopen } = await openSquare()
      expect(await store.exposures('town-square')).toEqual([])
      await store.addExposures('town-square', [
        { statement: 5, letter: 'A', shown: 2 },
        { statement: 0, letter: '-', shown: 1 },
      ])
      await store.addExposures('town-square', [{ statement: 5, letter: 'A', shown: 3 }])
      expect(await (await reopen()).exposures('town-square')).toEqual([
        { statement: 0, letter: '-', shown: 1 },
        { statement: 5, letter: 'A', shown: 5 },
      ])
    })

    test('an image is kept once, found by its hash in its own conversation only, and gone when removed', async () => {
      const { store, reopen } = await openSquare()
      await store.importConversation(emptySquare)
      const image = {
        hash: 'a-hash',
        type: 'image/png',
        bytes: new Uint8Array([1, 2, 3]),
        addedAtMs: 5,
      } as const
      expect(await store.media.add('town-square', image)).toBe(true)
      expect(await store.media.add('town-square', image)).toBe(true)
      expect(await store.media.add('nowhere', image)).toBe(false)
      const { media } = await reopen()
      expect(await media.medium('town-square', 'a-hash')).toEqual(image)
      expect(await media.medium('empty-square', 'a-hash')).toBeNull()
      const facts = { hash: 'a-hash', type: 'image/png', size: 3, addedAtMs: 5 }
      expect(await media.list('town-square')).toEqual([facts])
      expect(await media.remove('town-square', 'a-hash')).toBe(true)
      expect(await media.remove('town-square', 'a-hash')).toBe(false)
      expect(await media.list('town-square')).toEqual([])
    })

    test('what the screen shows is kept, and of two changes of one revision only the first', async () => {
      const { store, reopen } = await openSquare()
      expect(await store.stage.stage('town-square')).toBeNull()
      expect(await store.stage.saveStage('town-square', { scene: 'map' }, 1)).toBe(true)
      expect(await store.stage.saveStage('town-square', { scene: 'join' }, 1)).toBe(false)
      expect(await store.stage.saveStage('nowhere', {}, 1)).toBe(false)
      expect(await store.stage.saveSight('town-square', '{"sequence":7}')).toBe(true)
      const { stage } = await reopen()
      const kept = { revision: 1, state: { scene: 'map' }, sight: '{"sequence":7}' }
      expect(await stage.stage('town-square')).toEqual(kept)
    })

    test('the letters of a conversation stay until they are renewed, and are nobody else’s', async () => {
      const { store, reopen } = await openSquare()
      await store.importConversation(emptySquare)
      expect(await store.stage.joinCode('town-square', 'BCDFGH')).toBe('BCDFGH')
      expect(await store.stage.joinCode('town-square', 'XXXXXX')).toBe('BCDFGH')
      expect(await store.stage.joinCode('empty-square', 'BCDFGH')).toBeNull()
      expect(await store.stage.renewJoinCode('empty-square', 'BCDFGH')).toBe(false)
      expect(await store.stage.renewJoinCode('town-square', 'KMNPRS')).toBe(true)
      const { stage } = await reopen()
      expect(await stage.conversationOfCode('KMNPRS')).toBe('town-square')
      expect(await stage.conversationOfCode('BCDFGH')).toBeNull()
    })

    test('a screen is let in by its token until its link is taken back, and its number is not given again', async () => {
      const { store, reopen } = await openSquare()
      const screen = { name: 'Left', createdAtMs: 5, tokenHash: 'a-hash' }
      expect(await store.stage.addScreen('nowhere', screen)).toBeNull()
      expect(await store.stage.addScreen('town-square', screen)).toBe(1)
      expect(await store.stage.screenOf('town-square', 'a-hash')).toBe(1)
      expect(await store.stage.removeScreen('town-square', 1)).toBe(true)
      expect(await store.stage.removeScreen('town-square', 1)).toBe(false)
      const { stage } = await reopen()
      expect(await stage.screenOf('town-square', 'a-hash')).toBeNull()
      expect(await stage.addScreen('town-square', { ...screen, tokenHash: 'other' })).toBe(2)
      expect(await stage.screens('town-square')).toEqual([{ number: 2, name: 'Left', createdAtMs: 5 }])
    })

    test('I1, I2: a restart finds everything and goes on with the next sequence', async () => {
      const { store, reopen } = await openSquare()
      await store.append(newVote({ mutation: 'mutation-1' }))
      const again = await reopen()
      expect(await again.append(newVote({ mutation: 'mutation-1' }))).toMatchObject({
        sequence: 4,
        isRepeat: true,
      })
      expect(await again.append(newVote({ mutation: 'mutation-2' }))).toMatchObject({
        sequence: 5,
        participant: 2,
      })
    })

    test('closing commits what is queued and refuses what comes later', async () => {
      const { store, reopen } = await openSquare()
      const queued = store.append(newVote({ mutation: 'mutation-1' }))
      const again = await reopen()
      expect(await queued).toMatchObject({ sequence: 4 })
      expect(await again.lastSequence('town-square')).toBe(4)
      expect(await store.append(newVote({ mutation: 'mutation-2' }))).toMatchObject({
        code: 'storage-unavailable',
      })
    })
  })
}
