import { useEffect, useRef } from 'preact/hooks'
import { statementStates } from '../../server/protocol/moderation.ts'
import { sayNumber } from '../page/boot.ts'
import { choose, chooseAll, type Filters, filters, isNarrowed } from './filters.ts'
import { counts, load } from './queue.ts'
import { say } from './say.ts'
import { concernWords, stateWords } from './statement-facts.tsx'

const SEARCH_AFTER_MS = 200

/** Which statements are listed: by state, and narrowed by filters and a search. */
export function FilterBar() {
  const shown = filters.value
  const change = (changes: Partial<Filters>) => {
    choose(changes)
    void load()
  }
  return (
    <div class="filter-bar" role="search" aria-label={say('filterLegend')}>
      <div class="state-tabs" role="group" aria-label={say('stateLegend')}>
        {[...statementStates, 'all' as const].map((state) => (
          <button
            key={state}
            type="button"
            aria-pressed={shown.state === state}
            onClick={() => change({ state })}
          >
            {state === 'all' ? say('stateAll') : say(stateWords[state])}{' '}
            {state !== 'all' && counts.value && <span class="count">{sayNumber(counts.value[state])}</span>}
          </button>
        ))}
      </div>
      {(counts.value?.reported ?? 0) > 0 && shown.reported === undefined && (
        <p>
          <button type="button" class="link-button" onClick={() => change({ state: 'all', reported: 'yes' })}>
            {say('showReported', { count: counts.value?.reported ?? 0 })}
          </button>
        </p>
      )}
      <SearchField onSearch={(search) => change({ search: search === '' ? undefined : search })} />
      <details class="filter-more" open={isNarrowed({ ...shown, search: undefined })}>
        <summary>{say('filtersHeading')}</summary>
        <div class="filter-fields">
          <Choice
            label={say('filterLanguage')}
            value={shown.language}
            options={{ en: 'English', cy: 'Cymraeg', unknown: say('languageUnknown') }}
            onValue={(language) => change({ language })}
          />
          <Choice
            label={say('filterConcern')}
            value={shown.concern}
            options={{
              any: say('concernAny'),
              ...Object.fromEntries(Object.entries(concernWords).map(([name, key]) => [name, say(key)])),
            }}
            onValue={(concern) => change({ concern: concern as Filters['concern'] })}
          />
          <Choice
            label={say('filterSeed')}
            value={shown.seed}
            options={{ yes: say('seedYes'), no: say('seedNo') }}
            onValue={(seed) => change({ seed })}
          />
          <Choice
            label={say('filterAge')}
            value={shown.age}
            options={{ hour: say('ageHour'), day: say('ageDay'), week: say('ageWeek') }}
            onValue={(age) => change({ age })}
          />
          <label class="field">
            {say('filterOrder')}
            <select
              class="text-field"
              value={shown.order}
              onChange={(event) => change({ order: event.currentTarget.value as Filters['order'] })}
            >
              <option value="oldest">{say('orderOldest')}</option>
              <option value="newest">{say('orderNewest')}</option>
            </select>
          </label>
          <Flag
            label={say('filterReported')}
            value={shown.reported}
            onValue={(reported) => change({ reported })}
          />
          <Flag
            label={say('filterSimilar')}
            value={shown.similar}
            onValue={(similar) => change({ similar })}
          />
          <Flag label={say('filterMeta')} value={shown.meta} onValue={(meta) => change({ meta })} />
        </div>
        {isNarrowed(shown) && (
          <p>
            <button
              type="button"
              class="button button-quiet button-small"
              onClick={() => {
                chooseAll()
                void load()
              }}
            >
              {say('filtersOff')}
            </button>
          </p>
        )}
      </details>
    </div>
  )
}

function SearchField({ onSearch }: { onSearch: (search: string) => void }) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const field = useRef<HTMLInputElement>(null)
  // Taken away elsewhere, as by the button that shows everything.
  useEffect(() => {
    if (
      filters.value.search === undefined &&
      field.current !== null &&
      document.activeElement !== field.current
    )
      field.current.value = ''
  }, [filters.value])
  return (
    <label class="field" for="search">
      {say('searchLabel')}
      <input
        ref={field}
        id="search"
        class="text-field"
        type="search"
        defaultValue={filters.value.search ?? ''}
        onInput={(event) => {
          const { value } = event.currentTarget
          clearTimeout(timer.current)
          timer.current = setTimeout(() => onSearch(value.trim()), SEARCH_AFTER_MS)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
    </label>
  )
}

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value | undefined
  readonly options: Readonly<Record<string, string>>
  readonly onValue: (value: Value | undefined) => void
}

function Choice<Value extends string>({ label, value, options, onValue }: ChoiceProps<Value>) {
  return (
    <label class="field">
      {label}
      <select
        class="text-field"
        value={value ?? ''}
        onChange={(event) => onValue((event.currentTarget.value || undefined) as Value | undefined)}
      >
        <option value="">{say('filterAny')}</option>
        {Object.entries(options).map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

interface FlagProps {
  readonly label: string
  readonly value: 'yes' | undefined
  readonly onValue: (value: 'yes' | undefined) => void
}

function Flag({ label, value, onValue }: FlagProps) {
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={value === 'yes'}
        onChange={(event) => onValue(event.currentTarget.checked ? 'yes' : undefined)}
      />
      {label}
    </label>
  )
}
