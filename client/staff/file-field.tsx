// A field to choose files with, in the look of the other fields. The browser's own field lies over it unseen, so that clicks,
// the keyboard and files that are dropped on it work as they always do.
import { useSignal } from '@preact/signals'
import { say } from './say.ts'

interface FileFieldProps {
  readonly id: string
  readonly label: string
  readonly help?: string
  /** Endings and kinds of the files that are meant. */
  readonly accept: string
  readonly isMany?: boolean
  readonly onFiles: (files: readonly File[]) => void
}

export function FileField({ id, label, help, accept, isMany = false, onFiles }: FileFieldProps) {
  const names = useSignal<readonly string[]>([])
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {help !== undefined && (
        <p class="field-note" id={`${id}-help`}>
          {help}
        </p>
      )}
      <div class="file-field">
        <span class="button button-quiet" aria-hidden="true">
          {isMany ? say('chooseFiles') : say('chooseFile')}
        </span>
        <span class={names.value.length === 0 ? 'quiet' : 'file-names'} id={`${id}-names`}>
          {names.value.length === 0 ? say('noFile') : names.value.join(', ')}
        </span>
        <input
          id={id}
          type="file"
          multiple={isMany}
          accept={accept}
          aria-describedby={help === undefined ? `${id}-names` : `${id}-help ${id}-names`}
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])]
            names.value = files.map(({ name }) => name)
            onFiles(files)
          }}
        />
      </div>
    </div>
  )
}
