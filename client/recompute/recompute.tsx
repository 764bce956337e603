// The button that makes the published map again in this browser, with its progress and what came of it. It can be put on any
// page that knows which conversation it is about.
import { useEffect, useRef, useState } from 'preact/hooks'
import { api } from '../../server/protocol/addresses.ts'
import type { RecomputeNews } from '../../server/protocol/recompute.ts'
import { language } from '../page/boot.ts'
import { say } from './say.ts'

const MOST_SHOWN = 50

export function Recompute({ conversation }: { conversation: string }) {
  const [news, setNews] = useState<RecomputeNews | null>(null)
  const worker = useRef<Worker | null>(null)
  useEffect(() => () => worker.current?.terminate(), [])

  const start = () => {
    worker.current?.terminate()
    const started = new Worker(new URL('./recompute-worker.ts', import.meta.url), { type: 'module' })
    worker.current = started
    setNews({ type: 'progress', stage: 'fetching', share: 0 })
    started.addEventListener('message', ({ data }: MessageEvent<RecomputeNews>) => {
      setNews(data)
      if (data.type !== 'progress') started.terminate()
    })
    started.addEventListener('error', ({ message }) => {
      setNews({ type: 'failed', reason: 'broken', words: message })
    })
    const address = new URL(api.exported(conversation, 'open-data', 'recompute.lines'), location.origin)
    address.searchParams.set('lang', language)
    started.postMessage({ address: address.href })
  }

  const isRunning = news?.type === 'progress'
  return (
    <div class="recompute">
      <p>
        <button type="button" class="button" onClick={start} disabled={isRunning}>
          {news === null || isRunning ? say('start') : say('again')}
        </button>
      </p>
      {isRunning && (
        <p>
          <label>
            {say(news.stage)} <progress value={news.share} max={1} />
          </label>
        </p>
      )}
      <div role="status">
        {news?.type === 'failed' && <p class="notice notice-trouble">{wordsOf(news)}</p>}
        {news?.type === 'done' && <Outcome done={news} />}
      </div>
    </div>
  )
}

function Outcome({ done }: { done: Extract<RecomputeNews, { type: 'done' }> }) {
  const { differences, people, votes, sequence, logHash } = done
  const shown = differences.slice(0, MOST_SHOWN)
  return (
    <>
      <p class={differences.length === 0 ? 'notice' : 'notice notice-trouble'}>
        <strong>
          {differences.length === 0 ? say('equal') : say('differs', { count: differences.length })}
        </strong>
      </p>
      <p>
        {say('details', { votes, people, sequence })} {say('hash', { hash: logHash })}
      </p>
      {shown.length > 0 && (
        <div class="table-scroll" tabindex={0}>
          <table class="report-table">
            <thead>
              <tr>
                <th scope="col">{say('part')}</th>
                <th scope="col">{say('statement')}</th>
                <th scope="col">{say('published')}</th>
                <th scope="col">{say('recomputed')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((each) => (
                <tr>
                  <td>{each.part}</td>
                  <td>{each.statement ?? say('noStatement')}</td>
                  <td>{each.published}</td>
                  <td>{each.recomputed}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {differences.length > MOST_SHOWN && <p>{say('more', { count: differences.length - MOST_SHOWN })}</p>}
    </>
  )
}

function wordsOf({ reason, words }: Extract<RecomputeNews, { type: 'failed' }>): string {
  if (reason === 'unreachable') return say('unreachable')
  return reason === 'refused' && words !== '' ? words : say('broken', { reason: words })
}
