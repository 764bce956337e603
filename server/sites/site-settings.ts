// What is set where every page of a site gets a conversation of its own.
import * as v from 'valibot'

/** Name of a site, as its markup gives it. */
export const siteName = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{0,100}$/, 'must be letters, digits, hyphens and underscores, 100 at most'),
)

export const siteRows = {
  site: v.optional(
    v.pipe(
      siteName,
      v.description(
        'Name of a site whose pages each get a conversation of their own, made after this one when it is first shown.',
      ),
    ),
    '',
  ),
  newPagesAreClosed: v.optional(
    v.pipe(
      v.boolean(),
      v.description('Whether a conversation that is made for a page stays closed until somebody opens it.'),
    ),
    false,
  ),
  pagesLimit: v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(1),
      v.maxValue(10_000),
      v.description('Number of conversations that may be made for the pages of the site, 1 to 10000.'),
    ),
    200,
  ),
  page: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(700),
      v.description('Site and page that this conversation was made for; set by the service.'),
    ),
    '',
  ),
}
