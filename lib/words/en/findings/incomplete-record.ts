/** R01 */
import type { ChartPart } from '#lib/chart/ledger.ts';
import type { IncompleteRecordFinding, MissingFact } from '#lib/safety/rules/check-incomplete-record.ts';
import type { DayWords } from '../../shapes.ts';
import { rowAndDay } from '../rows.ts';
import { unreadWords } from '../unread.ts';
import type { WordsOf } from './words-of.ts';

const SHOWN = 5;

const OPIOIDS = 'opioids';
/** What was not checked where a part was not read whole. What belongs to no part may hold anything. */
const UNCHECKED: Readonly<Record<ChartPart, string>> = {
  Patient: 'who the patient is',
  MedicationRequest: OPIOIDS,
  MedicationStatement: OPIOIDS,
  MedicationDispense: OPIOIDS,
  MedicationAdministration: OPIOIDS,
  AllergyIntolerance: 'allergies',
  Condition: 'opioid use disorder, liver disease and pregnancy',
  Observation: 'urine tests for opioids, liver, kidney and pregnancy results',
  Procedure: 'implants, pumps and planned procedures',
  Appointment: 'booked surgery',
  ServiceRequest: 'ordered surgery and referrals',
  Encounter: 'treatment of opioid use disorder at visits',
};

/** Opioids first: that is what the prescriber came for. */
function unchecked(missing: readonly MissingFact[]): string {
  const each = [...new Set(missing.map(({ part }) => (part === null ? OPIOIDS : UNCHECKED[part])))];
  each.sort((one, other) => Number(other === OPIOIDS) - Number(one === OPIOIDS));
  return `${each.join('; ')} not checked`;
}

/** Where what is missing is listed beside it. */
export function incompleteInShort({ missing }: IncompleteRecordFinding['facts']): string {
  return `Record incomplete; ${unchecked(missing)}. Read the chart again.`;
}

export const incompleteRecord: WordsOf<IncompleteRecordFinding> = {
  'record-incomplete': ({ missing }, day) => {
    const named = missing.slice(0, SHOWN).map((problem) => missingWords(problem, day));
    const more = missing.length > SHOWN ? [`and ${missing.length - SHOWN} more`] : [];
    return `Record incomplete; ${unchecked(missing)}. ${endOnce([...named, ...more].join('; '))} Retry.`;
  },
};

/** What an EHR says may end in a full stop of its own, within its quotation marks. */
function endOnce(sentence: string): string {
  return sentence.endsWith('."') ? sentence : `${sentence}.`;
}

function missingWords({ part, where, what, row }: MissingFact, day: DayWords): string {
  const place = part === null || where.startsWith(part) ? where : `${part}, ${where}`;
  return `${row === null ? place : `${place} (${rowAndDay(row, day)})`}: ${unreadWords(what)}`;
}
