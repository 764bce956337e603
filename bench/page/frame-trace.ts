// Reads a trace of Chromium: what each frame of an animation cost the page's main thread, and the thread that paints.

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds. */
  readonly ts: number
  readonly dur?: number
  /** What it took of the processor, where Chromium says so. */
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** Milliseconds in each frame. */
export interface FrameCost {
  readonly frames: number
  /** Everything that the page's main thread did, as a mean over the frames. */
  readonly main: number
  /** Of that: script, style and layout, paint and commit. */
  readonly script: number
  readonly layout: number
  readonly paint: number
  /** What the painting thread did: median and 95th percentile. */
  readonly painter: number
  readonly painterP95: number
}

const kinds = {
  script: ['FireAnimationFrame', 'FunctionCall', 'EvaluateScript'],
  layout: ['UpdateLayoutTree', 'Layout'],
  paint: ['PrePaint', 'Paint', 'Layerize', 'UpdateLayer', 'Commit'],
} as const

/** Costs of the frames that a thread of the page's process animated in the trace. */
export function readFrames(raw: readonly object[]): FrameCost {
  const events = raw as readonly TraceEvent[] // as Chromium writes them
  const nameOf = new Map(
    events
      .filter(({ ph, name }) => ph === 'M' && name === 'thread_name')
      .map(({ pid, tid, args }) => [`${pid} ${tid}`, args?.name ?? '']),
  )
  const complete = events.filter(({ ph, dur }) => ph === 'X' && dur !== undefined)
  const frames = complete.filter(({ name }) => name === 'FireAnimationFrame')
  const thread = mostFrequent(frames.map(({ pid, tid }) => `${pid} ${tid}`))
  const process = thread.split(' ')[0] ?? ''
  const onMain = complete.filter(
    ({ pid, tid }) => `${pid}` === process && nameOf.get(`${pid} ${tid}`) === 'CrRendererMain',
  )
  const onPainter = complete.filter(({ pid, tid }) => `${pid} ${tid}` === thread)
  const count = frames.filter(({ pid, tid }) => `${pid} ${tid}` === thread).length
  const perFrame = (list: readonly TraceEvent[]) => sum(outermost(list)) / Math.max(1, count)
  const ofKind = (names: readonly string[]) => perFrame(onMain.filter(({ name }) => names.includes(name)))
  const tasks = outermost(onPainter.filter(({ name }) => name === 'RunTask'))
    .map(cost)
    .filter((each) => each > 0.1)
    .sort((a, b) => a - b)
  const at = (share: number) => tasks[Math.min(tasks.length - 1, Math.floor(share * tasks.length))] ?? 0
  return {
    frames: count,
    main: perFrame(onMain.filter(({ name }) => name === 'RunTask')),
    script: ofKind(kinds.script),
    layout: ofKind(kinds.layout),
    paint: ofKind(kinds.paint),
    painter: at(0.5),
    painterP95: at(0.95),
  }
}

/** What an event took of the processor; the time on the clock where that is not known. */
function cost({ dur = 0, tdur }: TraceEvent): number {
  return (tdur ?? dur) / 1000
}

function sum(events: readonly TraceEvent[]): number {
  return events.reduce((all, event) => all + cost(event), 0)
}

/** Events that lie within no other one of those given. */
function outermost(events: readonly TraceEvent[]): readonly TraceEvent[] {
  let end = -Infinity
  return [...events]
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter(({ ts, dur = 0 }) => {
      if (ts + dur <= end) return false
      end = ts + dur
      return true
    })
}

function mostFrequent(texts: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? ''
}
