// Entry of the thread that makes reports: replays a prefix of the log, checks the map thoroughly, and answers the facts. It
// takes seconds where the maps of the service take milliseconds, so it never shares a thread with them.
import { parentPort } from 'node:worker_threads'
import { ConversationAnalysis } from '../analysis/conversation-analysis.ts'
import { isVote } from '../store/store.ts'
import { giveWay } from '../thread-priority.ts'
import { makeFacts, type ReportInput } from './make-facts.ts'
import type { FromReportThread, ToReportThread } from './messages.ts'
import { VoteDays } from './periods.ts'

if (parentPort === null) throw new Error('This is the entry of a worker thread and cannot be run by itself.')
giveWay()
const port = parentPort
let work: {
  readonly analysis: ConversationAnalysis
  readonly days: VoteDays
  readonly input: ReportInput
} | null = null

port.on('message', (message: ToReportThread) => {
  try {
    handle(message)
  } catch (error) {
    work = null
    say({ type: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})

function handle(message: ToReportThread): void {
  if (message.type === 'begin') {
    const { opening, input } = message
    work = { analysis: new ConversationAnalysis(opening), days: new VoteDays(input.timeZone), input }
    return
  }
  if (work === null) return
  const { analysis, days, input } = work
  if (message.type === 'finish') {
    work = null
    const first = makeFacts(input, analysis.inspect({ isChecked: false }), days)
    const hasGroups = first.groups.length > 0
    say({ type: 'report', facts: first, isWhole: !hasGroups })
    if (hasGroups) {
      const facts = makeFacts(input, analysis.inspect({ isChecked: true }), days)
      say({ type: 'report', facts, isWhole: true })
    }
    return
  }
  analysis.apply(message)
  const { participants, values, timesMs } = message
  for (let i = 0; i < values.length; i++) {
    if (isVote(values[i]!)) days.add(participants[i]!, timesMs[i]!)
  }
}

function say(message: FromReportThread): void {
  port.postMessage(message)
}
