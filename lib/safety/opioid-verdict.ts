/** The opioid verdict and its evidence, from the judged medications and the ledger. PRESENT > CANNOT TELL > NONE FOUND. */

import type { JudgedMedication } from '#lib/safety/exposure/judged-medication.ts';
import type { OpioidProcedure } from '#lib/safety/exposure/opioid-procedure.ts';
import type { Recognition } from '#lib/terminology/recognition.ts';
import { type CalendarDate, latest } from '#lib/time/calendar-date.ts';
import type { OpioidEvidence, OpioidJudgement, OpioidState, OpioidVerdict } from './opioid-evidence.ts';

/** An opioid that reaches the brain; loperamide and its like leave the verdict and raise R07. */
export function isOpioid(recognition: Recognition): boolean {
  return recognition.kind === 'opioid' && !recognition.peripheralOnly;
}

/** A medication nobody can name, on a row that may mean it is or was taken. */
export function isUnidentified({ recognition, use }: JudgedMedication): boolean {
  return recognition.kind === 'cannot-tell' && use !== 'not-taken';
}

export function isEmptyList(medications: readonly JudgedMedication[]): boolean {
  return medications.every(
    ({ row, recognition }) => row.state === 'in-error' || recognition.kind === 'device',
  );
}

/** Anything that may be an opioid and any gap of the reading keeps the verdict from `none-found`. */
export function judgeOpioids(
  medications: readonly JudgedMedication[],
  procedures: readonly OpioidProcedure[],
  chartIsIncomplete: boolean,
): OpioidJudgement {
  const inPlace = procedures.filter(givesOpioidNow);
  const opioids = medications.filter(({ recognition }) => isOpioid(recognition));
  const unidentified = medications.filter(isUnidentified);
  return {
    verdict:
      inPlace.length > 0
        ? 'present'
        : verdict(opioids, unidentified.length > 0 || chartIsIncomplete || isEmptyList(medications)),
    earliestStart: inPlace.length > 0 ? null : earliestStart(opioids),
    evidence: [...[...opioids, ...unidentified].map(evidence), ...inPlace.map(evidenceOfProcedure)],
  };
}

/** A pump or implant with an opioid in it, put in or filled on a day of the last year. */
function givesOpioidNow({ kind, day, ingredients }: OpioidProcedure): boolean {
  return kind === 'in-place' && day !== null && ingredients.length > 0;
}

function evidenceOfProcedure({ row, words, ingredients, day }: OpioidProcedure): OpioidEvidence {
  return {
    source: row.source,
    carriesOut: [],
    text: words,
    ingredients,
    state: 'current',
    lastExposure: null,
    clearFrom: null,
    from: day,
    dateIsGuessed: true,
    because: [{ kind: 'procedure', words }],
  };
}

function verdict(opioids: readonly JudgedMedication[], somethingIsUnknown: boolean): OpioidVerdict {
  if (opioids.some(({ use }) => use === 'current' || use === 'recent')) return 'present';
  return somethingIsUnknown || opioids.some(({ use }) => use === 'undatable') ? 'cannot-tell' : 'none-found';
}

/** Latest clear day; null when any opioid is current, undatable or without a safe day, or there is none. */
function earliestStart(opioids: readonly JudgedMedication[]): CalendarDate | null {
  const taken = opioids.filter(({ use }) => ['current', 'recent', 'undatable', 'past'].includes(use));
  if (taken.some(({ use, depot }) => use === 'current' || use === 'undatable' || depot)) return null;
  return latest(taken.flatMap(({ clearFrom }) => (clearFrom === null ? [] : [clearFrom])));
}

const STATE = {
  current: 'current',
  recent: 'recent',
  past: 'historical',
  pending: 'pending',
  undatable: 'unidentified',
  'perhaps-taken': 'not-taken',
  'not-taken': 'not-taken',
} as const satisfies Record<JudgedMedication['use'], OpioidState>;

function evidence({ row, recognition, exposure, use, clearFrom }: JudgedMedication): OpioidEvidence {
  const identified = recognition.kind === 'opioid';
  const dated = identified && exposure.kind === 'ended';
  return {
    source: row.source,
    carriesOut: row.orders,
    text: row.words,
    ingredients: recognition.agonists,
    state: identified ? STATE[use] : 'unidentified',
    lastExposure: dated ? exposure.lastDay : null,
    clearFrom: dated ? clearFrom : null,
    from: 'from' in exposure ? exposure.from : null,
    dateIsGuessed:
      exposure.kind === 'undatable' || row.state === 'held' || (dated && exposure.basis !== 'supply'),
    because: identified
      ? recognition.evidence.map(({ from }) => ({ kind: 'recognised', from }))
      : recognition.doubts,
  };
}
