// The published opinion map: what everyone sees of everyone. It holds no position, id or vote of one person: buckets
// of at least five people, hulls around buckets, and counts (invariant I8). At most 10 KB as JSON.
import * as v from 'valibot'
import { counts } from './conversation.ts'
import { groupLetter, naturalNumber, statementId } from './values.ts'

/** A place on the map, in the units of the participants' positions, three decimals. */
export const point = v.strictTuple([v.number(), v.number()])
export type Point = v.InferOutput<typeof point>

/** A statement that a group stands for: `agrees` or `disagrees` of `votes` members said so. */
const representativeStatement = v.strictObject({
  statement: statementId,
  direction: v.picklist(['agree', 'disagree']),
  /** Members who voted in this direction. */
  inFavour: naturalNumber,
  /** Members who voted on it at all. */
  votes: naturalNumber,
})
export type RepresentativeStatement = v.InferOutput<typeof representativeStatement>

const opinionGroup = v.strictObject({
  letter: groupLetter,
  people: naturalNumber,
  centre: point,
  /** Convex hull of the group's buckets, counter-clockwise; fewer than three points for a group of one or two buckets. */
  hull: v.array(point),
  representative: v.array(representativeStatement),
})
export type OpinionGroup = v.InferOutput<typeof opinionGroup>

/** People who are near each other on the map, and the middle between them. */
export const bucket = v.strictObject({
  x: v.number(),
  y: v.number(),
  people: v.pipe(naturalNumber, v.minValue(5)),
  /** Index into `groups`. */
  group: naturalNumber,
})
export type Bucket = v.InferOutput<typeof bucket>

/** A statement that people agree (or disagree) on whatever their group. */
const consensusStatement = v.strictObject({
  statement: statementId,
  direction: v.picklist(['agree', 'disagree']),
  /** Group-informed consensus, 0 to 1, in its normalised form (the geometric mean over the groups). */
  consensus: v.number(),
  inFavour: naturalNumber,
  votes: naturalNumber,
})
export type ConsensusStatement = v.InferOutput<typeof consensusStatement>

/** A share from 0 to 1, two decimals. */
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

/**
 * How far the groups can be trusted, measured by drawing people anew and by shuffling votes. It takes a while, so it may
 * rest on an earlier map than the one it is sent with.
 */
const mapConfidence = v.strictObject({
  /** Log sequence of the map that was checked. */
  sequence: naturalNumber,
  /** False when the groups are no clearer than those of shuffled votes. */
  distinct: v.boolean(),
  /** How often the same number of groups was found. */
  sameNumber: share,
  /** For each shown group, how often two of its people were in one group again. */
  groups: v.array(v.strictObject({ letter: groupLetter, together: share })),
})
export type MapConfidence = v.InferOutput<typeof mapConfidence>

/** A published map. The same body goes over the socket and from `GET /api/conversations/:id/snapshot`. */
export const snapshot = v.strictObject({
  type: v.literal('snapshot'),
  /** Grows by one with each publication of the conversation. */
  version: naturalNumber,
  /** The map covers the vote log up to here; the log may be ahead. */
  sequence: naturalNumber,
  /** When it was published, milliseconds since 1970 by the server's clock. */
  publishedAt: naturalNumber,
  /** The counts that the map covers. */
  counts,
  /** People who take part in the grouping. */
  grouped: naturalNumber,
  /** `waiting`: fewer people than `opensAt`; `groups`: there is a map. */
  state: v.picklist(['waiting', 'groups']),
  /** Number of participants at which the map opens. */
  opensAt: naturalNumber,
  /** Share of the variance that the two axes show, 0 to 1 each. */
  explainedVariance: point,
  buckets: v.pipe(v.array(bucket), v.maxLength(100)),
  groups: v.array(opinionGroup),
  consensus: v.array(consensusStatement),
  /** Null until the first check is done. */
  confidence: v.optional(v.nullable(mapConfidence), null), // absent in maps that were stored before they had it
})
export type Snapshot = v.InferOutput<typeof snapshot>

/** How the members of a group voted; arrays are parallel to the statements, all 0 where fewer than five voted (I8). */
const groupVotes = v.strictObject({
  letter: groupLetter,
  agrees: v.array(naturalNumber),
  disagrees: v.array(naturalNumber),
  /** Agrees, disagrees and passes together. */
  votes: v.array(naturalNumber),
})
export type GroupVotes = v.InferOutput<typeof groupVotes>

/**
 * What a browser needs to place its own participant on a map and to compare it with the groups; body of
 * `GET /api/conversations/:id/components/:version`. Arrays are parallel to `statements`; statements moderated out are
 * not listed but counted, because they count as seen by everyone in the scale of the projection:
 * position = √(S / max(1, r)) · Σ (vote − mean) · component, over the own votes, with S = statements listed +
 * `moderatedOut` and r = own votes on listed statements + `moderatedOut` (Polis mathematics 4.1). The means are those of the
 * votes that reports tell, and 0 where they tell none: the mean of a few votes is those votes (I8).
 */
export const components = v.strictObject({
  version: naturalNumber,
  sequence: naturalNumber,
  statements: v.array(statementId),
  moderatedOut: naturalNumber,
  means: v.array(v.number()),
  components: v.strictTuple([v.array(v.number()), v.array(v.number())]),
  /** The groups of the map, in its order. */
  groups: v.optional(v.array(groupVotes), []), // absent in maps that were stored before they had it
})
export type Components = v.InferOutput<typeof components>
