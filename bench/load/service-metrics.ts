// What the service says of itself in /metrics: how late its event loop came round.
export const METRICS_TOKEN = 'the-bench-reads-the-metrics'

/** Milliseconds since the last call. */
export interface EventLoopDelay {
  readonly p50: number
  readonly p99: number
  readonly p999: number
  readonly largest: number
}

/** How late the event loop of the service came round since the last call; the service was started with the token. */
export async function eventLoopDelay(port: number): Promise<EventLoopDelay> {
  const response = await fetch(`http://127.0.0.1:${port}/metrics`, {
    headers: { Authorization: `Bearer ${METRICS_TOKEN}` },
  })
  const text = await response.text()
  const quantile = (name: string) => {
    const found = new RegExp(`^folkmoot_event_loop_delay_seconds\\{quantile="${name}"\\} (\\S+)$`, 'm').exec(
      text,
    )
    return Math.round(Number(found?.[1]) * 100_000) / 100
  }
  return { p50: quantile('0.5'), p99: quantile('0.99'), p999: quantile('0.999'), largest: quantile('1') }
}
