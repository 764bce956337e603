import { inEachLanguage, type InEachLanguage, type Words } from './say.ts'

/** A text that could be read only by guessing which quotes are its own. */
export interface MendedLine {
  readonly file: string
  /** Where it starts, the header being line 1. */
  readonly line: number
  /** As it stands in the file, after the columns in front of it. */
  readonly before: string
  /** As it would be read. */
  readonly after: string
}

/** What somebody may answer, so that the files can be read after all. */
export type Question = 'invert' | 'mend-quotes' | 'windows-1252'

export interface RefusalOptions {
  /** What to do about it; where a line is named, putting it right unless something else is said. */
  readonly remedy?: Words
  readonly question?: Question
  /** What would be mended. */
  readonly mended?: readonly MendedLine[]
}

/**
 * An export that cannot be read, with the place where it is wrong and what to do about it. Whoever catches it shows the words
 * and imports nothing.
 */
export class RefusedExport extends Error {
  override readonly name = 'RefusedExport'
  readonly words: InEachLanguage
  readonly question: Question | null
  readonly mended: readonly MendedLine[]
  readonly file: string
  readonly line: number | null
  readonly reason: Words

  /** `line` counts from 1, the header being line 1; null when the file as a whole is meant. */
  constructor(
    file: string,
    line: number | null,
    reason: Words,
    { remedy, question, mended = [] }: RefusalOptions = {},
  ) {
    const words = inEachLanguage((say) => {
      const place =
        line === null
          ? say('place', { file, reason: reason(say) })
          : say('placeInLine', { file, line: String(line), reason: reason(say) })
      const advice = remedy?.(say) ?? (line === null ? '' : say('remedyLine'))
      return advice === '' ? place : `${place} ${advice}${/[?”"]$/.test(advice) ? '' : '.'}`
    })
    super(words.en)
    this.words = words
    this.question = question ?? null
    this.mended = mended
    this.file = file
    this.line = line
    this.reason = reason
  }
}
