// The plots of a report by name.
import type { ReportView } from '../view.ts'
import { statementsPlot } from './all-statements.ts'
import type { Plot, PlotName } from './drawing.ts'
import { groupsPlot } from './group-bars.ts'
import { mapPlot } from './opinion-map.ts'
import { timePlot } from './over-time.ts'
import { perPersonPlot } from './per-person.ts'

const makers: Readonly<Record<PlotName, (view: ReportView) => Plot | null>> = {
  map: mapPlot,
  statements: statementsPlot,
  groups: groupsPlot,
  time: timePlot,
  people: perPersonPlot,
}

/** A plot of the report; null where there is nothing to draw. */
export function plotOf(view: ReportView, name: PlotName): Plot | null {
  return makers[name](view)
}
