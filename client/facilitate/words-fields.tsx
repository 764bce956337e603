import type { Language } from '../../server/protocol/values.ts'
import { isBlank, isWritten, type Words } from './questions.ts'
import { say } from './say.ts'
import { TypedLine } from './typed-text.tsx'

interface WordsFieldsProps {
  readonly id: string
  readonly label: string
  readonly languages: readonly Language[]
  readonly words: Words
  readonly onWords: (words: Words) => void
}

/** A line of text in each language; what is missing in one is said beneath it. */
export function WordsFields({ id, label, languages, words, onWords }: WordsFieldsProps) {
  const missing = (language: Language) => {
    if (isBlank(words)) return say('stillMissingAny')
    if (isWritten(words, language)) return ''
    return language === 'en' ? say('readInWelsh') : say('readInEnglish')
  }
  return (
    <div class="words-fields">
      {languages.map((language) => (
        <div key={language} class="field">
          <label for={`${id}-${language}`}>
            {languages.length === 1
              ? label
              : language === 'en'
                ? say('wordsInEnglish', { what: label })
                : say('wordsInWelsh', { what: label })}
          </label>
          <TypedLine
            id={`${id}-${language}`}
            lang={language}
            maxLength={200}
            aria-describedby={`${id}-${language}-missing`}
            value={words[language] ?? ''}
            onText={(text) => onWords({ ...words, [language]: text })}
          />
          <p class="field-note field-missing" id={`${id}-${language}-missing`}>
            {missing(language)}
          </p>
        </div>
      ))}
    </div>
  )
}
