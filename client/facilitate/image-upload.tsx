import { useSignal } from '@preact/signals'
import { facilitateApi } from '../../server/protocol/facilitate/addresses.ts'
import { addedImage } from '../../server/protocol/facilitate/conversation.ts'
import { askStaff } from '../staff/ask-staff.ts'
import { Field } from '../staff/field.tsx'
import { FileField } from '../staff/file-field.tsx'
import { conversation } from './conversation.ts'
import { CopyButton } from './copy-button.tsx'
import { say } from './say.ts'

/** Adds a picture to the conversation and gives the line that shows it in a text. */
export function ImageUpload() {
  const chosen = useSignal<File | undefined>(undefined)
  const alt = useSignal('')
  const line = useSignal('')
  const trouble = useSignal('')
  async function add(event: Event): Promise<void> {
    event.preventDefault()
    const file = chosen.value
    const id = conversation.value?.id
    if (file === undefined || id === undefined) return
    if (alt.value.trim() === '') {
      trouble.value = say('imageAltMissing')
      return
    }
    trouble.value = ''
    const path = `${facilitateApi.images(id)}?alt=${encodeURIComponent(alt.value)}`
    const answer = await askStaff(path, addedImage, { file })
    if ('refusal' in answer) trouble.value = answer.refusal.message
    else line.value = answer.value.markdown
  }
  return (
    <details>
      <summary>{say('imageHeading')}</summary>
      <form class="staff-form" onSubmit={(event) => void add(event)}>
        <p class="field-note">{say('imageHelp')}</p>
        <FileField
          id="image-file"
          label={say('imageFile')}
          accept="image/png,image/jpeg,image/webp,image/avif"
          onFiles={([file]) => (chosen.value = file)}
        />
        <Field label={say('imageAlt')} value={alt.value} onValue={(value) => (alt.value = value)} />
        <p class="field-trouble" role="alert">
          {trouble.value}
        </p>
        <button type="submit" class="button button-quiet">
          {say('imageAdd')}
        </button>
        <div role="status">
          {line.value !== '' && (
            <>
              <p>{say('imageLine')}</p>
              <p>
                <code class="snippet">{line.value}</code>{' '}
                <CopyButton
                  text={line.value}
                  label={say('copyOf', { what: line.value })}
                  words={say('embedCopy')}
                />
              </p>
            </>
          )}
        </div>
      </form>
    </details>
  )
}
