// The return code, a copy and being erased, by form.
import { html, type Html } from '../http/html.ts'
import { form, type PageFacts, troubleHtml } from './page-facts.ts'

export function ownDataHtml(facts: PageFacts): Html | null {
  const { boot, state, standing, say } = facts
  if (boot.first === null) return null
  if (state.view === 'erased') {
    return html`<section class="panel own-data" role="status">
      <h2>${say('erased')}</h2>
      <p>${say('erasedMore', { count: state.votes ?? 0 })}</p>
    </section>`
  }
  const { hasVoted } = standing
  return html`<noscript
    ><details class="panel own-data" id="own-data" ${state.view === 'own' && html` open`}>
      <summary><h2>${say('ownDataHeading')}</h2></summary>
      ${hasVoted && codeHtml(facts)}${state.xid === undefined && returnHtml(facts)}${hasVoted && copyHtml(facts)}${hasVoted && eraseHtml(facts)}
    </details></noscript
  >`
}

function codeHtml(facts: PageFacts): Html {
  const { state, say } = facts
  return html`<section class="own-part" aria-labelledby="code-heading">
    <h3 id="code-heading">${say('codeHeading')}</h3>
    <p>${say('codeExplained')}</p>
    ${state.words === undefined ? form(facts, 'code', {}, html`<button type="submit" class="button button-quiet">${say('codeShow')}</button>`) : html`<p class="return-code" role="status">${state.words}</p>`}${troubleHtml(facts, 'code')}
  </section>`
}

function returnHtml(facts: PageFacts): Html {
  const { state, say } = facts
  const trouble = troubleHtml(facts, 'return', 'return-trouble')
  const typed = trouble !== null && state.typed !== undefined ? state.typed : ''
  return html`<section class="own-part" aria-labelledby="return-heading">
    <h3 id="return-heading">${say('returnHeading')}</h3>
    ${form(facts, 'return', {}, html`<label for="return-words">${say('returnLabel')}</label><input id="return-words" name="words" class="text-field" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="200" value="${typed}" ${trouble !== null && html` aria-invalid="true" aria-describedby="return-trouble"`} />${trouble}<button type="submit" class="button button-quiet">${say('returnSend')}</button>`)}
  </section>`
}

function copyHtml(facts: PageFacts): Html {
  const { say } = facts
  const buttons = html`<button type="submit" name="act" value="copy-json" class="button button-quiet">
      ${say('copyJson')}
    </button>
    <button type="submit" name="act" value="copy-csv" class="button button-quiet">${say('copyCsv')}</button>`
  return html`<section class="own-part" aria-labelledby="copy-heading">
    <h3 id="copy-heading">${say('copyHeading')}</h3>
    <p>${say('copyExplained')}</p>
    ${form(facts, null, {}, html`<p class="actions">${buttons}</p>`)}${troubleHtml(facts, 'copy')}
  </section>`
}

function eraseHtml(facts: PageFacts): Html {
  const { say } = facts
  return html`<section class="own-part" aria-labelledby="erase-heading">
    <h3 id="erase-heading">${say('eraseHeading')}</h3>
    <p>${say('eraseExplained')}</p>
    ${form(
      facts,
      'erase',
      {},
      html`<fieldset>
          <legend>${say('eraseStatements')}</legend>
          <label class="choice"
            ><input type="radio" name="statements" value="keep" checked />${say('eraseKeep')}</label
          ><label class="choice"
            ><input type="radio" name="statements" value="withdraw" />${say('eraseWithdraw')}</label
          >
        </fieldset>
        <label class="choice"><input type="checkbox" name="sure" value="yes" />${say('eraseSure')}</label
        >${troubleHtml(facts, 'erase')}<button type="submit" class="button button-trouble">
          ${say('eraseSend')}
        </button>`,
    )}
  </section>`
}
