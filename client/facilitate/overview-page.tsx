// One conversation at a glance: its state and what is missing, the addresses to share, and how it goes.
import { pages } from '../../server/protocol/addresses.ts'
import { linkTo } from '../page/link-to.ts'
import { publicAddress } from '../page/public-address.ts'
import { may } from '../staff/who.ts'
import { conversation } from './conversation.ts'
import { CopyButton } from './copy-button.tsx'
import { EndSection } from './end-section.tsx'
import { MonitoringSection } from './monitoring-section.tsx'
import { ReadinessSection } from './readiness-section.tsx'
import { say } from './say.ts'
import { StateSection } from './state-section.tsx'

export function OverviewPage({ id }: { id: string }) {
  const isToCome = conversation.value?.state === 'upcoming'
  return (
    <div class="sections">
      <div class="section-pair">
        {isToCome ? (
          <>
            <div class="sections">
              <StateSection id={id} />
              <Addresses id={id} />
            </div>
            <ReadinessSection id={id} />
          </>
        ) : (
          <>
            <StateSection id={id} />
            <Addresses id={id} />
          </>
        )}
      </div>
      {may('see-monitoring', id) && <MonitoringSection id={id} />}
      {(may('create-conversation') || may('change-settings', id)) && <EndSection id={id} />}
    </div>
  )
}

function Addresses({ id }: { id: string }) {
  const list = [
    [say('takePart'), pages.takePart(id)],
    [say('projector'), pages.projector(id)],
  ] as const
  return (
    <section class="panel" aria-labelledby="addresses-heading">
      <h2 id="addresses-heading">{say('addressesHeading')}</h2>
      <dl class="addresses">
        {list.map(([name, path]) => (
          <div key={path}>
            <dt>{name}</dt>
            <dd>
              <a href={linkTo(path)}>{publicAddress(path)}</a>{' '}
              <CopyButton text={publicAddress(path)} label={say('copyOf', { what: name })} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
