// The growth of the map, shown again: one sight after the other, at a pace at which all of it lasts about as long whatever the
// number of its steps, and twice as fast where the host is in a hurry.
import type { StageFrame } from '../protocol/stage.ts'
import type { StageDesk } from '../protocol/stage-desk.ts'
import type { RoomSight } from './room-view.ts'

/** How long the whole should last; with few steps it is shorter, because each must not take longer than one can watch. */
const WHOLE_MS = 40_000
const STEP_MS = { least: 2_500, most: 4_000 } as const

export type ReplaySpeed = NonNullable<StageDesk['replay']>['speed']

export class Replay {
  readonly #sights: readonly RoomSight[]
  readonly #onStep: () => void
  readonly #onEnd: () => void
  #step = 0
  #speed: ReplaySpeed
  #timer: NodeJS.Timeout | undefined
  #nextAtMs = 0

  /** Begins with the first sight; `sights` is not empty. */
  constructor(
    sights: readonly RoomSight[],
    speed: ReplaySpeed,
    { onStep, onEnd }: { readonly onStep: () => void; readonly onEnd: () => void },
  ) {
    this.#sights = sights
    this.#speed = speed
    this.#onStep = onStep
    this.#onEnd = onEnd
    this.#wait()
  }

  get sight(): RoomSight {
    return this.#sights[this.#step]!
  }

  /** What screens are told. */
  get shown(): NonNullable<StageFrame['replay']> {
    return { step: this.#step + 1, of: this.#sights.length, stepMs: this.#stepMs }
  }

  /** What hosts are told. */
  get desk(): NonNullable<StageDesk['replay']> {
    const left = this.#sights.length - 1 - this.#step
    return {
      step: this.#step + 1,
      of: this.#sights.length,
      speed: this.#speed,
      endsAt: this.#nextAtMs + left * this.#stepMs,
    }
  }

  /** Goes on from where it is, at another pace. */
  hurry(speed: ReplaySpeed): void {
    this.#speed = speed
    clearTimeout(this.#timer)
    this.#wait()
  }

  end(): void {
    clearTimeout(this.#timer)
  }

  get #stepMs(): number {
    const usual = Math.min(STEP_MS.most, Math.max(STEP_MS.least, WHOLE_MS / this.#sights.length))
    return Math.round(usual / this.#speed)
  }

  #wait(): void {
    this.#nextAtMs = Date.now() + this.#stepMs
    this.#timer = setTimeout(() => {
      if (this.#step + 1 >= this.#sights.length) return this.#onEnd()
      this.#step++
      this.#wait()
      this.#onStep()
    }, this.#stepMs)
    this.#timer.unref()
  }
}
