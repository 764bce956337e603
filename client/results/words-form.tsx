// What facilitators write for the report: an introduction, names of groups and directions, notes. Never a number.
import {
  axisEnds,
  INTRODUCTION_LENGTH,
  NAME_LENGTH,
  NOTE_LENGTH,
  notedParts,
} from '../../server/protocol/report.ts'
import { say } from './say.ts'
import { desk, isChanged, saveWords, state, typed } from './state.ts'
import { TextPair } from './text-pair.tsx'

const axisWords = { left: 'axisLeft', right: 'axisRight', bottom: 'axisBottom', top: 'axisTop' } as const
const noteWords = {
  people: 'notePeople',
  agree: 'noteAgree',
  groups: 'noteGroups',
  differ: 'noteDiffer',
  unsure: 'noteUnsure',
  method: 'noteMethod',
} as const

export function WordsForm({ conversation, mayWrite }: { conversation: string; mayWrite: boolean }) {
  const words = typed.value
  return (
    <form
      class="results-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (isChanged.value && state.value !== 'saving') void saveWords(conversation)
      }}
    >
      <fieldset disabled={!mayWrite}>
        <legend class="visually-hidden">{say('wordsHeading')}</legend>
        <TextPair
          label={say('introduction')}
          hint={say('introductionHint')}
          lines={6}
          most={INTRODUCTION_LENGTH}
          value={words.introduction}
          onValue={(introduction) => (typed.value = { ...words, introduction })}
        />
        <GroupNames />
        <h3>{say('axesHeading')}</h3>
        {axisEnds.map((end) => (
          <TextPair
            key={end}
            label={say(axisWords[end])}
            most={NAME_LENGTH}
            value={words.axes[end]}
            onValue={(name) => (typed.value = { ...words, axes: { ...words.axes, [end]: name } })}
          />
        ))}
        <h3>{say('notesHeading')}</h3>
        {notedParts.map((part) => (
          <TextPair
            key={part}
            label={say(noteWords[part])}
            lines={3}
            most={NOTE_LENGTH}
            value={words.notes[part]}
            onValue={(note) => (typed.value = { ...words, notes: { ...words.notes, [part]: note } })}
          />
        ))}
      </fieldset>
      {mayWrite ? (
        <div class="results-save">
          <button class="button" aria-disabled={!isChanged.value || state.value === 'saving'}>
            {state.value === 'saving' ? say('saving') : say('save')}
          </button>
          <output>{isChanged.value ? say('notSaved') : state.value === 'saved' && say('saved')}</output>
        </div>
      ) : (
        <p class="notice">{say('readOnly')}</p>
      )}
    </form>
  )
}

/** The groups of the report, and those that have a name from before. */
function GroupNames() {
  const words = typed.value
  const groups = desk.value?.groups ?? []
  const gone = Object.keys(words.groups).filter((letter) => groups.every((group) => group.letter !== letter))
  const label = (letter: string) => {
    const people = groups.find((group) => group.letter === letter)?.people
    if (people === undefined) return say('groupGone', { letter })
    return say('groupLabel', { letter, people: say('people', { count: people }) })
  }
  return (
    <>
      <h3>{say('groupsHeading')}</h3>
      <p class="field-note">{groups.length + gone.length === 0 ? say('noGroups') : say('groupsHint')}</p>
      {[...groups.map(({ letter }) => letter), ...gone].map((letter) => (
        <TextPair
          key={letter}
          label={label(letter)}
          most={NAME_LENGTH}
          value={words.groups[letter]}
          onValue={(name) => (typed.value = { ...words, groups: { ...words.groups, [letter]: name } })}
        />
      ))}
    </>
  )
}
