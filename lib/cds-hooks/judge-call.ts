/** A call and the chart as far as it was read -> warnings. Pure. */
import type { Chart } from '#lib/chart/chart.ts';
import type { RawChart } from '#lib/chart/read/raw-chart.ts';
import { shapeChart } from '#lib/chart/shape/shape-chart.ts';
import type { OrdersBeingMade } from '#lib/order-check/check-orders.ts';
import { judgeMedications } from '#lib/safety/exposure/judged-medication.ts';
import { type HowToJudge, openCase } from '#lib/safety/open-case.ts';
import type { Case } from '#lib/safety/rule.ts';
import { OPIOID_RULES } from '#lib/safety/rules.ts';
import { clinicDays } from '#lib/time/chart-day.ts';
import type { Drafts } from './read-drafts.ts';

export type Orders = OrdersBeingMade['orders'];

/** What each order is. Of the drug alone: no row of the chart is looked at yet. */
export function recogniseDrafts(drafts: Drafts, { asOf, timeZone, recognise }: HowToJudge): Orders {
  const chart: Chart = {
    patient: drafts.patient,
    medications: drafts.rows.map(({ row }) => row),
    allergies: [],
    conditions: [],
    observations: [],
    procedures: [],
    encounters: [],
    ledger: { entries: [], unreadKinds: [], problems: [] },
  };
  const judged = judgeMedications(chart, { asOf, dayOf: clinicDays(timeZone), recognise });
  return drafts.rows.flatMap(({ row, json, isSelected }) => {
    const medication = judged.find((one) => one.row === row);
    return medication === undefined ? [] : [{ medication, json, isSelected }];
  });
}

/** The chart as far as it was read, opened for the rules. */
export function openHookCase(raw: RawChart, how: HowToJudge, drafts: Drafts | null = null): Case {
  const problems = [...raw.problems, ...(drafts?.problems ?? [])];
  return openCase(shapeChart({ ...raw, problems }), how, OPIOID_RULES);
}
