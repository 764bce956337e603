import { useId } from 'preact/hooks'
import type { ComponentChildren, InputHTMLAttributes } from 'preact'

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onValue: (value: string) => void
  readonly hint?: ComponentChildren
  /** What is wrong with it, in words. */
  readonly trouble?: string | undefined
  readonly type?: 'text' | 'email' | 'password' | 'date'
  readonly autoComplete?: string
  readonly inputMode?: 'text' | 'numeric' | 'email'
  readonly isRequired?: boolean
  readonly inputRef?: InputHTMLAttributes['ref']
}

/** One line to fill in, with its label, a hint, and what is wrong with it. */
export function Field(props: FieldProps) {
  const {
    label,
    value,
    onValue,
    hint,
    trouble,
    type = 'text',
    autoComplete,
    inputMode,
    isRequired = true,
  } = props
  const id = useId()
  const described = [hint && `${id}-hint`, trouble && `${id}-trouble`].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="field-note" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={id}
        class="text-field"
        ref={props.inputRef}
        type={type as 'text'} // preact has a type of its own for each kind of input
        value={value}
        required={isRequired}
        autocomplete={autoComplete ?? 'off'}
        inputMode={inputMode}
        spellcheck={false}
        aria-invalid={trouble ? 'true' : undefined}
        aria-describedby={described || undefined}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      {trouble && (
        <p class="field-trouble" id={`${id}-trouble`} role="alert">
          {trouble}
        </p>
      )}
    </div>
  )
}
