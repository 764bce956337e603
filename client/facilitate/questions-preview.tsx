import { type QuestionsDraft, readQuestion } from '../../server/protocol/facilitate/drafts.ts'
import { sayIn } from '../../server/protocol/words/say.ts'
import { cy as residentsWelsh } from '../words/cy.ts'
import { en as residentsEnglish } from '../words/en.ts'
import { languagesOf, wordsFor } from './questions.ts'
import { say } from './say.ts'

/** The questions as people will see them, in each language; what is not whole is left out. */
export function QuestionsPreview({ draft }: { draft: QuestionsDraft }) {
  const whole = draft.questions.flatMap((question) => readQuestion(question) ?? [])
  if (whole.length === 0) return null
  return (
    <details class="questions-preview">
      <summary>{say('questionsPreview')}</summary>
      <div class="questions-previews">
        {languagesOf(draft).map((language) => {
          const sayToResidents = sayIn({ en: residentsEnglish, cy: residentsWelsh }, language)
          return (
            <section key={language} class="entry-questions" lang={language}>
              <h3>{sayToResidents('questionsHeading')}</h3>
              <p class="quiet">{sayToResidents('questionsExplained')}</p>
              {whole.map(({ id, words, options }) => (
                <fieldset key={id}>
                  <legend dir="auto">{wordsFor(words, language)}</legend>
                  {[
                    ...options.map((option) => wordsFor(option.words, language)),
                    sayToResidents('notSaid'),
                  ].map((text, place) => (
                    <label key={place} class="choice" dir="auto">
                      <input type="radio" name={`preview-${language}-${id}`} />
                      {text}
                    </label>
                  ))}
                </fieldset>
              ))}
            </section>
          )
        })}
      </div>
    </details>
  )
}
