// What the conversation is for, above the first statement: who asks, who decides, what happens next, and what happens to a
// vote. Where nobody has said what it is for, only what is true of every conversation.
import { effect, signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { influenceWords } from '../../server/protocol/page-words.ts'
import type { ShownPurpose } from '../../server/protocol/purpose.ts'
import { Markdown } from '../markdown/markdown.tsx'
import { boot, language, say, sayDate } from '../page/boot.ts'
import { isTokenKept } from '../connection/token-keeper.ts'
import { PrivacyLines } from './privacy-lines.tsx'

const keyOf = (conversation: string) => `folkmoot.purpose.${conversation}`
/** The box as the server drew it, which may have been used before this script came. */
const drawn = document.querySelector<HTMLDetailsElement>('.purpose:not(.purpose-plain)')
const wereOpened = [...document.querySelectorAll<HTMLDetailsElement>('.purpose-plain, .purpose-more')].map(
  ({ open }) => open,
)
const isFolded = signal(wasFolded())
effect(keepFold)

/** The box, open on a first visit; whoever has voted may fold it up, and it stays so. */
export function PurposeBox() {
  const { purpose } = boot
  if (purpose === null) {
    return (
      <details class="purpose purpose-plain" open={wereOpened[0]}>
        <summary>{say('privacyHeading')}</summary>
        <PrivacyLines />
      </details>
    )
  }
  return (
    <details
      class="purpose"
      open={!isFolded.value}
      onToggle={(event) => (isFolded.value = !event.currentTarget.open)}
      lang={purpose.language === language ? undefined : purpose.language}
    >
      <summary>{say('purposeHeading')}</summary>
      <Facts purpose={purpose} />
      <More purpose={purpose} />
      <details class="purpose-more" lang={language} open={wereOpened[1]}>
        <summary>{say('privacyHeading')}</summary>
        <PrivacyLines />
      </details>
    </details>
  )
}

function Facts({ purpose }: { purpose: ShownPurpose }) {
  const { question, influence, decides } = purpose
  return (
    <dl class="purpose-facts">
      <Fact name={say('purposeQuestion')}>{question}</Fact>
      <Fact name={say('purposeInfluence')}>
        <span lang={language}>{say(influenceWords[influence])}</span>
      </Fact>
      <Fact name={say('purposeDecides')}>{decides}</Fact>
    </dl>
  )
}

/** The rest, folded up: the first statement should not be far away. */
function More({ purpose }: { purpose: ShownPurpose }) {
  return (
    <details class="purpose-more" open={wereOpened[0]}>
      <summary lang={language}>{say('purposeMore')}</summary>
      <MoreFacts purpose={purpose} />
      {purpose.background !== undefined && <Markdown source={purpose.background} />}
    </details>
  )
}

function MoreFacts({ purpose }: { purpose: ShownPurpose }) {
  const { canChange, dates, next, contact } = purpose
  return (
    <dl class="purpose-facts">
      <Fact name={say('purposeCanChange')}>{canChange}</Fact>
      {dates.length > 0 && (
        <Fact name={say('purposeDates')}>
          <ul>
            {dates.map(({ day, what }) => (
              <li key={day + what}>
                <time dateTime={day}>{sayDate(Date.parse(`${day}T12:00:00Z`))}</time>: {what}
              </li>
            ))}
          </ul>
        </Fact>
      )}
      <Fact name={say('purposeNext')}>{next}</Fact>
      {contact !== undefined && (
        <Fact name={say('purposeContact')}>
          <Markdown source={contact} />
        </Fact>
      )}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt lang={language}>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  )
}

function wasFolded(): boolean {
  if (drawn !== null && (!drawn.open || wereOpened.includes(true))) return !drawn.open
  try {
    return boot.conversation !== null && localStorage.getItem(keyOf(boot.conversation.id)) !== null
  } catch {
    return false // storage is blocked
  }
}

/** Kept on the device once the person has voted, whenever it was folded; before that nothing is. */
function keepFold(): void {
  const id = boot.conversation?.id
  const isClosed = isFolded.value
  if (id === undefined || !isTokenKept(id)) return
  try {
    if (isClosed) localStorage.setItem(keyOf(id), 'folded')
    else localStorage.removeItem(keyOf(id))
  } catch {
    // Blocked or full: it holds for this page.
  }
}
