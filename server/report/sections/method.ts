// How the report was made: the method and its rules, the settings, moderation, and what it cannot tell.
import { RULES } from '../../../analysis/index.ts'
import { type Html, type Piece } from '../../http/html.ts'
import { markup } from '../markup.ts'
import { ruleSentences } from '../rule-sentences.ts'
import type { ReportView } from '../view.ts'
import { countOr, section } from './parts.ts'

const whoWritesWords = {
  anyone: 'settingAnyone',
  approval: 'settingApproval',
  staff: 'settingStaff',
} as const

export function methodSection(view: ReportView): Html {
  const { facts, words } = view
  const { say } = words
  const { moderation, access } = facts
  const entry = access.believesNames
    ? 'settingNames'
    : access.needsIdentity
      ? 'settingIdentity'
      : 'settingOpen'
  const settings = [
    say(moderation.isStrict ? 'settingStrict' : 'settingNotStrict'),
    say(whoWritesWords[moderation.whoWrites]),
    say(entry),
  ]
  return section(
    view,
    { id: 'method', heading: say('methodHeading'), note: 'method' },
    markup`<p>${say('methodIntro')}</p>`,
    list(ruleSentences(RULES, facts, words)),
    markup`<h3>${say('settingsHeading')}</h3>`,
    list(settings),
  )
}

export function moderationSection(view: ReportView): Html {
  const { facts, words } = view
  const { say } = words
  const {
    written,
    seeds,
    authors,
    accepted,
    unmoderated,
    rejected,
    waiting,
    merged,
    withdrawn,
    meta,
    reports,
  } = facts.moderation
  const rows: readonly (readonly [string, number | null])[] = [
    [say('moderationWritten'), written],
    [say('moderationSeeds'), seeds],
    [say('moderationAuthors'), authors],
    [say('moderationAccepted'), accepted],
    [say('moderationUnmoderated'), unmoderated],
    [say('moderationRejected'), rejected],
    [say('moderationMerged'), merged],
    [say('moderationWithdrawn'), withdrawn],
    [say('moderationWaiting'), waiting],
    [say('moderationMeta'), meta],
    [say('moderationReports'), reports],
  ]
  return section(
    view,
    { id: 'moderation', heading: say('moderationHeading') },
    markup`<dl class="report-numbers">${rows.map(
      ([term, count]) => markup`<div><dt>${term}</dt><dd>${countOr(view, count)}</dd></div>`,
    )}</dl>`,
  )
}

export function limitsSection(view: ReportView): Html {
  const { say } = view.words
  const limits = [
    say('limitSample'),
    say('limitStatements'),
    say('limitExposure'),
    say('limitGroups'),
    say('limitReasons'),
  ]
  return section(view, { id: 'limits', heading: say('limitsHeading') }, list(limits))
}

function list(items: readonly Piece[]): Html {
  return markup`<ul class="report-list">${items.map((item) => markup`<li>${item}</li>`)}</ul>`
}
