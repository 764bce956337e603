import { useId } from 'preact/hooks'
import { say } from './say.ts'

interface Written {
  readonly en?: string | undefined
  readonly cy?: string | undefined
}

interface TextPairProps {
  readonly label: string
  readonly value: Written | undefined
  readonly onValue: (value: Written) => void
  /** Characters that each may have. */
  readonly most: number
  /** Lines of the field; one for a name. */
  readonly lines?: number
  readonly hint?: string
}

/** One text in both languages, side by side where there is room. */
export function TextPair({ label, value = {}, onValue, most, lines = 1, hint }: TextPairProps) {
  const id = useId()
  const field = (language: 'en' | 'cy') => {
    const name = `${id}-${language}`
    const shared = {
      id: name,
      lang: language,
      dir: 'auto' as const,
      maxLength: most,
      value: value[language] ?? '',
      'aria-describedby': hint === undefined ? undefined : `${id}-hint`,
      onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
        onValue({ ...value, [language]: event.currentTarget.value }),
    }
    return (
      <div class="field">
        <label for={name}>{say(language === 'en' ? 'inEnglish' : 'inWelsh', { label })}</label>
        {lines === 1 ? (
          <input type="text" class="text-field" {...shared} />
        ) : (
          <textarea rows={lines} {...shared} />
        )}
      </div>
    )
  }
  return (
    <div class="text-pair">
      {hint && (
        <p class="field-note" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {field('en')}
      {field('cy')}
    </div>
  )
}
