// Columns of numbers as a picture; the numbers themselves stand in the table beside it.
import { sayNumber } from '../page/boot.ts'
import { say } from './say.ts'

const WIDTH = 600
const HEIGHT = 120

/** One column for each value, as high as it is large; `null` is hatched, because it is not told. */
export function Plot({
  values,
  label,
  ends,
}: {
  values: readonly (number | null)[]
  label: string
  /** What the first and the last column stand for. */
  ends: readonly [first: string, last: string]
}) {
  if (values.every((value) => value === 0)) return <p class="quiet">{say('plotNothing')}</p>
  const most = Math.max(1, ...values.map((value) => value ?? 0))
  const step = WIDTH / values.length
  const gap = step > 6 ? 2 : 0
  return (
    <figure class="plot">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={label}
        preserveAspectRatio="none"
        focusable="false"
      >
        <line class="plot-ground" x1={0} x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
        {values.map((value, index) =>
          value === 0 ? null : (
            <rect
              key={index}
              class={value === null ? 'plot-hidden' : 'plot-bar'}
              x={index * step + gap / 2}
              width={Math.max(1, step - gap)}
              y={value === null ? HEIGHT - 10 : HEIGHT - Math.max(2, (value / most) * HEIGHT)}
              height={value === null ? 10 : Math.max(2, (value / most) * HEIGHT)}
            />
          ),
        )}
      </svg>
      <figcaption class="field-note plot-ends">
        <span>{ends[0]}</span>
        <span>{say('plotMost', { most: sayNumber(most) })}</span>
        <span>{ends[1]}</span>
      </figcaption>
    </figure>
  )
}
