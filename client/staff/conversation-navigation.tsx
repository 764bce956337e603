import { conversationPages } from '../../server/protocol/facilitate/addresses.ts'
import { linkTo } from '../page/link-to.ts'
import { may } from './who.ts'
import { say } from './say.ts'

/** The way between all that belongs to one conversation, for every page of staff that is about one. */
export function ConversationNavigation({ id }: { id: string }) {
  const parts = [
    [conversationPages.overview(id), say('partOverview'), true],
    [conversationPages.settings(id), say('partSettings'), true],
    [conversationPages.statements(id), say('partStatements'), true],
    [conversationPages.moderation(id), say('partModeration'), may('read-queue', id)],
    [conversationPages.event(id), say('partEvent'), may('see-stage', id)],
    [conversationPages.results(id), say('partResults'), may('read-report-draft', id)],
    [conversationPages.connections(id), say('partConnections'), may('manage-connections', id)],
    [conversationPages.audit(id), say('partAudit'), may('read-conversation-audit-log', id)],
  ] as const
  return (
    <nav class="staff-navigation conversation-navigation" aria-label={say('partsLabel')}>
      <ul>
        {parts.map(
          ([path, words, isShown]) =>
            isShown && (
              <li key={path}>
                <a href={linkTo(path)} aria-current={location.pathname === path ? 'page' : undefined}>
                  {words}
                </a>
              </li>
            ),
        )}
      </ul>
    </nav>
  )
}
