import type { MendedLine } from './refused-export.ts'

/** How files are to be read, where they do not say it themselves. */
export interface Reading {
  /** What to take files for that are not UTF-8; they are refused where it is absent. */
  readonly encoding?: 'windows-1252' | undefined
  /** Texts may be read although their quotes are broken; they are refused where it is absent. */
  readonly mendQuotes?: boolean | undefined
  /** Hears of each text that was mended. */
  readonly onMended?: ((line: MendedLine) => void) | undefined
  /** Hears how far the reading of a large file has come, as a share. */
  readonly onShare?: ((share: number) => void) | undefined
}
