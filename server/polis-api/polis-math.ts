// The map as a Polis math document (`math/pca2`; Polis mathematics, section 9), in Polis' signs: agree is −1, so that the
// centre and every position are mirrored while the components are the same. Where single votes are not open, what describes
// fewer than five people is left out: members, votes of base clusters, small counts.
import { mapSettingsOf } from '../conversation/map-settings.ts'
import { decidedBy } from '../protocol/map-settings.ts'
import {
  polisKmeans,
  present,
  type OpinionMap,
  type PresentedMap,
  restorePresentationState,
} from '../../analysis/index.ts'
import type { Contents } from '../export/contents.ts'
import { presentationOf } from '../export/canonical-map.ts'
import { toldVotes } from '../export/polis-files.ts'
import { fillRow, groupNumber } from '../export/voters.ts'
import { shownVotes } from '../protocol/shown-votes.ts'

/** Base clusters at most, as in Polis. */
const BASE_CLUSTERS = 100
const ITERATIONS = 20

interface BaseCluster {
  readonly x: number
  readonly y: number
  readonly count: number
  readonly members: readonly number[]
  readonly group: number
}

/** The document of the opinion map of what an export holds. */
export function polisMath(contents: Contents, map: OpinionMap) {
  const { data, kind, tally } = contents
  const isOpen = kind === 'open-data'
  const stored = presentationOf(contents)
  const isMeta = Uint8Array.from(data.statements, (statement) => Number(statement.isMeta))
  const shown = present(map, stored === null ? undefined : restorePresentationState(stored), {
    isMeta,
    ...decidedBy(mapSettingsOf(data.settings)).presentation,
  })
  const isShown = isOpen || data.map?.snapshot.state === 'groups'
  const listed = data.statements.flatMap((_, index) =>
    isShown && index < map.statements && tally.all.votes[index]! > 0 ? [index] : [],
  )
  const idOf = (index: number) => data.statements[index]!.id
  // The mean of a few votes is those votes.
  const isTold = (index: number) => isOpen || tally.all.votes[index]! >= contents.smallest
  const base = isOpen ? baseClustersOf(map, shown) : bucketsOf(contents, shown)
  return {
    n: map.participants,
    'n-cmts': listed.length,
    tids: listed.map(idOf),
    pca: {
      center: listed.map((index) => mirrored(isOpen ? map.means[index]! : toldMean(contents, index))),
      comps: [0, 1].map((axis) => listed.map((index) => map.components[axis]![index]!)),
      'comment-projection': [0, 1].map((axis) =>
        listed.map((index) => mirrored(map.statementPositions[2 * index + axis]!)),
      ),
      'comment-extremity': listed.map((index) => map.extremity[index]!),
    },
    'base-clusters': {
      id: base.map((_, id) => id),
      x: base.map(({ x }) => mirrored(x)),
      y: base.map(({ y }) => mirrored(y)),
      count: base.map(({ count }) => count),
      members: base.map(({ members }) => members),
    },
    'group-clusters': groupsOf(contents, shown).map(({ id, canonical }) => ({
      id,
      center: [0, 1].map((axis) => mirrored(shown.grouping!.centres[2 * canonical + axis]!)),
      members: base.flatMap(({ group }, place) => (group === id ? [place] : [])),
    })),
    'group-votes': groupVotes(contents, shown, listed),
    repness: repness(contents, shown),
    consensus: consensus(contents, shown),
    'group-aware-consensus': Object.fromEntries(
      shown.grouping === undefined
        ? []
        : listed.map((index) => [
            idOf(index),
            isTold(index) ? shown.statistics.groupInformedConsensus.agree[index] : 0,
          ]),
    ),
    'comment-priorities': isOpen
      ? Object.fromEntries(listed.map((index) => [idOf(index), shown.statistics.priorities[index]]))
      : {},
    'in-conv': isOpen ? Array.from(map.included.keys()).filter((i) => map.included[i] === 1) : [],
    // Report pages of Polis add them up to the number of votes.
    'user-vote-counts': isOpen ? votesByPerson(contents) : {},
    'votes-base': {},
    'mod-out': data.statements.filter((_, index) => data.moderatedOut[index] === 1).map(({ id }) => id),
    'mod-in': data.statements.filter(({ moderation }) => moderation === 1).map(({ id }) => id),
    'meta-tids': data.statements.filter((statement) => statement.isMeta).map(({ id }) => id),
    lastVoteTimestamp: data.map?.publishedAtMs ?? data.conversation.createdAtMs,
    lastModTimestamp: null,
    math_tick: data.map?.version ?? 0,
  }
}

/** How many votes each person of open data cast. */
function votesByPerson({ data, people }: Contents): Record<number, number> {
  const row = new Int8Array(data.statements.length)
  return Object.fromEntries(people.map((participant, pid) => [pid, fillRow(data, participant, row)]))
}

/** Mean of the votes that are told; 0 where none are. */
function toldMean(contents: Contents, index: number): number {
  const { all } = toldVotes(contents, index)
  return all === null ? 0 : (all.agrees - all.disagrees) / all.votes
}

/** A position in Polis' sign; never −0. */
function mirrored(value: number): number {
  return 0 - value
}

/** The groups that may be told of, with the id under which they are known here: 0 for A. */
function groupsOf(contents: Contents, { groups }: PresentedMap) {
  const { kind, data } = contents
  const isShown = kind === 'open-data' || data.map?.snapshot.state === 'groups'
  return groups
    .filter(({ people }) => kind === 'open-data' || (isShown && people >= contents.smallest))
    .map((group) => ({ ...group, id: groupNumber(group.letter) }))
}

/** Small clusters of people who are near each other, none across two groups. */
function baseClustersOf(map: OpinionMap, { groups, grouping }: PresentedMap): BaseCluster[] {
  if (grouping === undefined) return []
  return groups.flatMap(({ canonical, people, letter }) => {
    const ids = Array.from(grouping.labels.keys()).filter((i) => grouping.labels[i] === canonical)
    const points = Float64Array.from(ids.flatMap((i) => [map.positions[2 * i]!, map.positions[2 * i + 1]!]))
    const most =
      map.grouped <= BASE_CLUSTERS ? people : Math.max(1, Math.floor((BASE_CLUSTERS * people) / map.grouped))
    const items = { ids, points, weights: ids.map(() => 1) }
    return polisKmeans(items, most, { maxIterations: ITERATIONS }).map(({ centre: [x, y], members }) => ({
      x,
      y,
      count: members.length,
      members,
      group: groupNumber(letter),
    }))
  })
}

/** The places of the published map, each of five people at least, turned back to the canonical axes. */
function bucketsOf({ data }: Contents, { orientation }: PresentedMap): BaseCluster[] {
  const snapshot = data.map?.snapshot
  return (snapshot?.buckets ?? []).map(({ x, y, people, group }) => {
    const [across, upwards] = turnedBack(x, y, orientation)
    return {
      x: across,
      y: upwards,
      count: people,
      members: [],
      group: groupNumber(snapshot!.groups[group]!.letter),
    }
  })
}

function turnedBack(x: number, y: number, orientation: PresentedMap['orientation']): [number, number] {
  const { isSwapped, signs } = orientation
  const [first, second] = [x * signs[0], y * signs[1]]
  return isSwapped ? [second, first] : [first, second]
}

function groupVotes(contents: Contents, shown: PresentedMap, listed: readonly number[]) {
  const { data, kind, tally } = contents
  const groups = groupsOf(contents, shown)
  const tallies = groups.map(({ letter }) => tally.groups.get(letter)!)
  const cells = new Map<number, Record<number, { A: number; D: number; S: number }>>(
    groups.map(({ id }) => [id, {}]),
  )
  for (const index of listed) {
    const counts = tallies.map(({ agrees, disagrees, votes }) => ({
      agrees: agrees[index]!,
      disagrees: disagrees[index]!,
      votes: votes[index]!,
    }))
    const all = {
      agrees: tally.all.agrees[index]!,
      disagrees: tally.all.disagrees[index]!,
      votes: tally.all.votes[index]!,
    }
    const told = kind === 'open-data' ? counts : shownVotes(all, counts, contents.smallest).groups
    groups.forEach(({ id }, place) => {
      const count = told[place]
      cells.get(id)![data.statements[index]!.id] = {
        A: count?.agrees ?? 0,
        D: count?.disagrees ?? 0,
        S: count?.votes ?? 0,
      }
    })
  }
  return Object.fromEntries(
    groups.map(({ id, people }) => [id, { id, 'n-members': people, votes: cells.get(id) }]),
  )
}

function repness(contents: Contents, shown: PresentedMap) {
  const least = contents.kind === 'open-data' ? 0 : contents.smallest
  return Object.fromEntries(
    groupsOf(contents, shown).map(({ id, representative }) => [
      id,
      representative
        .filter(({ votes }) => votes >= least)
        .map((entry) => ({
          tid: contents.data.statements[entry.statement]!.id,
          'n-success': entry.inFavour,
          'n-trials': entry.votes,
          'p-success': entry.share,
          'p-test': entry.shareTest,
          repness: entry.ratio,
          'repness-test': entry.ratioTest,
          'repful-for': entry.direction,
          ...(entry.isBestAgree && { 'best-agree': true, 'n-agree': entry.inFavour }),
        })),
    ]),
  )
}

function consensus(contents: Contents, { statistics }: PresentedMap) {
  const { data, kind } = contents
  const least = kind === 'open-data' ? 0 : contents.smallest
  const isShown = kind === 'open-data' || data.map?.snapshot.state === 'groups'
  const listOf = (direction: 'agree' | 'disagree') =>
    statistics.majority[direction]
      .filter(({ votes }) => isShown && votes >= least)
      .map((entry) => ({
        tid: data.statements[entry.statement]!.id,
        'n-success': entry.inFavour,
        'n-trials': entry.votes,
        'p-success': entry.share,
        'p-test': entry.shareTest,
      }))
  return { agree: listOf('agree'), disagree: listOf('disagree') }
}
