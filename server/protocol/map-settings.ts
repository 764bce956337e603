// The settings on which the map depends, and what each of them decides: in one place, for all who make a map or make it again. A
// setting that is added does not compile until all of these know what becomes of it.

export interface MapSettings {
  /** People that must have voted before the map opens. */
  readonly opensAt: number
  /** People that a group must have to be shown. */
  readonly smallestGroup: number
  /** Number of groups to show where there is such a grouping; 0 for the one that wins. */
  readonly pinnedGroups: number
  /** Statements that nobody has decided about are left out. */
  readonly strictModeration: boolean
}

/** What the settings decide, by the step of the making that needs it. */
export interface Decided {
  /** Which statements are in: as the conversation says it, statement by statement. */
  readonly statements: { readonly strictModeration: boolean }
  /** How the map is presented: options of `present`. */
  readonly presentation: { readonly pinnedK?: number }
  /** What of it is published. */
  readonly publication: { readonly opensAt: number; readonly smallestGroup: number }
}

export function decidedBy({
  opensAt,
  smallestGroup,
  pinnedGroups,
  strictModeration,
  ...others
}: MapSettings): Decided {
  others satisfies Readonly<Record<string, never>> // whoever adds a setting says here what it decides
  return {
    statements: { strictModeration },
    presentation: pinnedGroups > 0 ? { pinnedK: pinnedGroups } : {},
    publication: { opensAt, smallestGroup },
  }
}
