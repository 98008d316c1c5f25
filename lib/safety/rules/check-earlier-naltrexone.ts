/** R29: naltrexone was tried before. Its dose, its end and the reason on the row tell where to begin this time. */

import { conceptWords } from '#lib/safety/concept.ts';
import type { JudgedMedication } from '#lib/safety/exposure/judged-medication.ts';
import { drugWords, recordedOn, wordsDateAuthor } from '#lib/safety/medication-words.ts';
import type { Case, Rule } from '#lib/safety/rule.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { isOnBoard, mayBeOnBoard } from './check-naltrexone-current.ts';
import { isNaltrexone } from './naltrexone.ts';
import { dailyMilligrams } from './naltrexone-dose.ts';

const SHOWN = 4;

export const checkEarlierNaltrexone: Rule = {
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
    const more = told.length > SHOWN ? [`and ${told.length - SHOWN} more`] : [];
    return [
      {
        severity: 'informs',
        message: `Naltrexone tried before: ${[...told.slice(0, SHOWN).map((one) => trialWords(one, patient)), ...more].join('; ')}. Where it was stopped for its effects, propose the gentle start.`,
        sources: told.map(({ row }) => row.source),
      },
    ];
  },
};

const OVER = new Set(['completed', 'stopped', 'cancelled']);

/** Over and once taken, or not taken for a reason that was written down. */
function wasTried(medication: JudgedMedication, patient: Case): boolean {
  if (!isNaltrexone(medication)) return false;
  const { row, exposure } = medication;
  if (row.kind === 'statement' && row.status === 'not-taken') return row.statusReasons.length > 0;
  if (row.status === null || !OVER.has(row.status)) return false;
  if (exposure.kind !== 'ended' && exposure.kind !== 'long-ended' && exposure.kind !== 'undatable')
    return false;
  return !isOnBoard(medication, patient) && !mayBeOnBoard(medication);
}

/** "naltrexone 1.5 mg capsule (4.5 mg a day) until 2025-06-10, stopped for nausea" */
function trialWords(medication: JudgedMedication, { dayOf }: Case): string {
  const { row, exposure } = medication;
  const words =
    exposure.kind === 'ended'
      ? `${drugWords(medication)} until ${exposure.lastDay}`
      : wordsDateAuthor(medication, dayOf);
  const dose = dailyMilligrams(medication);
  const reason = row.statusReasons.map(conceptWords).join(', ');
  return `${words}${dose === null ? '' : ` (${dose} mg a day)`}, ${row.status}${reason === '' ? '' : ` for ${reason}`}`;
}

function lastDay({ row, exposure }: JudgedMedication, { dayOf }: Case): CalendarDate | null {
  return exposure.kind === 'ended' ? exposure.lastDay : recordedOn(row, dayOf);
}

/** Unknown days come first. */
function compare(a: CalendarDate | null, b: CalendarDate | null): number {
  return (a ?? '') < (b ?? '') ? -1 : 1;
}
