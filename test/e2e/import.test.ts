// A facilitator imports a conversation by the page: a zip, an inverted export that needs an answer, a table with columns to
// name; and nobody else may.
import { AxeBuilder } from '@axe-core/playwright'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedInCookie } from '../server/staff/signed-in.ts'
import { smallExport, writeExport } from '../server/polis/small-export.ts'
import { temporaryFolder } from '../server/store/temporary-folder.ts'
import { describeInBrowser, launchBrowser } from './browser.ts'
import { removeDataFolder, startServer, temporaryDataFolder, type RunningServer } from './running-server.ts'

describeInBrowser('importing by the page', { timeout: 90_000 }, () => {
  const dataFolder = temporaryDataFolder()
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    server = await startServer(dataFolder, '--no-sample')
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    removeDataFolder(dataFolder)
  })

  async function open(language: 'en' | 'cy', colorScheme: 'light' | 'dark', width: number): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme })
    await context.addCookies([await signedInCookie(dataFolder, server.origin, 'owner', { isStrong: true })])
    const page = await context.newPage()
    await page.goto(`${server.origin}/facilitate/import?lang=${language}`)
    await page.locator('h1').waitFor()
    return page
  }

  async function look(page: Page, name: string): Promise<void> {
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    const width = page.viewportSize()!.width
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    if (process.env.SCREENSHOTS)
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png`, fullPage: true })
  }

  test('the files of an export are checked, imported, and the conversation is there, closed', async () => {
    const folder = writeExport()
    const page = await open('en', 'light', 1440)
    await page.setInputFiles(
      '#files',
      ['summary.csv', 'comments.csv', 'votes.csv', 'participants-votes.csv'].map((name) =>
        join(folder, name),
      ),
    )
    await page.getByLabel('Name in addresses').fill('trees')
    await page.getByRole('button', { name: 'Check the files' }).click()
    await page.getByText('3 people, 2 statements, 5 votes.').waitFor()
    await look(page, 'import-ready')
    await page.getByRole('button', { name: 'Import as trees' }).click()
    await page.getByText('The conversation was imported.').waitFor()
    const answer = await fetch(`${server.origin}/api/conversations/trees`)
    expect(await answer.json()).toMatchObject({ isOpen: false, counts: { participants: 3 } })
    const old = await fetch(`${server.origin}/2abc`, { redirect: 'manual' })
    expect(old.headers.get('location')).toBe('/c/trees')
    await page.context().close()
  })

  test('an export in which agree is −1 is imported once somebody has said so', async () => {
    const folder = writeExport()
    const votes = readFileSync(join(folder, 'votes.csv'), 'utf8')
    const turned = votes.replace(/,(-?1)$/gm, (_, vote: string) => (vote === '1' ? ',-1' : ',1'))
    writeFileSync(join(folder, 'votes.csv'), turned)
    const page = await open('cy', 'dark', 320)
    await page.setInputFiles(
      '#files',
      ['summary.csv', 'comments.csv', 'votes.csv'].map((name) => join(folder, name)),
    )
    await page.locator('.staff-form input[type="text"]').fill('turned')
    await page.locator('.staff-form button[type="submit"]').click()
    await page.getByText('mae’r pleidleisiau o chwith').waitFor()
    await look(page, 'import-inverted')
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Gwirio eto' }).click()
    await page.getByRole('button', { name: 'Mewnforio fel turned' }).click()
    await page.getByText('Mewnforiwyd y sgwrs.').waitFor()
    await page.context().close()
  })

  test('a table of votes is imported by the columns that are chosen', async () => {
    const path = join(temporaryFolder(), 'survey.csv')
    writeFileSync(path, 'row,who,question,answer\n1,ann,Trees,yes\n2,bob,Trees,no\n')
    const page = await open('en', 'light', 768)
    await page.setInputFiles('#files', path)
    await page.getByRole('button', { name: 'Check the files' }).click()
    await page.getByLabel('Who voted').selectOption('who')
    await page.getByLabel('The statement, in words').selectOption('question')
    await page.getByLabel('The vote: agree').selectOption('answer')
    await look(page, 'import-columns')
    await page.getByRole('button', { name: 'Check again' }).click()
    await page.getByText('2 people, 1 statements, 2 votes.').waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByText('Nothing was imported.').waitFor()
    await page.context().close()
  })

  test('texts whose quotes are broken are shown as they would be read, and imported once somebody has looked', async () => {
    const text = smallExport['comments.csv'].replace('"Trees, please"', 'Trees, "please"')
    const folder = writeExport({ 'comments.csv': text })
    const page = await open('en', 'dark', 320)
    await page.setInputFiles(
      '#files',
      ['summary.csv', 'comments.csv', 'votes.csv'].map((name) => join(folder, name)),
    )
    await page.getByLabel('Name in addresses').fill('mended')
    await page.getByRole('button', { name: 'Check the files' }).click()
    await page.getByText('comments.csv, line 2: ').waitFor()
    await look(page, 'import-mend')
    await page.getByLabel('Yes: import with 1 line mended').check()
    await page.getByRole('button', { name: 'Check again' }).click()
    await page.getByText('3 people, 2 statements, 5 votes.').waitFor()
    await page.getByText('The old address /2abc leads to another conversation already').waitFor()
    await look(page, 'import-mended')
    await page.getByRole('button', { name: 'Import as mended' }).click()
    await page.getByText('The conversation was imported.').waitFor()
    await page.context().close()
  })

  test('an import goes on while the page is away, is found again, and can be called off at any stage', async () => {
    const folder = join(temporaryFolder(), 'large')
    mkdirSync(folder)
    const people = 4_000
    writeFileSync(join(folder, 'summary.csv'), 'topic,Large\n')
    const statements = Array.from({ length: 50 }, (_, id) => `1500000000000,,${id},,0,0,1,Statement ${id}`)
    writeFileSync(
      join(folder, 'comments.csv'),
      `timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n${statements.join('\n')}\n`,
    )
    const votes = Array.from(
      { length: 50 * people },
      (_, vote) => `1500000000000,,${vote % 50},${vote % people},1`,
    )
    writeFileSync(
      join(folder, 'votes.csv'),
      `timestamp,datetime,comment-id,voter-id,vote\n${votes.join('\n')}\n`,
    )

    const page = await open('en', 'light', 1440)
    await page.setInputFiles(
      '#files',
      ['summary.csv', 'comments.csv', 'votes.csv'].map((name) => join(folder, name)),
    )
    await page.getByLabel('Name in addresses').fill('large')
    await page.getByRole('button', { name: 'Check the files' }).click()
    await page.getByRole('button', { name: 'Import as large' }).waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Import as large' }).click()
    await page.getByText('Importing … ').waitFor()
    await look(page, 'import-storing')
    await page.reload()
    await page.getByText('Importing … ').waitFor()
    expect((await fetch(`${server.origin}/api/conversations/large`)).status).toBe(404)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByText('Nothing was imported.').waitFor()
    expect((await fetch(`${server.origin}/api/conversations/large`)).status).toBe(404)

    await page.getByRole('button', { name: 'Check the files' }).isVisible()
    await page.setInputFiles(
      '#files',
      ['summary.csv', 'comments.csv', 'votes.csv'].map((name) => join(folder, name)),
    )
    await page.getByLabel('Name in addresses').fill('large-again')
    await page.getByRole('button', { name: 'Check the files' }).click()
    await page.getByRole('button', { name: 'Import as large-again' }).click()
    await page.getByText('The conversation was imported.').waitFor()
    const answer = await fetch(`${server.origin}/api/conversations/large-again`)
    expect(await answer.json()).toMatchObject({ counts: { participants: people } })
    await page.reload()
    await page.getByText('The conversation was imported.').waitFor()
    await page.context().close()
  })

  test('moderators may not import', async () => {
    const cookie = await signedInCookie(dataFolder, server.origin, 'moderator')
    const headers = { Cookie: `${cookie.name}=${cookie.value}`, 'X-Folkmoot-Staff': 'page' }
    const answer = await fetch(`${server.origin}/api/staff/imports`, { method: 'POST', headers })
    expect(answer.status).toBe(403)
  })
})
