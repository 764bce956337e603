// The ways by which people take part, as coarse words: none names a site, a place or a device. The server decides which it is; a
// page only hands back the mark that the server has written into it.
import * as v from 'valibot'

/** By which way somebody first took part. */
export const channel = v.picklist([
  /** The conversation's own page, and whatever is not proven to be another way. */
  'page',
  /** The page in a frame of a listed site. */
  'embedded',
  /** A form, posted without a script. */
  'form',
  /** The letters that a screen in a hall shows. */
  'event',
  'imported',
])
/** All of them, in the order in which they are told. */
export const channels = channel.options
export type Channel = v.InferOutput<typeof channel>

/** What the server writes into a page that is not simply the conversation's own, and hears again from its script. */
export const arrivalMark = v.pipe(v.string(), v.regex(/^[a-z]{1,10}\.[A-Za-z0-9_-]{22}$/))
