/** One order for the rows of a chart: a server may send them in any, and neither a finding nor its key may depend on it. */
import type { Chart } from '#lib/chart/chart.ts';

type Sourced = { readonly source: string };

export function inOneOrder(chart: Chart): Chart {
  return {
    ...chart,
    medications: bySource(chart.medications),
    allergies: bySource(chart.allergies),
    conditions: bySource(chart.conditions),
    observations: bySource(chart.observations),
    procedures: bySource(chart.procedures),
    encounters: bySource(chart.encounters),
  };
}

/** Rows of one source (an Observation's components, two versions of one order) go by their content. */
function bySource<R extends Sourced>(rows: readonly R[]): readonly R[] {
  return [...rows].sort((a, b) =>
    a.source === b.source ? compare(JSON.stringify(a), JSON.stringify(b)) : compare(a.source, b.source),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
