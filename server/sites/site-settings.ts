// What is set where every page of a site gets a conversation of its own.
import * as v from 'valibot'

/** Name of a site, as its markup gives it. */
export const siteName = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{0,100}$/, 'must be letters, digits, hyphens and underscores, 100 at most'),
)

export const siteRows = {
  site: v.optional(v.pipe(siteName), ''),
  newPagesAreClosed: v.optional(v.pipe(v.boolean()), false),
  pagesLimit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)), 200),
  page: v.optional(v.pipe(v.string(), v.maxLength(700)), ''),
}
