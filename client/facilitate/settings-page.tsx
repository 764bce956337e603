// Everything that can be set, in groups, saved as one goes.
import { useLayoutEffect } from 'preact/hooks'
import { language } from '../page/boot.ts'
import { CodesSection } from './codes-section.tsx'
import { conversation } from './conversation.ts'
import { EmbedSection } from './embed-section.tsx'
import { ImageUpload } from './image-upload.tsx'
import { PurposeForm } from './purpose-form.tsx'
import { QuestionsForm } from './questions-form.tsx'
import { ModeEffectsOf } from './mode-effects.tsx'
import { say } from './say.ts'
import { shownValue } from './saving.ts'
import {
  ChoiceSetting,
  ListSetting,
  ManySetting,
  mayChange,
  NumberSetting,
  TextSetting,
  ToggleSetting,
} from './setting-fields.tsx'
import { SettingsContents } from './settings-contents.tsx'
import { ThemeForm } from './theme-form.tsx'
import { LongText, ZoneSetting } from './text-fields.tsx'

const SCHEDULE = ['votingFrom', 'votingUntil', 'timeZone']

export function SettingsPage() {
  useLayoutEffect(goToAnchor, [conversation.value === undefined])
  const groups = [
    ['words', say('groupWords'), <Words />],
    ['purpose', say('groupPurpose'), <PurposeForm />],
    ['questions', say('groupQuestions'), <QuestionsForm />],
    ['who', say('groupWho'), <Who />],
    ['schedule', say('groupSchedule'), <Schedule />],
    ['statements', say('groupStatements'), <Statements />],
    ['results', say('groupResults'), <Results />],
    ['data', say('groupData'), <Data />],
    ['theme', say('groupTheme'), <ThemeForm />],
    ['embed', say('groupEmbed'), <EmbedSection />],
  ] as const
  return (
    <div class="settings-page">
      <SettingsContents sections={groups.map(([name, heading]) => [name, heading] as const)} />
      <div class="sections settings">
        <p class="lead">{say('settingsIntroduction')}</p>
        {!mayChange() && <p class="notice">{say('notYours')}</p>}
        {groups.map(([name, heading, content]) => (
          <section key={name} class="panel" id={name} tabindex={-1} aria-labelledby={`${name}-heading`}>
            <h2 id={`${name}-heading`}>{heading}</h2>
            {content}
          </section>
        ))}
      </div>
    </div>
  )
}

/** The part that the address names is there only now that the page is drawn. */
function goToAnchor(): void {
  if (conversation.value === undefined || location.hash.length < 2) return
  const part = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  part?.scrollIntoView()
  part?.focus({ preventScroll: true })
}

function Words() {
  const names = [
    ['en', say('english')],
    ['cy', say('welsh')],
  ] as const
  return (
    <>
      <LongText name="topic" label={say('topic')} help={say('topicHelp')} rows={2} />
      <LongText name="description" label={say('description')} help={say('descriptionHelp')} rows={5} />
      <ManySetting name="languages" options={language === 'cy' ? [names[1], names[0]] : names} />
      {mayChange() && <ImageUpload />}
    </>
  )
}

function Who() {
  const who = shownValue('whoVotes')
  return (
    <>
      <ChoiceSetting
        name="whoVotes"
        options={[
          ['anyone', say('voteAnyone')],
          ['codes', say('voteCodes')],
          ['identity', say('voteIdentity')],
          ['list', say('voteList')],
        ]}
      />
      {who === 'codes' && <CodesSection />}
      {(who === 'identity' || who === 'list') && (
        <>
          <p class="field-note">{say('identityInAddress')}</p>
          <TextSetting name="identitySecret" type="password" />
          {conversation.value?.secretsSet.includes('identitySecret') && (
            <p class="field-note">{say('secretSet')}</p>
          )}
          <TextSetting name="identityPublicKey" />
          <ToggleSetting name="unsignedIdentity" />
        </>
      )}
      {who === 'list' && <ListSetting name="identityAllowList" />}
      <ChoiceSetting
        name="whoWrites"
        options={[
          ['anyone', say('writeAnyone')],
          ['approval', say('writeApproval')],
          ['staff', say('writeStaff')],
        ]}
      />
      <ModeEffectsOf
        name="whoWrites"
        options={[
          ['anyone', say('writeAnyone')],
          ['approval', say('writeApproval')],
          ['staff', say('writeStaff')],
        ]}
      />
    </>
  )
}

function Schedule() {
  return (
    <>
      <TextSetting name="votingFrom" type="datetime-local" group={SCHEDULE} />
      <TextSetting name="votingUntil" type="datetime-local" group={SCHEDULE} />
      <ZoneSetting group={SCHEDULE} />
    </>
  )
}

function Statements() {
  return (
    <>
      <NumberSetting name="statementLength" />
      <ToggleSetting name="strictModeration" />
      <ModeEffectsOf
        name="strictModeration"
        options={[
          [true, say('strictOn')],
          [false, say('strictOff')],
        ]}
      />
      <ListSetting name="pinned" isNumbers />
    </>
  )
}

function Results() {
  const visible = shownValue('resultsVisible')
  return (
    <>
      <ChoiceSetting
        name="resultsVisible"
        options={[
          ['always', say('seeAlways')],
          ['after-voting', say('seeAfterVoting')],
          ['when-revealed', say('seeWhenRevealed')],
          ['when-closed', say('seeWhenClosed')],
        ]}
      />
      {visible === 'after-voting' && <NumberSetting name="resultsAfterVotes" />}
      {visible === 'when-revealed' && <ToggleSetting name="resultsRevealed" />}
      <NumberSetting name="opensAt" />
      <NumberSetting name="smallestGroup" />
      <ChoiceSetting
        name="pinnedGroups"
        options={[
          [0, say('groupsByVotes')],
          ...[2, 3, 4, 5].map((count) => [count, say('groupsFixed', { count })] as const),
        ]}
      />
    </>
  )
}

function Data() {
  return (
    <>
      <ToggleSetting name="openData" />
      <TextSetting name="keepUntil" type="date" />
    </>
  )
}
