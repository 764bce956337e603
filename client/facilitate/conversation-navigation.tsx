import { conversationPages } from '../../server/protocol/facilitate/addresses.ts'
import { linkTo } from '../page/link-to.ts'
import { may } from '../staff/who.ts'
import { say } from './say.ts'

/** The way between all that belongs to one conversation, for every page of staff that is about one. */
export function ConversationNavigation({ id }: { id: string }) {
  const parts = [
    [conversationPages.overview(id), say('overview'), true],
    [conversationPages.settings(id), say('settings'), true],
    [conversationPages.statements(id), say('seeds'), true],
    [conversationPages.moderation(id), say('moderation'), may('read-queue', id)],
    [conversationPages.event(id), say('event'), may('see-stage', id)],
    [conversationPages.results(id), say('results'), may('read-report-draft', id)],
    [conversationPages.audit(id), say('audit'), may('read-audit-log')],
  ] as const
  return (
    <nav class="staff-navigation conversation-navigation" aria-label={say('sectionsLabel')}>
      <ul>
        {parts.map(
          ([path, words, isShown]) =>
            isShown && (
              <li key={path}>
                <a href={linkToPart(path)} aria-current={location.pathname === path ? 'page' : undefined}>
                  {words}
                </a>
              </li>
            ),
        )}
      </ul>
    </nav>
  )
}

/** With the reader's language, whether or not the path has a query of its own. */
function linkToPart(path: string): string {
  return path.includes('?') ? path : linkTo(path)
}
