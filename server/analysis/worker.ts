// Entry of an analysis worker thread: keeps the analysis of its conversations and answers each `refresh` with a map.
import { parentPort } from 'node:worker_threads'
import { ConversationAnalysis } from './conversation-analysis.ts'
import type { FromWorker, ToWorker } from './messages.ts'

if (parentPort === null) throw new Error('This is the entry of a worker thread and cannot be run by itself.')
const port = parentPort
const conversations = new Map<string, ConversationAnalysis>()

port.on('message', (message: ToWorker) => {
  try {
    handle(message)
  } catch (error) {
    // The service opens the conversation afresh; until then its state here is not to be trusted.
    conversations.delete(message.conversation)
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
    post({ type: 'failed', conversation: message.conversation, message: reason })
  }
})

function handle(message: ToWorker): void {
  if (message.type === 'open') {
    conversations.set(message.conversation, new ConversationAnalysis(message))
    return
  }
  if (message.type === 'close') {
    conversations.delete(message.conversation)
    return
  }
  const analysis = conversations.get(message.conversation)
  if (analysis === undefined) throw new Error(`${message.conversation} is not open in this worker.`)
  if (message.type === 'votes') analysis.apply(message)
  else if (message.type === 'change') analysis.change(message)
  else {
    const map = analysis.refresh(message.version)
    port.postMessage(map, [map.priorities.buffer])
  }
}

function post(message: FromWorker): void {
  port.postMessage(message)
}
