// The page to take part inside the pages of another site, in a real browser: by script, by a plain frame, in a sandbox,
// with storage blocked; and not at all where the conversation does not list the site.
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sampleConversation } from '../../server/sample/sample-conversation.ts'
import { conversationIdOf } from '../../server/sites/site-pages.ts'
import { openStore } from '../../server/store/open.ts'
import { secret, sign } from '../server/identity/signing.ts'
import { emptySquare, townSquare } from '../server/store/town-square.ts'
import { temporaryFolder } from '../server/store/temporary-folder.ts'
import { describeInBrowser, launchBrowser, launchUsualBrowser } from './browser.ts'
import { messagesOf, startHostSite, type HostSite } from './host-site.ts'
import {
  removeDataFolder,
  runCommand,
  startServer,
  temporaryDataFolder,
  type RunningServer,
} from './running-server.ts'
import { signedInCookie } from '../server/staff/signed-in.ts'

describeInBrowser('the page to take part on the page of a council', () => {
  const dataFolder = temporaryDataFolder()
  let server: RunningServer
  let browser: Browser
  let council: HostSite
  let stranger: HostSite
  let context: BrowserContext
  let page: Page
  let sampleId: string
  const troubles: string[] = []

  const byScript = (attributes = 'data-conversation="town-square"', name = 'folkmoot') =>
    `<div class="${name}" ${attributes}></div><script async src="${server.origin}/embed.js"></script>`
  const inside = (): FrameLocator => page.frameLocator('iframe')
  const named = async (name: string) => (await messagesOf(page)).filter(({ data }) => data.name === name)

  async function visit(body: string, site = council): Promise<void> {
    site.show(body)
    await page.goto(site.origin)
  }

  async function vote(answer = 'Agree'): Promise<void> {
    const statement = inside().locator('.statement')
    const before = await statement.textContent()
    await inside().getByRole('button', { name: answer, exact: true }).click()
    await expect
      .poll(async () => (await statement.count()) === 0 || (await statement.textContent()) !== before)
      .toBe(true)
  }

  beforeAll(async () => {
    council = await startHostSite()
    stranger = await startHostSite()
    const store = await openStore(dataFolder)
    await store.importConversation(townSquare)
    await store.importConversation(emptySquare)
    const sample = sampleConversation()
    sampleId = sample.id
    await store.importConversation(sample)
    await store.saveSettings(sampleId, { origins: [council.origin] })
    await store.close()
    const settings = [`origins=${council.origin}`, `identitySecret=${secret}`, 'site=council_site']
    await runCommand(
      ...['settings', 'town-square', '--data-dir', dataFolder],
      ...settings.flatMap((setting) => ['--set', setting]),
    )
    server = await startServer(dataFolder, '--no-sample')
    browser = await launchBrowser()
  })

  beforeEach(async () => {
    await context?.close()
    troubles.length = 0
    context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1024, height: 800 } })
    page = await context.newPage()
    page.on('pageerror', (error) => troubles.push(error.message))
    page.on('request', (request) => {
      const { origin } = new URL(request.url())
      if (![server.origin, council.origin, stranger.origin].includes(origin)) troubles.push(request.url())
    })
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await council?.close()
    await stranger?.close()
    removeDataFolder(dataFolder)
  })

  test('by script: one can vote to the end, and the host hears of it, from the exact origin and without the votes', async () => {
    await visit(byScript())
    for (let i = 0; i < 3; i++) await vote()
    await expect.poll(() => named('done')).toHaveLength(1)
    const messages = await messagesOf(page)
    expect(new Set(messages.map(({ origin }) => origin))).toEqual(new Set([server.origin]))
    expect(messages[0]?.data).toEqual({
      name: 'init',
      conversation: 'town-square',
      title: 'What should become of the square? · Folkmoot',
    })
    expect((await named('vote')).map(({ data }) => data)).toEqual(
      [1, 2, 3].map((voted) => ({ name: 'vote', conversation: 'town-square', voted, of: 3 })),
    )
    expect(await page.locator('iframe').getAttribute('title')).toBe(
      'What should become of the square? · Folkmoot',
    )
    expect(troubles).toEqual([])
  })

  test('the frame is as high as its content, grows and shrinks with it, and never scrolls inside', async () => {
    await visit(byScript())
    const gap = () =>
      inside()
        .locator('html')
        .evaluate(
          (root) =>
            root.ownerDocument.defaultView!.innerHeight -
            Math.ceil(document.body.getBoundingClientRect().height),
        )
    await inside().locator('.statement').waitFor()
    await expect.poll(gap).toBe(0)
    const height = async () => (await page.locator('iframe').boundingBox())!.height
    const wide = await height()
    await page.setViewportSize({ width: 320, height: 800 })
    await expect.poll(height).toBeGreaterThan(wide)
    await expect.poll(gap).toBe(0)
    await page.setViewportSize({ width: 1024, height: 800 })
    await expect.poll(height).toBe(wide)
    const scrolls = await inside()
      .locator('html')
      .evaluate((root) => root.scrollHeight > root.clientHeight || root.scrollWidth > root.clientWidth)
    expect(scrolls).toBe(false)
  })

  test('with the map in it the frame still fits, nothing lies over anything, and axe finds nothing', async () => {
    await visit(byScript(`data-conversation="${sampleId}"`))
    const figure = inside().locator('.map-figure')
    await figure.locator('svg').first().waitFor()
    for (const width of [320, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      const overflow = () =>
        figure.evaluate((element) => [
          element.scrollHeight - element.clientHeight,
          document.documentElement.scrollHeight - innerHeight,
        ])
      await expect.poll(overflow).toEqual([0, 0])
    }
    const { violations } = await new AxeBuilder({ page }).include('iframe').analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })

  test('a statement that is handed in is told to the host, without its words', async () => {
    await visit(byScript())
    await vote()
    await inside().getByRole('textbox', { name: 'Your statement' }).fill('A fountain in the middle of it.')
    await inside().getByRole('button', { name: 'Send the statement' }).click()
    await expect.poll(() => named('write')).toHaveLength(1)
    expect((await named('write'))[0]?.data).toEqual({ name: 'write', conversation: 'town-square' })
  })

  test('a resize handler that returns true keeps the height, and the handlers of both names are called', async () => {
    const early = `<script>
      polis = { on: { vote: [(event) => calls.push(['polis', event.data.name, event.iframe.tagName])] } }
      calls = []
    </script>`
    const late = `<script>
      const wait = setInterval(() => {
        if (!window.folkmoot) return
        clearInterval(wait)
        folkmoot.on.resize.push((event) => { calls.push(['resize', event.data.height > 0]); return true })
        polis.on.doneVoting.push(() => calls.push(['doneVoting']))
        folkmoot.on.init.push(() => { throw new Error('a mistake of the host') })
      }, 1)
    </script>`
    await visit(
      early +
        byScript('data-conversation_id="town-square" data-height="555" data-ui_lang="cy"', 'polis') +
        late,
    )
    for (let i = 0; i < 3; i++) await vote('Cytuno')
    const calls = () => page.evaluate(() => (globalThis as unknown as { calls: unknown[] }).calls) // set by the page
    await expect.poll(calls).toContainEqual(['doneVoting'])
    expect(await calls()).toContainEqual(['polis', 'vote', 'IFRAME'])
    expect(await calls()).toContainEqual(['resize', true])
    expect((await page.locator('iframe').boundingBox())?.height).toBe(555)
    expect(troubles.filter((line) => line !== 'a mistake of the host')).toEqual([])
  })

  test('parts that the host leaves out are not there', async () => {
    await visit(
      byScript('data-conversation="town-square" data-ucv="false" data-ucsf="false" data-ucst="false"'),
    )
    await inside().getByRole('heading', { name: 'The opinion map' }).waitFor()
    expect(await inside().locator('.answers').count()).toBe(0)
    expect(await inside().locator('.footer').isVisible()).toBe(false)
    expect((await inside().locator('h1').boundingBox())!.width).toBeLessThanOrEqual(1)
  })

  test('a plain frame without any script works, and tells its listeners the same', async () => {
    await visit(
      `<iframe title="Have your say" width="100%" height="700" src="${server.origin}/c/town-square"></iframe>`,
    )
    await vote()
    await expect.poll(() => named('vote')).toHaveLength(1)
  })

  test('a browser that lacks what came after 2022 takes part in a frame by script, too', async () => {
    await page.addInitScript(forgetNews)
    await visit(byScript(`data-conversation="${sampleId}"`))
    await vote()
    await expect.poll(() => named('vote')).toHaveLength(1)
    await inside().locator('.map canvas').waitFor()
    expect(troubles).toEqual([])
  })

  test('a sandboxed frame works', async () => {
    await visit(
      `<iframe title="Have your say" width="100%" height="700" src="${server.origin}/c/town-square"
        sandbox="allow-scripts allow-forms allow-same-origin allow-popups"></iframe>`,
    )
    await vote()
    await expect.poll(() => named('vote')).toHaveLength(1)
    expect(troubles).toEqual([])
  })

  test('with the storage of frames blocked, as it is in a private window, one can vote to the end', async () => {
    await visit(byScript())
    await inside().locator('.statement').waitFor()
    await expect(page.frames()[1]!.evaluate(() => localStorage.length)).rejects.toThrow('Access is denied')
    for (let i = 0; i < 3; i++) await vote()
    await expect.poll(() => named('done')).toHaveLength(1)
    expect(troubles).toEqual([])
  })

  test('before the first vote nothing is stored; afterwards the same person comes back', async () => {
    const usual = await launchUsualBrowser(temporaryFolder())
    try {
      page = await usual.newPage()
      await visit(byScript())
      await inside().locator('.statement').waitFor()
      const kept = () =>
        page
          .frames()[1]!
          .evaluate(async () => [
            localStorage.length,
            sessionStorage.length,
            (await indexedDB.databases()).length,
            document.cookie,
          ])
      expect(await kept()).toEqual([0, 0, 0, ''])
      await vote()
      await expect.poll(async () => (await kept())[0]).toBe(1)
      await page.reload()
      await inside().getByText('1 of 3').waitFor()
      expect(await usual.cookies()).toEqual([])
    } finally {
      await usual.close()
    }
  })

  test('whom the council signs is one participant in every browser, and the token stands in no address and no log', async () => {
    const identity = await sign('HS256')
    await visit(byScript(`data-conversation="town-square" data-xid="${identity}"`))
    await vote()
    await inside().getByText('1 of 3').waitFor()
    const frame = page.frames()[1]!
    const { hash, search } = new URL(await frame.evaluate(() => location.href))
    expect([hash, search]).toEqual(['', `?host=${encodeURIComponent(council.origin)}&named=1`])
    await inside().getByRole('link', { name: 'Cymraeg' }).click()
    await inside().getByText('1 o 3').waitFor()
    await page.frames()[1]!.evaluate(() => location.reload())
    await inside().getByText('1 o 3').waitFor()

    await context.close()
    context = await browser.newContext({ locale: 'en-GB' })
    page = await context.newPage()
    await visit(
      byScript(`data-conversation="town-square" data-xid="${await sign('HS256', { expiresIn: 99 })}"`),
    )
    await inside().getByText('1 of 3').waitFor()
    expect(server.console()).not.toContain(identity.slice(0, 40))
  })

  test('a forged identity is refused in words, and the host hears the code', async () => {
    const forged = await sign('HS256', {}, Buffer.from('not the secret of the council, but as long'))
    await visit(byScript(`data-conversation="town-square" data-xid="${forged}" data-ui_lang="cy"`))
    await inside().getByText('Ni phrofodd y wefan').waitFor()
    await expect.poll(() => named('error')).toHaveLength(1)
    expect((await named('error'))[0]?.data).toMatchObject({ code: 'identity-invalid' })
  })

  test('a page of the site gets a conversation of its own the first time that it is shown', async () => {
    await visit(byScript('data-site_id="council_site" data-page_id="Budget 2027"', 'polis'))
    await vote()
    await expect.poll(() => named('vote')).toHaveLength(1)
    const id = conversationIdOf('council_site', 'Budget 2027')
    expect((await named('vote'))[0]?.data).toMatchObject({ conversation: id, voted: 1, of: 3 })
    await page.goto(`${server.origin}/pages/council_site/another`)
    await page.getByText('There is no conversation for this page yet').waitFor()
  })

  test('where bare names are believed, the facilitator’s page warns of it in both languages', async () => {
    await page.context().addCookies([await signedInCookie(dataFolder, server.origin, 'owner')])
    await runCommand('settings', 'empty-square', '--data-dir', dataFolder, '--set', 'unsignedIdentity=true')
    for (const [language, warning] of [
      ['en', 'anybody can vote as anybody else'],
      ['cy', 'gall unrhyw un bleidleisio fel unrhyw un arall'],
    ] as const) {
      await expect
        .poll(async () => {
          await page.goto(`${server.origin}/facilitate?lang=${language}`)
          await page.locator('.card').first().waitFor()
          return page.getByText(warning).count()
        })
        .toBe(1)
    }
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
  })

  test('a site that the conversation does not list gets no frame and hears nothing', async () => {
    const refusals: string[] = []
    page.on('console', (message) => refusals.push(message.text()))
    await visit(byScript(), stranger)
    await expect.poll(() => refusals.join('\n')).toContain('frame-ancestors')
    await expect.poll(() => page.frames()[1]?.url()).toContain('chrome-error')
    expect(await messagesOf(page)).toEqual([])
  })

  test('a conversation that lists no site is framed nowhere', async () => {
    const refusals: string[] = []
    page.on('console', (message) => refusals.push(message.text()))
    await visit(byScript('data-conversation="empty-square"'))
    await expect.poll(() => refusals.join('\n')).toContain("frame-ancestors 'none'")
  })

  test('framed in both languages and both schemes at three widths: axe finds nothing and nothing scrolls sideways', async () => {
    for (const [language, colorScheme] of [
      ['en', 'light'],
      ['cy', 'dark'],
    ] as const) {
      await page.emulateMedia({ colorScheme })
      for (const width of [320, 768, 1440]) {
        await page.setViewportSize({ width, height: 900 })
        await visit(byScript(`data-conversation="town-square" data-ui_lang="${language}"`))
        await inside().locator('.statement').waitFor()
        const { violations } = await new AxeBuilder({ page }).include('iframe').analyze()
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
        const isWide = await inside()
          .locator('html')
          .evaluate((root) => root.scrollWidth > root.clientWidth)
        expect(isWide).toBe(false)
      }
    }
  })
})

/** Takes away what Safari 16 lacks; runs in the page. */
function forgetNews(): void {
  const news: readonly (readonly [object, readonly string[]])[] = [
    [URL, ['canParse', 'parse']],
    [Object, ['groupBy']],
    [Map, ['groupBy']],
    [Promise, ['withResolvers', 'try']],
    [Array, ['fromAsync']],
    [AbortSignal, ['any']],
    [Set.prototype, ['union', 'intersection', 'difference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom']],
    [String.prototype, ['isWellFormed', 'toWellFormed']],
    [
      Object.getPrototypeOf(Object.getPrototypeOf([].values())) as object, // what all iterators have
      ['map', 'filter', 'take', 'drop', 'flatMap', 'reduce', 'toArray', 'forEach', 'some', 'every', 'find'],
    ],
  ]
  for (const [owner, names] of news) for (const name of names) Reflect.deleteProperty(owner, name)
}
