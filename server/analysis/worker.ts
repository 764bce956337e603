// Entry of an analysis worker thread: keeps the analysis of its conversations and answers each `refresh` with a map.
import { parentPort, workerData } from 'node:worker_threads'
import { ConversationAnalysis } from './conversation-analysis.ts'
import { IdleChecks } from './idle-checks.ts'
import type { FromWorker, ToWorker, WorkerOptions } from './messages.ts'
import { giveWay } from '../thread-priority.ts'

if (parentPort === null) throw new Error('This is the entry of a worker thread and cannot be run by itself.')
giveWay()
const port = parentPort
const { checkShare } = workerData as WorkerOptions // as the service starts this thread
const conversations = new Map<string, ConversationAnalysis>()
const checks = new IdleChecks(checkShare, (conversation) => post({ type: 'checked', conversation }))

port.on('message', (message: ToWorker) => {
  try {
    handle(message)
  } catch (error) {
    // The service opens the conversation afresh; until then its state here is not to be trusted.
    forget(message.conversation)
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
    post({ type: 'failed', conversation: message.conversation, message: reason })
  }
})

function handle(message: ToWorker): void {
  if (message.type === 'open') {
    checks.drop(message.conversation)
    conversations.set(message.conversation, new ConversationAnalysis(message))
    return
  }
  if (message.type === 'close') return forget(message.conversation)
  const analysis = conversations.get(message.conversation)
  if (analysis === undefined) throw new Error(`${message.conversation} is not open in this worker.`)
  if (message.type === 'votes') analysis.apply(message)
  else if (message.type === 'change') {
    checks.drop(message.conversation)
    analysis.change(message)
  } else {
    const map = analysis.refresh(message.version)
    port.postMessage(map, [map.priorities.buffer])
    const check = checks.accepts(message.conversation) ? analysis.beginCheck() : null
    if (check !== null) checks.add(message.conversation, check)
  }
}

function forget(conversation: string): void {
  conversations.delete(conversation)
  checks.drop(conversation)
}

function post(message: FromWorker): void {
  port.postMessage(message)
}
