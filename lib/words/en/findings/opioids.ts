/** R02-R05, R07, R08: opioids that the chart names and dates. */

import type { MedicationFact } from '#lib/safety/row-fact.ts';
import type { CurrentOpioidFinding } from '#lib/safety/rules/check-current-opioid.ts';
import type { DepotOpioidFinding } from '#lib/safety/rules/check-depot-opioid.ts';
import type { MaintenanceOpioidFinding } from '#lib/safety/rules/check-maintenance-opioid.ts';
import type { PendingOpioidFinding } from '#lib/safety/rules/check-pending-opioid.ts';
import type { PeripheralOpioidFinding } from '#lib/safety/rules/check-peripheral-opioid.ts';
import type { RecentOpioidFinding } from '#lib/safety/rules/check-recent-opioid.ts';
import type { DayWords } from '../../shapes.ts';
import { drugName, rowAndDay, statusAndKind } from '../rows.ts';
import type { WordsOf } from './words-of.ts';

const currentOpioid: WordsOf<CurrentOpioidFinding> = {
  'opioid-current': ({ medication }, day) =>
    `${drugName(medication)} is current on the chart (${statusAndKind(medication, day)}). LDN can precipitate withdrawal.`,
};

const KNOWN = {
  'end-date': 'Only the end date of the order is known',
  'ordered-supply': 'Only what was ordered is known, not what was handed over or taken',
} as const;

const recentOpioid: WordsOf<RecentOpioidFinding> = {
  'opioid-recent': ({ medication, lastDay, clearFrom }, day) =>
    `${drugName(medication)}: last exposure may be ${day(lastDay)} (${statusAndKind(medication, day)}). Earliest start ${day(clearFrom)}.`,
  'opioid-recent-by-order': (facts, day) =>
    `${recentOpioid['opioid-recent'](facts, day)} ${KNOWN[facts.basis]}: when was it last taken?`,
};

function longActing(medication: MedicationFact, day: DayWords): string {
  return `${drugName(medication)}: long-acting opioid (${statusAndKind(medication, day)}); contact its prescriber or treating service.`;
}

const maintenanceOpioid: WordsOf<MaintenanceOpioidFinding> = {
  'maintenance-opioid-current': ({ medication }, day) => longActing(medication, day),
  'maintenance-opioid-recent': ({ medication, lastDay, clearFrom }, day) =>
    `${longActing(medication, day)} Last exposure may be ${day(lastDay)}; not before ${day(clearFrom)}.`,
};

const depotOpioid: WordsOf<DepotOpioidFinding> = {
  'depot-opioid': ({ medication }, day) =>
    `${drugName(medication)}: depot, implant or pump (${statusAndKind(medication, day)}). No safe date; specialist advice.`,
  'depot-opioid-past': ({ medication, days }, day) =>
    `${drugName(medication)}: depot, implant or pump more than ${days} days ago (${statusAndKind(medication, day)}). No later one, and nothing left in place?`,
  'opioid-device-in-place': ({ procedure }, day) =>
    `${rowAndDay(procedure, day)}: pump, depot or implant. No safe date; specialist advice.`,
  'opioid-device-perhaps-in-place': ({ procedure }, day) =>
    `${rowAndDay(procedure, day)}: pump, depot or implant. Is nothing left in place?`,
};

const peripheralOpioid: WordsOf<PeripheralOpioidFinding> = {
  'peripheral-opioid': ({ medication }, day) =>
    `${rowAndDay(medication, day)}: peripheral opioid. High doses act centrally, and naltrexone may weaken it; the answer on other opioid sources covers it.`,
};

const pendingOpioid: WordsOf<PendingOpioidFinding> = {
  'opioid-pending': ({ medication }, day) => `Opioid order pending: ${rowAndDay(medication, day)}.`,
};

export const opioids = {
  ...currentOpioid,
  ...recentOpioid,
  ...maintenanceOpioid,
  ...depotOpioid,
  ...peripheralOpioid,
  ...pendingOpioid,
};
