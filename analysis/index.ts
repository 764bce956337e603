// The analysis as the rest of the house sees it; the only barrel.
export type {
  Grouping,
  GroupVoteCounts,
  MapSettings,
  Moderation,
  OpinionMap,
  Vote,
  VoteLog,
} from './opinion-map.ts'
export { Engine, type EngineSettings, type RefreshStage } from './engine.ts'
export { type CanonicalDifference, canonicalDifferences } from './canonical/canonical-differences.ts'
export { type CanonicalDocument, canonicalDocument } from './canonical/canonical-document.ts'
export { type Bucket, buckets } from './groups/buckets.ts'
export { convexHull, type Point } from './groups/hull.ts'
export { compileKernels } from './kernels/fast-kernels.ts'
export type { Kernels } from './kernels/kernels.ts'
export { RULES, type Rules } from './rules.ts'
export { type PolisCluster, type PolisItems, polisKmeans } from './polis-compat/polis-clusters.ts'
export { LIMITS } from './votes/limits.ts'
export { analyseBatch, type MapDimensions } from './reference/analyse-batch.ts'

export { type ConsensusStatement, consensusStatements } from './statistics/consensus-statements.ts'
export { divisiveStatements } from './statistics/divisive-statements.ts'
export { type GroupInformedConsensus, groupInformedConsensus } from './statistics/group-informed-consensus.ts'
export { sumOverGroups } from './statistics/group-totals.ts'
export {
  type MajorityStatement,
  type MajorityStatements,
  majorityStatements,
} from './statistics/majority-statements.ts'
export { type MapStatistics, mapStatistics } from './statistics/map-statistics.ts'
export { META_PRIORITY, priorities, priority } from './statistics/priorities.ts'
export {
  type RepresentativeStatement,
  representativeStatements,
} from './statistics/representative-statements.ts'
export { type UncertainStatement, uncertainStatements } from './statistics/uncertain-statements.ts'

export { type Orientation, orientPoints } from './presentation/orientation.ts'
export {
  type PresentationOptions,
  type PresentedGroup,
  type PresentedMap,
  present,
} from './presentation/present.ts'
export {
  type PresentationState,
  restorePresentationState,
  type StoredPresentationState,
  storePresentationState,
} from './presentation/presentation-state.ts'

export type { Confidence, ConfidenceOptions } from './confidence/measure-confidence.ts'
export type { ConsensusConfidence, GroupConfidence, KConfidence } from './confidence/stability-tally.ts'
