import { DialogFrame } from './dialog-frame.tsx'
import { areKeysOn, commands } from './keys.ts'
import { say } from './say.ts'

export const commandWords = {
  next: 'keyNext',
  previous: 'keyPrevious',
  accept: 'keyAccept',
  reject: 'keyReject',
  merge: 'keyMerge',
  reword: 'keyReword',
  split: 'keySplit',
  return: 'keyReturn',
  undo: 'keyUndo',
  choose: 'keyChoose',
  openStatement: 'keyOpen',
  search: 'keySearch',
  help: 'keyHelp',
} as const

/** The keys, and the wish to have them off. */
export function HelpDialog() {
  return (
    <DialogFrame heading={say('helpHeading')}>
      <dl class="key-list">
        {Object.entries(commands).map(([key, command]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(commandWords[command])}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">{say('helpReasons')}</p>
      <label class="choice">
        <input
          type="checkbox"
          checked={areKeysOn.value}
          onChange={(event) => (areKeysOn.value = event.currentTarget.checked)}
        />
        {say('keysOn')}
      </label>
    </DialogFrame>
  )
}
