// A page for addresses that lead nowhere, and for what cannot be shown.
import { render } from 'preact'
import { Problem } from '../page/problem.tsx'
import { Shell } from '../page/shell.tsx'

const root = document.getElementById('page')
if (root) {
  render(
    <Shell>
      <div class="column">
        <Problem />
      </div>
    </Shell>,
    root,
  )
}
