// What is prepared before people come: seed statements, invitation codes, pictures for the texts, and how a theme would look.
import * as v from 'valibot'
import { changeSettings } from '../conversation/change-settings.ts'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import { languageOf } from '../http/language.ts'
import { addMedia, IMAGE_SIZE_LIMIT, imageMarkdown } from '../media/add-media.ts'
import { invitationSecret } from '../participation/enter-invitation.ts'
import { INVITATIONS_IN_ALL, invitationHash, newInvitationCodes } from '../participation/invitation-codes.ts'
import { MOST_STATEMENTS } from '../polis/limits.ts'
import { wantedInvitations } from '../protocol/facilitate/conversation.ts'
import { SEEDS_LIMIT, wantedSeeds } from '../protocol/facilitate/seeds.ts'
import type { StaffRoutes } from '../staff/staff-routes.ts'
import { paletteOf } from '../theme/palette.ts'
import { troublesOfTheme } from '../theme/check-theme.ts'
import { themeRows } from '../theme/theme-settings.ts'
import type { FacilitationContext } from './add-facilitate.ts'
import { takeOver } from './describe-for-staff.ts'
import { inTurn } from './in-turn.ts'
import { acceptedSeeds, readSeeds } from './read-seeds.ts'
import { bytesUpTo, jsonBody } from './request-body.ts'

const ALT_LENGTH = 300
const { themeFonts: _, themeRadius: __, ...colourRows } = themeRows
const wantedColours = v.partial(v.object(colourRows))

export function addPreparationRoutes(routes: StaffRoutes, facilitation: FacilitationContext): void {
  const { store, refuse, announce } = facilitation

  routes.ofConversation(
    'post',
    '/seeds/preview',
    'add-statements',
    async ({ context, conversation, note }) => {
      const bytes = await bytesUpTo(context, SEEDS_LIMIT.bytes)
      if (bytes === null) return refuse(context, 'seeds-too-large')
      const limit = conversation.settings.statementLength
      const rows = readSeeds(bytes, textsOf(conversation), limit)
      if (typeof rows === 'string') return refuse(context, rows)
      note({ code: 'previewed-statements', detail: { rows: rows.length } })
      return context.json({ rows, limit })
    },
  )

  routes.ofConversation(
    'post',
    '/seeds',
    'add-statements',
    async ({ context, conversation, member, note, line }) => {
      const read = await jsonBody(context, wantedSeeds)
      if (typeof read === 'string') return refuse(context, read)
      const { texts } = read.body
      const saved = await inTurn(conversation.id, async () => {
        const limit = conversation.settings.statementLength
        const accepted = acceptedSeeds(texts, textsOf(conversation), limit)
        if (conversation.statements.length + accepted.length > MOST_STATEMENTS) return null
        const said = { code: 'added-statements', detail: { saved: accepted.length } } as const
        if (accepted.length === 0) note(said)
        else await store.management.addSeeds(conversation.id, accepted, Date.now(), line(said))
        await takeOver(store, conversation, true)
        return accepted.length
      })
      if (saved === null) return refuse(context, 'conversation-full')
      announce(conversation.id, ['seeds'], member.name)
      return context.json({ saved, leftOut: texts.length - saved })
    },
  )

  routes.ofConversation(
    'post',
    '/invitations',
    'invite-voters',
    async ({ context, conversation, member, line }) => {
      const read = await jsonBody(context, wantedInvitations)
      if (typeof read === 'string') return refuse(context, read)
      const { count } = read.body
      const { made } = await store.management.invitationCounts(conversation.id)
      if (made + count > INVITATIONS_IN_ALL) return refuse(context, 'too-many-invitations')
      const codes = newInvitationCodes(count)
      const secret = await invitationSecret(store)
      const hashes = codes.map((code) => invitationHash(code, conversation.id, secret))
      const audit = line({ code: 'made-invitation-codes', detail: { count } })
      await store.management.addInvitations(conversation.id, hashes, Date.now(), audit)
      announce(conversation.id, ['invitations'], member.name)
      return context.json({ codes }, 201)
    },
  )

  routes.ofConversation('post', '/images', 'change-settings', async ({ context, conversation, line }) => {
    const bytes = await bytesUpTo(context, IMAGE_SIZE_LIMIT)
    if (bytes === null) return refuse(context, 'image-too-large')
    const added = await addMedia(store, conversation.id, bytes, {
      audit: (path) => line({ code: 'added-image', detail: { path } }),
    })
    if (typeof added === 'string') return refuse(context, added)
    const alt = (context.req.query('alt') ?? '').slice(0, ALT_LENGTH)
    return context.json({ markdown: imageMarkdown(added.path, alt) }, 201)
  })

  // How colours would look, before they are saved.
  routes.ofConversation('get', '/theme', 'see-conversation', async ({ context, conversation }) => {
    const colours = v.safeParse(wantedColours, context.req.query())
    if (!colours.success) return refuse(context, 'malformed-frame')
    const changed = changeSettings(conversation.stored.settings, colours.output)
    const language = languageOf(context)
    if ('problems' in changed) {
      const theme = { ...conversation.settings, ...colours.output }
      return context.json({
        light: paletteOf(theme, 'light'),
        dark: paletteOf(theme, 'dark'),
        troubles: troublesOfTheme(theme, language),
      })
    }
    const { settings } = changed
    return context.json({
      light: paletteOf(settings, 'light'),
      dark: paletteOf(settings, 'dark'),
      troubles: [],
    })
  })
}

/** All statements that people could meet, waiting ones too; what was taken out may come again. */
function textsOf({ statements }: LiveConversation): string[] {
  return statements.flatMap(({ text, moderation }) => (moderation >= 0 ? [text] : []))
}
