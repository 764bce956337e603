// Taking part by forms against a real service: the same rules and the same log as over the socket, the same person all the way.
import { expect, test } from 'vitest'
import { invitationSecret } from '../../../server/participation/enter-invitation.ts'
import { invitationHash, newInvitationCodes } from '../../../server/participation/invitation-codes.ts'
import { TestSocket } from '../socket/test-socket.ts'
import { townSquare } from '../store/town-square.ts'
import { testService, type TestServiceOptions } from '../test-service.ts'
import { BrowserWithoutScript } from './browser-without-script.ts'

const id = townSquare.id
const path = `/c/${id}`

async function visit(options: TestServiceOptions = {}, more = {}) {
  const service = await testService(options)
  return { service, browser: await new BrowserWithoutScript(service, path, more).open() }
}

const withSettings = (settings: Record<string, unknown>): TestServiceOptions => ({
  prepare: async (store) => {
    await store.importConversation(townSquare)
    await store.saveSettings(id, settings)
  },
})

test('the page holds the first statement and its buttons, and nothing is stored before a vote', async () => {
  const { browser } = await visit()
  expect(browser.page.setCookies).toEqual([])
  expect(browser.page.html).toContain(`<p>${browser.boot.first!.statement!.text}</p>`)
  expect(browser.page.html.match(/name="vote"/g)).toHaveLength(3)
  const { token, statement } = browser.boot.first!
  expect(browser.fields('vote')).toMatchObject({ token, statement: `${statement!.id}` })
})

test('looking at other parts of the page stores nothing either', async () => {
  const { browser } = await visit()
  for (const act of ['own', 'ask']) {
    await browser.post({ ...browser.fields('vote'), act })
    expect(browser.page.setCookies).toEqual([])
  }
})

test('a posted form is a vote in the same log, and the next statement follows it', async () => {
  const { service, browser } = await visit()
  const { statement } = browser.fields('vote')
  await browser.submit('vote', { vote: '-1' })
  expect(browser.page.status).toBe(200)
  expect(browser.page.setCookies).toEqual([expect.stringMatching(/; Path=\/; HttpOnly; SameSite=Lax$/)])
  const log = await service.store.readLog(id, 3, 10)
  expect([[...log.statements], [...log.values]]).toEqual([[Number(statement)], [-1]])
  expect(browser.fields('vote').statement).not.toBe(statement)
  expect(browser.page.html).toContain('1 of 3, you can stop at any time')
  // The script goes on as the same person.
  const client = await TestSocket.open(service.port)
  const welcome = await client.enter(id, { token: browser.boot.first!.token })
  expect(welcome.votes).toEqual([[Number(statement), -1]])
})

test('once the cookie is known to work a vote leads back to the page, so that reloading repeats nothing', async () => {
  const { browser } = await visit()
  await browser.submit('vote', { vote: '1' })
  expect(browser.page.location).toBeNull()
  await browser.submit('vote', { vote: '1' })
  expect(browser.page.location).toBe(`${path}#ballot`)
})

test('without cookies the token goes on in the form: it is one person all the way', async () => {
  const { service, browser } = await visit({}, { keepsCookies: false })
  for (const voted of [1, 2]) {
    await browser.submit('vote', { vote: '1' })
    expect(browser.page.html).toContain(`${voted} of 3, you can stop at any time`)
  }
  expect(browser.page.html).toContain('This browser keeps no cookies for this page.')
  const log = await service.store.readLog(id, 3, 10)
  expect(new Set(log.participants).size).toBe(1)
})

test('I1: the same form posted twice is one vote', async () => {
  const { service, browser } = await visit()
  const fields = { ...browser.fields('vote'), vote: '1' }
  await Promise.all([1, 2].map(() => new BrowserWithoutScript(service, path).post(fields)))
  expect(await service.store.lastSequence(id)).toBe(4)
})

test('a form of another site, or of no known one, casts no vote', async () => {
  const { service, browser } = await visit()
  const fields = { ...browser.fields('vote'), vote: '1' }
  for (const origin of ['https://elsewhere.example', 'null', null]) {
    await browser.post(fields, { origin })
    expect(browser.page).toMatchObject({ status: 403, setCookies: [] })
    expect(browser.page.html).toContain('This page may not do that.')
  }
  expect(await service.store.lastSequence(id)).toBe(3)
})

test('what is refused is said in words on a page that can be voted on again', async () => {
  const { service, browser } = await visit()
  const fields = { ...browser.fields('vote'), vote: '1' }
  await browser.post({ ...fields, statement: '99' })
  expect(browser.page.status).toBe(404)
  expect(browser.page.html).toContain('This statement does not exist in this conversation')
  expect(browser.has('vote')).toBe(true)
  expect((await browser.post({ ...fields, vote: '7' })).page.status).toBe(400)
  expect((await browser.post({ ...fields, act: 'dance' })).page.status).toBe(400)
  expect(await service.store.lastSequence(id)).toBe(3)
})

test('a closed conversation shows no form, and refuses one that is posted all the same', async () => {
  const { browser } = await visit({ conversations: [{ ...townSquare, isOpen: false }] })
  expect(browser.page.html).not.toContain('name="vote"')
  expect(browser.page.html).toContain('Voting has closed')
  const fields = { token: browser.boot.first!.token, mutation: 'form-mutation', statement: '0', vote: '1' }
  expect((await browser.post({ ...fields, act: 'vote' })).page.status).toBe(409)
})

test('people’s words are text on the page, never markup', async () => {
  const topic = '<script>alert(1)</script>'
  const text = '"><img src=x onerror=alert(1)>'
  const statements = townSquare.statements.map((each) => ({ ...each, text }))
  const { browser } = await visit({
    conversations: [{ ...townSquare, topic, description: topic, statements }],
  })
  await browser.submit('vote', { vote: '1' })
  await browser.submit('write', { text: `</textarea>${text}` })
  await browser.submit('votes')
  expect(browser.page.html).not.toContain('<script>alert')
  expect(browser.page.html).not.toContain('<img')
})

test('the last vote is undone, and its statement asked about again', async () => {
  const { service, browser } = await visit()
  expect(browser.has('undo')).toBe(false)
  const { statement } = browser.fields('vote')
  await browser.submit('vote', { vote: '1' })
  expect(browser.page.html).toContain('You agreed.')
  await browser.submit('undo')
  expect(browser.page.location).toBe(`${path}?ask=${statement}#ballot`)
  expect(browser.fields('vote').statement).toBe(statement)
  expect(browser.has('undo')).toBe(false)
  expect(browser.page.html).toContain('3 statements, you can stop at any time')
  await browser.submit('vote', { vote: '-1' })
  expect(browser.page.html).toContain('You disagreed.')
  expect(await service.store.lastSequence(id)).toBe(6)
})

test('own votes are listed, changed and withdrawn', async () => {
  const { service, browser } = await visit()
  const { statement } = browser.fields('vote')
  await browser.submit('vote', { vote: '1' })
  await browser.submit('votes')
  expect(browser.page.html).toContain('My votes (1)')
  await browser.submit('change', { change: `${statement}:-1` })
  expect(browser.page.html).toContain('Your vote is changed.')
  expect(browser.page.html).toMatch(new RegExp(`value="${statement}:-1"\\s+aria-pressed="true"`))
  await browser.submit('change', { change: `${statement}:w` })
  expect(browser.page.html).toContain('Your vote is withdrawn.')
  expect(browser.page.html).toContain('My votes (0)')
  await browser.submit('voting')
  expect(browser.has('vote')).toBe(true)
  expect(await service.store.lastSequence(id)).toBe(6)
})

test('a statement is written; what is refused is said beside the field, and what was typed is still there', async () => {
  const { service, browser } = await visit()
  for (const [text, words] of [
    ['  ', 'Write'],
    ['https://example.org', 'link'],
    ['x'.repeat(141), 'too long'],
  ] as const) {
    await browser.submit('write', { text })
    expect(browser.page.status).toBe(400)
    expect(browser.page.html).toMatch(/id="write-trouble"/)
    expect(browser.page.html.toLowerCase()).toContain(words.toLowerCase())
    expect(browser.page.html).toContain(text.trim())
  }
  await browser.submit('write', { text: 'A bandstand would be nice' })
  expect(browser.page.html).toContain('Your statement waits for a moderator')
  expect(browser.page.html).toContain('Waiting for a moderator')
  expect(browser.page.setCookies).toHaveLength(1)
  // The author agrees.
  expect((await service.store.readLog(id, 3, 10)).values).toHaveLength(1)
  // It is no statement that one may vote on yet.
  expect(browser.page.html).toMatch(/<dt>Statements<\/dt>\s*<dd>3<\/dd>/)
  // Their vote stands beside its words, though nobody can vote on it yet.
  await browser.submit('votes')
  expect(browser.page.html).toMatch(
    /A bandstand would be nice<\/p>\s*<p class="quiet">Waiting for a moderator/,
  )
  expect(browser.page.html).not.toContain('no longer open')
})

test('before it is sent a draft is looked at again: advice, and what others have said already', async () => {
  const { service, browser } = await visit()
  const { text, id: other } = townSquare.statements[0]!
  await browser.submit('write', { text: `${text} Is it? ` })
  expect(browser.page.status).toBe(200)
  expect(browser.page.html).toContain('This reads like a question.')
  expect(browser.page.html).toContain('Others have said something like it')
  expect(await service.store.lastSequence(id)).toBe(3)
  const reviewed = browser.page
  await browser.submit('ask', { statement: `${other}` })
  expect(browser.fields('vote').statement).toBe(`${other}`)
  browser.page = reviewed
  await browser.submit('write', { text: `${text} Is it? `, sure: 'yes' })
  expect(browser.page.html).toContain('Thank you. Your statement')
  expect(await service.store.lastSequence(id)).toBe(4)
})

test('entry questions are answered by form, apart from the votes', async () => {
  const questions = {
    when: 'before',
    questions: [
      {
        id: 'age',
        words: { en: 'How old are you?' },
        options: [
          { id: 'young', words: { en: 'Young' } },
          { id: 'old', words: { en: 'Old' } },
        ],
      },
    ],
  } as const
  const { browser } = await visit({
    prepare: async (store) => {
      await store.importConversation(townSquare)
      await store.participation.changeConversation(id, { questions })
    },
  })
  expect(browser.page.html).toContain('How old are you?')
  await browser.submit('answer')
  expect(browser.page.html).toContain('Choose an answer first')
  await browser.submit('answer', { 'question-age': 'ancient' })
  expect(browser.page.status).toBe(400)
  await browser.submit('answer', { 'question-age': 'old' })
  expect(browser.page.html).toContain('Thank you for your answers.')
})

test('a report needs a reason, and is thanked for', async () => {
  const { service, browser } = await visit()
  const { statement } = browser.fields('report')
  await browser.submit('report')
  expect(browser.page.html).toContain('Choose what is wrong with it.')
  await browser.submit('report', { reason: 'off-topic' })
  expect(browser.page.html).toContain('The moderators will look at it.')
  expect(await service.store.participation.reports(id)).toMatchObject([
    { statement: Number(statement), reason: 'off-topic' },
  ])
})

test('the return code brings the votes to another browser', async () => {
  const { service, browser } = await visit()
  expect(browser.has('code')).toBe(false)
  await browser.submit('vote', { vote: '1' })
  await browser.submit('code')
  const words = /class="return-code"[^>]*>([a-z ]+)</.exec(browser.page.html)![1]!
  const other = await new BrowserWithoutScript(service, path).open()
  await other.submit('return', { words: 'one two three four' })
  expect(other.page.status).toBe(404)
  expect(other.page.html).toContain('value="one two three four"')
  await other.submit('return', { words })
  expect(other.page.html).toContain('Your votes are back.')
  expect(other.page.html).toContain('1 of 3, you can stop at any time')
  await other.open()
  expect(other.page.html).toContain('1 of 3, you can stop at any time')
})

test('a copy is handed over as a file, and whoever is erased is forgotten by the browser too', async () => {
  const { browser } = await visit()
  await browser.submit('vote', { vote: '1' })
  const voted = browser.page
  await browser.submit('copy-json')
  expect(browser.page.headers.get('Content-Disposition')).toBe(`attachment; filename="${id}.json"`)
  expect(JSON.parse(browser.page.html)).toMatchObject({ conversation: id, votes: [{ vote: 1 }] })
  browser.page = voted
  await browser.submit('erase', { statements: 'keep' })
  expect(browser.page.html).toContain('Tick “Yes, erase me” first.')
  await browser.submit('erase', { statements: 'keep', sure: 'yes' })
  expect(browser.page.html).toContain('You have been erased')
  expect(browser.cookies.size).toBe(0)
  expect((await browser.open()).page.html).toContain('3 statements, you can stop at any time')
})

test('by https the cookie keeps neighbours out, and in frames of other sites it is parted by site', async () => {
  const headers = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'talk.example' }
  const origin = 'https://talk.example'
  const alone = await visit({ trustProxy: 1 }, { headers })
  await alone.browser.post({ ...alone.browser.fields('vote'), vote: '1' }, { origin })
  expect(alone.browser.page.setCookies).toEqual([
    expect.stringMatching(/^__Host-folkmoot_.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
  ])
  const framed = await visit(
    { trustProxy: 1, ...withSettings({ origins: ['https://council.example'] }) },
    { headers },
  )
  await framed.browser.post({ ...framed.browser.fields('vote'), vote: '1' }, { origin })
  expect(framed.browser.page.setCookies).toEqual([
    expect.stringMatching(/^__Host-folkmoot_.*; Path=\/; HttpOnly; Secure; SameSite=None; Partitioned$/),
  ])
})

test('behind a trusted proxy limits count addresses, not the proxy', async () => {
  const { service, browser } = await visit({ trustProxy: 1 }, { headers: { 'X-Forwarded-For': '192.0.2.1' } })
  const fields = { ...browser.fields('return'), words: 'one two three four', act: 'return' }
  const tries = async (address: string) => {
    const headers = { 'X-Forwarded-For': address }
    const other = await new BrowserWithoutScript(service, path, { headers }).post(fields)
    return other.page.status
  }
  const statuses = await Promise.all(Array.from({ length: 6 }, () => tries('192.0.2.1')))
  expect(statuses.filter((status) => status === 429)).toHaveLength(1)
  expect(await tries('192.0.2.2')).toBe(404)
})

test('somebody whom a site will name is not asked before the script knows them', async () => {
  const { browser } = await visit()
  await browser.open(`${path}?named=1`)
  expect(browser.boot.first).toBeNull()
  expect(browser.has('vote')).toBe(false)
})

test('parts that a host leaves out are left out without a script too', async () => {
  const { browser } = await visit()
  await browser.open(`${path}?ucw=false&ucst=0&lang=cy`)
  expect(browser.has('write')).toBe(false)
  expect(browser.page.html).toContain('data-without="write topic"')
  expect(browser.page.html).toContain(`action="${path}?ucw=false&amp;ucst=0&amp;lang=cy#ballot"`)
})

test('dates are words, an upcoming conversation says when it opens, and a named one says how to vote', async () => {
  const { service, browser } = await visit({
    prepare: async (store) => {
      await store.importConversation(townSquare)
      const day = { isOpen: false, closedAs: 'upcoming', opensOn: '2026-03-04' } as const
      await store.participation.changeConversation(id, day)
    },
  })
  expect(browser.page.html).toContain('It opens on 4 March 2026.')
  await browser.open(`${path}?lang=cy`)
  expect(browser.page.html).toContain('4 Mawrth 2026')
  await service.store.participation.changeConversation(id, { isOpen: true, closedAs: null })
})

test('an invitation code is entered by form, and lets in whoever has no script', async () => {
  const { service, browser } = await visit(withSettings({ whoVotes: 'codes' }))
  const [code] = newInvitationCodes(1)
  const hash = invitationHash(code!, id, await invitationSecret(service.store))
  await service.store.management.addInvitations(id, [hash], 1_000)
  await browser.submit('invite', { code: 'AAAA-BBBB-CCCC' })
  expect(browser.page.status).toBe(404)
  expect(browser.page.html).toContain('This is no invitation code of this conversation.')
  expect(browser.page.html).toContain('value="AAAA-BBBB-CCCC"')
  await browser.submit('invite', { code: code! })
  await browser.submit('vote', { vote: '1' })
  expect(browser.page.html).toContain('1 of 3, you can stop at any time')
})

test('an author takes a statement back by form, and it says so', async () => {
  const { service, browser } = await visit()
  await browser.submit('write', { text: 'A bandstand in the square.', sure: 'yes' })
  expect(browser.page.html).toContain('Waiting for a moderator')
  const waiting = (await service.store.statements(id)).at(-1)!
  await browser.post({ ...browser.fields('take-back'), statement: `${waiting.id}` })
  expect(browser.page.html).toContain('You took it back')
  expect(browser.page.html).not.toContain('Take this statement back')
  expect((await service.store.statements(id)).at(-1)).toMatchObject({ isWithdrawn: true, isWaiting: false })
})
