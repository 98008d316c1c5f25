/** R01: a part of the chart that should have answered did not. There is no way round but reading it again. */
import type { ChartPart } from '#lib/chart/ledger.ts';
import { rowWords } from '#lib/safety/row-words.ts';
import type { Rule } from '#lib/safety/rule.ts';

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

export const checkIncompleteRecord: Rule = {
  id: 'R01',
  basis: ['policy'],
  check: (patient) => {
    const { gaps } = patient;
    const missing = [...gaps.incomplete, ...gaps.otherPatient];
    if (missing.length === 0) return [];
    const unchecked = [...new Set(missing.map(({ part }) => (part === null ? OPIOIDS : UNCHECKED[part])))];
    // Opioids first: that is what the prescriber came for.
    unchecked.sort((one, other) => Number(other === OPIOIDS) - Number(one === OPIOIDS));
    const named = missing
      .slice(0, SHOWN)
      .map(({ part, where, what }) => {
        const place = part === null || where.startsWith(part) ? where : `${part}, ${where}`;
        const row = rowWords(patient, where);
        return `${row === null ? place : `${place} (${row})`}: ${what}`;
      })
      .map((line) => line.replace(/\.$/, ''));
    const more = missing.length > SHOWN ? [`and ${missing.length - SHOWN} more`] : [];
    return [
      {
        severity: 'blocks',
        message: `Record incomplete; ${unchecked.join('; ')} not checked. ${[...named, ...more].join('; ')}. Retry.`,
        sources: [...new Set(missing.map(({ where }) => where))],
      },
    ];
  },
};
