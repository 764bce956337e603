// The page to take part: the question, one statement at a time, and the map below.
import { render } from 'preact'
import { ConnectionNotice } from '../connection/connection-notice.tsx'
import { LiveCounts } from '../conversation/live-counts.tsx'
import { conversation, startFrom } from '../conversation/state.ts'
import { identity, isDrawnForNamed, settleIn, shows } from '../embed/frame.ts'
import { IdentityNeeded } from '../embed/identity-needed.tsx'
import { InvitationCode } from '../invitation/invitation-code.tsx'
import { isInvited } from '../invitation/invitation.ts'
import { reportToHost } from '../embed/report-to-host.ts'
import { Markdown } from '../markdown/markdown.tsx'
import { boot, say } from '../page/boot.ts'
import { placeOfFocus } from '../page/place-of-focus.ts'
import { Problem } from '../page/problem.tsx'
import { ConversationTags, Shell } from '../page/shell.tsx'
import { Announcer, BallotCard } from './ballot-card.tsx'
import { EntryQuestions } from '../entry-questions/entry-questions.tsx'
import { OwnDataSection } from '../own-data/own-data-section.tsx'
import { PurposeBox } from '../purpose/purpose-box.tsx'
import { WriteSection } from '../write/write-section.tsx'
import { beginWriting } from '../write/writing.ts'
import { goOnFrom, progress, waiting } from './ballot-state.ts'
import { takePartIn } from './take-part.ts'
import { MyVotes } from './my-votes.tsx'
import { MapSection } from './map-section.tsx'

function Participate() {
  const shown = conversation.value
  const lacksIdentity = shown?.needsIdentity === true && identity === undefined
  const lacksCode = shown?.needsCode === true && shown.isOpen && isInvited.value !== true
  if (!shown) return <Problem />
  return (
    <>
      <div class="conversation">
        <header class="question">
          <p class="tags">
            <ConversationTags isSample={shown.isSample} state={shown.state} />
          </p>
          <h1 class="written" dir="auto">
            {shown.topic}
          </h1>
          {shown.isSample && <p class="sample-note">{say('sampleMeaning')}</p>}
          {shown.description !== '' && <Markdown source={shown.description} />}
        </header>
        <PurposeBox />
        {boot.questions?.when === 'before' && <EntryQuestions />}
        {shows('vote') && (
          <div class="voting">
            {lacksIdentity ? (
              <IdentityNeeded />
            ) : lacksCode ? (
              isInvited.value === false && <InvitationCode />
            ) : (
              <BallotCard />
            )}
            <MyVotes />
          </div>
        )}
        <section class="so-far" aria-labelledby="counts-heading">
          <h2 id="counts-heading">{say('countsHeading')}</h2>
          <LiveCounts open={progress.value?.of} />
        </section>
        {boot.questions?.when === 'after' && <EntryQuestions />}
        {shows('write') && !lacksIdentity && !lacksCode && <WriteSection />}
        <OwnDataSection />
      </div>
      {shows('map') && <MapSection />}
      <ConnectionNotice lost={say('connectionLost')} waiting={waiting.value} />
      <Announcer />
    </>
  )
}

const root = document.getElementById('page')
if (root) {
  settleIn()
  if (boot.conversation) {
    startFrom(boot.conversation)
    beginWriting(boot.conversation.id)
    if (boot.first && (identity === undefined || isDrawnForNamed)) goOnFrom(boot.first)
    void takePartIn(boot.conversation.id)
  }
  const returnFocus = placeOfFocus(root)
  root.replaceChildren() // in the same turn as the drawing, so nothing is seen of it
  render(
    <Shell>
      <Participate />
    </Shell>,
    root,
  )
  returnFocus()
  if (boot.conversation) reportToHost(boot.conversation.id)
}
