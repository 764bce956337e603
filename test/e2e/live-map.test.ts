// The main job, end to end: a real public conversation is imported, two browsers look at it, one votes, both change.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { snapshot as snapshotSchema } from '../../server/protocol/snapshot.ts'
import * as v from 'valibot'
import { peopleVote } from '../server/public-step.ts'
import { hasSharedData, sharedPath } from '../shared-data.ts'
import { describeInBrowser, launchBrowser } from './browser.ts'
import {
  removeDataFolder,
  runCommand,
  startServer,
  temporaryDataFolder,
  type RunningServer,
} from './running-server.ts'

const describeHere = hasSharedData || process.env.CI === 'true' ? describeInBrowser : describeInBrowser.skip

describeHere('the vTaiwan conversation on both pages', () => {
  const id = 'vtaiwan.uberx'
  const dataFolder = temporaryDataFolder()
  let server: RunningServer
  let browser: Browser
  let resident: Page
  let hall: Page
  const troubles: string[] = []

  async function open(path: string): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    page.on('pageerror', (error) => troubles.push(error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith(server.origin)) troubles.push(`asks a third party: ${request.url()}`)
    })
    await page.goto(server.origin + path)
    return page
  }

  async function publishedMap() {
    const answer = await fetch(`${server.origin}/api/conversations/${id}/snapshot`)
    return v.parse(snapshotSchema, await answer.json())
  }

  const count = (page: Page, name: string) => page.locator('dl.counts div', { hasText: name }).locator('dd')

  beforeAll(async () => {
    await runCommand('import', sharedPath(`data/polis-open-data/${id}`), '--data-dir', dataFolder)
    server = await startServer(dataFolder, '--no-sample')
    browser = await launchBrowser()
    resident = await open(`/c/${id}`)
    hall = await open(`/p/${id}`)
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    removeDataFolder(dataFolder)
  })

  test('both pages show the counts of the summary and a map, the hall in steps of several people', async () => {
    for (const page of [resident, hall]) {
      await page.getByRole('img', { name: /Map with \d opinion groups/ }).waitFor()
    }
    await expect.poll(() => count(resident, 'People').textContent()).toBe('1,921')
    // The others were not accepted, so nobody can vote on them.
    await expect.poll(() => count(resident, 'Statements').textContent()).toBe('119')
    await resident.getByText('every vote is in it').waitFor()
    await hall.getByText('1,920 people take part').waitFor()
    await hall.getByText('49,440 votes').waitFor()
    const map = await publishedMap()
    expect(map.counts).toEqual({ participants: 1921, votes: 49_443, statements: 197 })
    expect(map.sequence).toBe(49_997)
    expect(Math.min(...map.buckets.map(({ people }) => people))).toBeGreaterThanOrEqual(5)
    expect(map.buckets.reduce((sum, { people }) => sum + people, 0)).toBe(map.grouped)
  })

  test('a vote brings the next statement and moves the counts, and with four others the map of the resident, not of the hall', async () => {
    const statement = resident.locator('.statement')
    const first = await statement.textContent()
    await resident.getByRole('button', { name: 'Agree', exact: true }).click()
    await expect.poll(() => statement.textContent()).not.toBe(first)
    await expect.poll(() => count(resident, 'People').textContent()).toBe('1,922')
    await expect.poll(() => count(resident, 'Votes').textContent()).toBe('49,444')
    await resident.getByText('1 newer vote is not in it yet').waitFor()
    await peopleVote({ port: Number(new URL(server.origin).port) }, id, 4)
    await resident.getByText('every vote is in it').waitFor()
    await expect.poll(() => count(resident, 'People').textContent()).toBe('1,926')
    expect(await hall.getByText('1,920 people take part').count()).toBe(1)
    await expect.poll(async () => (await publishedMap()).sequence).toBe(50_002)
    await resident.locator('.map-figure').getByText('You', { exact: true }).waitFor()
  })

  test('the keys 1, 2 and 3 vote', async () => {
    const statement = resident.locator('.statement')
    for (const key of ['1', '2', '3']) {
      const before = await statement.textContent()
      await resident.keyboard.press(key)
      await expect.poll(() => statement.textContent()).not.toBe(before)
    }
    await expect.poll(() => count(resident, 'Votes').textContent()).toBe('49,451')
  })

  test('votes cast while the service is down are stored once when it is back (I1)', async () => {
    const { port } = new URL(server.origin)
    await server.stop('SIGKILL')
    await resident.getByText('Connection lost').first().waitFor()
    await hall.getByText('Reconnecting').waitFor()
    await resident.getByRole('button', { name: 'Disagree' }).click()
    server = await startServer(dataFolder, '--no-sample', '--port', port)
    await expect.poll(() => count(resident, 'Votes').textContent(), { timeout: 20_000 }).toBe('49,452')
    await hall.getByText('Reconnecting').waitFor({ state: 'detached', timeout: 40_000 })
    expect((await publishedMap()).sequence).toBe(50_002)
  })

  test('no page threw an error or asked a third party for anything', () => {
    expect(troubles).toEqual([])
  })
})
