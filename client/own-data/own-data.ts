// The return code, the copy and the erasing, as the page asks for them.
import { batch, signal } from '@preact/signals'
import * as v from 'valibot'
import { api } from '../../server/protocol/addresses.ts'
import { errorBody, type ErrorCode } from '../../server/protocol/errors.ts'
import { erased, ownData, restored, returnCode } from '../../server/protocol/own-data.ts'
import { ask } from '../connection/ask.ts'
import { forgetToken, keepToken } from '../connection/token-keeper.ts'
import { conversation } from '../conversation/state.ts'
import { language } from '../page/boot.ts'
import { reloadPage } from '../page/reload-page.ts'
import { ownToken } from '../participate/own-token.ts'

/** What went wrong, and with what. */
export interface Trouble {
  readonly of: 'code' | 'return' | 'copy' | 'erase'
  readonly code: ErrorCode | 'sureMissing'
}

/** The return code, for as long as the page shows it. */
export const code = signal<string | null>(null)
export const trouble = signal<Trouble | null>(null)
export const isBusy = signal(false)
/** How many votes were withdrawn when everything was erased. */
export const erasedVotes = signal<number | null>(null)

/** Runs one at a time; what is refused becomes the trouble. */
async function doing(of: Trouble['of'], act: (id: string) => Promise<Trouble['code'] | null>): Promise<void> {
  const id = conversation.value?.id
  if (id === undefined || isBusy.value) return
  batch(() => {
    isBusy.value = true
    trouble.value = null
  })
  const refusal = await act(id)
  batch(() => {
    isBusy.value = false
    trouble.value = refusal === null ? null : { of, code: refusal }
  })
}

/** Asks for a fresh code; an earlier one is void from then on. */
export function wantCode(): Promise<void> {
  return doing('code', async (id) => {
    const answer = await ask(api.returnCode(id), returnCode, { token: ownToken(), body: { language } })
    if ('code' in answer) return answer.code
    code.value = answer.value.words
    return null
  })
}

/** Goes on as the participant of the code; the page begins anew. */
export function returnHere(words: string): Promise<void> {
  return doing('return', async (id) => {
    const answer = await ask(api.restore(id), restored, { body: { words } })
    if ('code' in answer) return answer.code
    keepToken(id, answer.value.token)
    reloadPage()
    return null
  })
}

/** Hands over a copy of all that is stored, as a file. */
export function download(format: 'json' | 'csv'): Promise<void> {
  return doing('copy', async (id) => {
    const token = ownToken()
    if (format === 'json') {
      const answer = await ask(api.ownData(id), ownData, { token })
      if ('code' in answer) return answer.code
      save(`${id}.json`, 'application/json', JSON.stringify(answer.value, null, 2))
      return null
    }
    try {
      const headers = { Authorization: `Bearer ${token ?? ''}` }
      const response = await fetch(`${api.ownData(id)}?format=csv`, { headers })
      if (!response.ok) return v.parse(errorBody, await response.json()).error.code
      save(`${id}.csv`, 'text/csv', await response.text())
      return null
    } catch {
      return 'storage-unavailable'
    }
  })
}

/** Erases everything, for whoever is sure; the device forgets the participant too. */
export function eraseAll(isSure: boolean, withdrawStatements: boolean): Promise<void> {
  return doing('erase', async (id) => {
    if (!isSure) return 'sureMissing'
    const body = { statements: withdrawStatements ? 'withdraw' : 'keep' }
    const answer = await ask(api.erase(id), erased, { token: ownToken(), body })
    if ('code' in answer) return answer.code
    forgetToken(id)
    erasedVotes.value = answer.value.votes
    return null
  })
}

function save(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
