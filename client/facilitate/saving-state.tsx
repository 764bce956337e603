import { language, sayTime } from '../page/boot.ts'
import { say } from './say.ts'
import { save, savingStates, saveMine, takeTheirs } from './saving.ts'

/** Whether a setting was saved, beside it; `show` writes a value as people read it. */
export function SavingState({ name, show }: { name: string; show: (value: unknown) => string }) {
  const state = savingStates.value.get(name)
  if (state?.kind === 'meanwhile') {
    const value = show(state.now)
    const words =
      state.by === null || state.atMs === null
        ? say('changedMeanwhile', { value })
        : say('changedMeanwhileBy', { name: state.by, time: sayTime(state.atMs, Date.now()), value })
    return (
      <div class="saving notice" role="alert">
        <p>{words}</p>
        <p class="actions">
          <button type="button" class="button button-quiet button-small" onClick={() => takeTheirs(name)}>
            {say('takeTheirs')}
          </button>
          <button type="button" class="button button-small" onClick={() => saveMine(name)}>
            {say('saveMine')}
          </button>
        </p>
      </div>
    )
  }
  return (
    <div class="saving" id={`${name}-state`}>
      <p role="status" class={state?.kind === 'refused' ? 'field-trouble' : 'field-note'} lang={language}>
        {state?.kind === 'refused' && say('notSaved', { why: state.words.join(' ') })}
        {state?.kind === 'saving' && say('saving')}
        {state?.kind === 'saved' && say('saved', { time: sayTime(state.atMs, Date.now()) })}
      </p>
      {state?.kind === 'refused' && (
        <button type="button" class="button button-quiet button-small" onClick={() => void save([name])}>
          {say('tryAgain')}
        </button>
      )}
    </div>
  )
}
