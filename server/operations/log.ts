// The log of the service: one JSON object a line, for people who run it. Nothing in it names a person: no addresses of
// the network, no tokens, no words of statements. Errors are where such things slip in, so of an error only what is known
// to be harmless is written.
import pino, { type DestinationStream, type Logger } from 'pino'

/** What is written of an error. */
interface LoggedError {
  readonly type: string
  readonly code?: string
  readonly message?: string
  /** Where it came from, without the message. */
  readonly stack?: string
  readonly cause?: LoggedError
}

const CAUSES = 4
const MESSAGE_LENGTH = 300
/** Errors whose message quotes what could not be read. */
const quoting = new Set(['SyntaxError', 'ValiError', 'URIError'])
const networkAddress = /\b\d{1,3}(?:\.\d{1,3}){3}\b|(?:[0-9a-f]{0,4}:){2,}[0-9a-f.]*/gi

/** A log at a level, written as it comes to the destination. */
export function createLog(level: string, destination: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (error: unknown) => describeError(error) },
    },
    destination,
  )
}

/** An error without anything that might be personal. */
export function describeError(error: unknown, causes = CAUSES): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  const stack = (error.stack ?? '').split('\n').filter((line) => /^ +at /.test(line))
  // The system's own errors say the address that they are about.
  const saysTooMuch = quoting.has(error.name) || 'syscall' in error
  return {
    type: error.name,
    ...(code === null ? {} : { code }),
    ...(saysTooMuch
      ? {}
      : { message: error.message.replace(networkAddress, '[address]').slice(0, MESSAGE_LENGTH) }),
    ...(stack.length === 0 ? {} : { stack: stack.map((line) => line.trim()).join('\n') }),
    ...(error.cause === undefined || causes === 0 ? {} : { cause: describeError(error.cause, causes - 1) }),
  }
}
