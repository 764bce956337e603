// `/r/<id>/recompute`: does the published result follow from the votes?
import { render } from 'preact'
import { pages } from '../../server/protocol/addresses.ts'
import { boot } from '../page/boot.ts'
import { linkTo } from '../page/link-to.ts'
import { Shell } from '../page/shell.tsx'
import { Recompute } from './recompute.tsx'
import { say } from './say.ts'

const root = document.getElementById('page')
const { conversation } = boot
if (root && conversation) {
  render(
    <Shell>
      <div class="column">
        <h1>{say('heading')}</h1>
        <p>{conversation.topic}</p>
        <p>{say('intro')}</p>
        <Recompute conversation={conversation.id} />
        <p>
          <a href={linkTo(pages.report(conversation.id))}>{say('report')}</a>
        </p>
      </div>
    </Shell>,
    root,
  )
}
