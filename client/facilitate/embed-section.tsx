import { embedScript, pages } from '../../server/protocol/addresses.ts'
import { publicAddress } from '../page/public-address.ts'
import { linkTo } from '../page/link-to.ts'
import { conversation } from './conversation.ts'
import { CopyButton } from './copy-button.tsx'
import { say } from './say.ts'
import { shownValue } from './saving.ts'
import { ListSetting, NumberSetting, TextSetting, ToggleSetting } from './setting-fields.tsx'

/** Which sites may show the conversation, what they put into their pages, and how it looks there. */
export function EmbedSection() {
  const { id } = conversation.value!
  const snippet = [
    `<div class="folkmoot" data-conversation="${id}">`,
    `  <a href="${publicAddress(pages.takePart(id))}">${say('takePart')}</a>`,
    '</div>',
    `<script async src="${publicAddress(embedScript)}"></script>`,
  ].join('\n')
  return (
    <>
      <ListSetting name="origins" />
      <TextSetting name="site" />
      {shownValue('site') !== '' && (
        <>
          <ToggleSetting name="newPagesAreClosed" />
          <NumberSetting name="pagesLimit" />
        </>
      )}
      <h3>{say('embedSnippet')}</h3>
      <pre tabindex={0} class="snippet" aria-label={say('embedSnippet')}>
        <code>{snippet}</code>
      </pre>
      <p>
        <CopyButton text={snippet} label={say('embedCopy')} words={say('embedCopy')} />
      </p>
      <details>
        <summary>{say('embedPreview')}</summary>
        <iframe
          class="embed-preview"
          title={say('embedFrame')}
          src={linkTo(pages.takePart(id))}
          loading="lazy"
        />
      </details>
    </>
  )
}
