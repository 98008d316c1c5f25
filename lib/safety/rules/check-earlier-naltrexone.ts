/** R29: naltrexone was tried before. Its dose, its end and the reason on the row tell where to begin this time. */

import { isEnded } from '#lib/chart/states.ts';
import { namesOf } from '#lib/safety/chart-facts.ts';
import type { JudgedMedication } from '#lib/safety/exposure/judged-medication.ts';
import { medicationFact, recordedOn } from '#lib/safety/medication-fact.ts';
import type { MedicationFact } from '#lib/safety/row-fact.ts';
import type { Case, RawFinding, Rule } from '#lib/safety/rule.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { isOnBoard, mayBeOnBoard } from './check-naltrexone-current.ts';
import { isNaltrexone } from './naltrexone.ts';
import { dailyMilligrams } from './naltrexone-dose.ts';

export interface EarlierTrial {
  readonly medication: MedicationFact;
  /** Last day it may have been taken; null where the chart does not tell. */
  readonly until: CalendarDate | null;
  /** Null where the row leaves room. */
  readonly milligramsADay: number | null;
  /** Why it has its status, in the chart's own words. */
  readonly statusReason: string | null;
}

export type EarlierNaltrexoneFinding = RawFinding<
  'naltrexone-tried-before',
  /** The latest first. */
  { readonly trials: readonly EarlierTrial[] }
>;

export const checkEarlierNaltrexone: Rule<EarlierNaltrexoneFinding> = {
  id: 'R29',
  basis: ['policy'],
  check: (patient) => {
    const tried = patient.medications.filter((medication) => wasTried(medication, patient));
    const orders = new Set(tried.map(({ row }) => row.source));
    // A supply of an order that is told itself adds nothing.
    const told = tried
      .filter(({ row }) => !row.orders.some((order) => orders.has(order)))
      .sort((a, b) => compare(lastDay(b, patient), lastDay(a, patient)));
    if (told.length === 0) return [];
    return [
      {
        code: 'naltrexone-tried-before',
        facts: { trials: told.map((one) => earlierTrial(one, patient)) },
        severity: 'informs',
        sources: told.map(({ row }) => row.source),
      },
    ];
  },
};

/** Over and once taken, or not taken for a reason that was written down. */
function wasTried(medication: JudgedMedication, patient: Case): boolean {
  if (!isNaltrexone(medication)) return false;
  const { row, exposure } = medication;
  if (row.state === 'denied') return row.statusReasons.length > 0;
  if (!isEnded(row.state)) return false;
  if (exposure.kind !== 'ended' && exposure.kind !== 'long-ended' && exposure.kind !== 'undatable')
    return false;
  return !isOnBoard(medication, patient) && !mayBeOnBoard(medication);
}

function earlierTrial(one: JudgedMedication, { dayOf }: Case): EarlierTrial {
  return {
    medication: medicationFact(one, dayOf),
    until: one.exposure.kind === 'ended' ? one.exposure.lastDay : null,
    milligramsADay: dailyMilligrams(one),
    statusReason: namesOf(...one.row.statusReasons),
  };
}

function lastDay({ row, exposure }: JudgedMedication, { dayOf }: Case): CalendarDate | null {
  return exposure.kind === 'ended' ? exposure.lastDay : recordedOn(row, dayOf);
}

/** Unknown days come first. */
function compare(a: CalendarDate | null, b: CalendarDate | null): number {
  return (a ?? '') < (b ?? '') ? -1 : 1;
}
