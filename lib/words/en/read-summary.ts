/** What of the chart was read, in words: "10 of 12 parts read". */
import type { Asked, Ledger, LedgerEntry, LedgerProblem } from '#lib/chart/ledger.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { ReadSummary } from '../shapes.ts';
import { screenDate } from './dates.ts';
import { unreadWords } from './unread.ts';

export const STATE_WORDS: Readonly<Record<LedgerEntry['state'], string>> = {
  complete: 'Read',
  partial: 'Read in part',
  refused: 'Refused by the EHR',
  failed: 'Could not be read',
  unsupported: 'Not available here',
};

const GAP_WORDS: Readonly<Record<NonNullable<LedgerEntry['gap']>, string>> = {
  server: 'this EHR does not offer it',
  'not-granted': 'this EHR did not grant it to the app',
  'site-profile': 'known to be absent at this site',
};

export const PART_WORDS: Readonly<Record<LedgerEntry['part'], string>> = {
  Patient: 'Patient',
  MedicationRequest: 'Medication orders',
  MedicationStatement: 'Medication statements',
  MedicationDispense: 'Dispensed medications',
  MedicationAdministration: 'Administered medications',
  AllergyIntolerance: 'Allergies',
  Condition: 'Problems',
  Observation: 'Results',
  Procedure: 'Procedures',
  Appointment: 'Appointments',
  ServiceRequest: 'Orders for services',
  Encounter: 'Visits',
};

/** Of a chart that was read whole and holds no medicine. */
export const NO_MEDICINES_RECORDED =
  'No medicines are recorded in this chart. This does not show that the patient takes no opioid.';

function counts({ weight }: LedgerProblem): boolean {
  return weight === 'incomplete' || weight === 'other-patient';
}

function isGap({ state, problems }: LedgerEntry): boolean {
  return !['complete', 'unsupported'].includes(state) || problems.some(counts);
}

/** The ledger as the judgement weighs it: an odd row that it stops at (R01) is a row not read, and any other is only told. */
function weighed(ledger: Ledger, judgement: Judgement | null): Ledger {
  const stopping = new Set(
    judgement?.findings.flatMap(({ rule, sources }) => (rule === 'R01' ? sources : [])),
  );
  const isStopped = ({ weight, where }: LedgerProblem) => weight === 'odd' && stopping.has(where);
  const entries = ledger.entries.map((entry): LedgerEntry => {
    if (!entry.problems.some(isStopped)) return entry;
    const problems = entry.problems.map(
      (problem): LedgerProblem => (isStopped(problem) ? { ...problem, weight: 'incomplete' } : problem),
    );
    return { ...entry, problems, state: entry.state === 'complete' ? 'partial' : entry.state };
  });
  return { ...ledger, entries };
}

function withSmallInitial(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function gapWords({ part, state, problems }: LedgerEntry): string {
  const said =
    state === 'complete' || state === 'unsupported' ? 'incomplete' : withSmallInitial(STATE_WORDS[state]);
  const what = problems.filter(counts).map((problem) => `${problem.where} ${unreadWords(problem.what)}`);
  return [`${PART_WORDS[part]}: ${said}`, ...what].join('; ');
}

/** "laboratory results since 02-Feb-2025" */
function askedWords(asked: Asked): string {
  switch (asked.kind) {
    case 'laboratory':
      return asked.since === null
        ? 'laboratory results of any day'
        : `laboratory results since ${screenDate(asked.since)}`;
    case 'codes':
      return 'results of any day under the codes of the checks';
    case 'categories':
      return `results of the categories ${asked.categories.join(', ')}`;
    case 'everything':
      return 'all results';
  }
}

export function readSummary(read: Ledger, judgement: Judgement | null): ReadSummary {
  const ledger = weighed(read, judgement);
  const complete = ledger.entries.filter((entry) => entry.state === 'complete').length;
  const beside = ledger.problems.some(({ weight }) => weight === 'incomplete')
    ? ', but the chart as a whole is incomplete'
    : '';
  return {
    headline: `${complete} of ${ledger.entries.length} parts of the chart read${beside}`,
    parts: ledger.entries.map((entry) => ({
      part: PART_WORDS[entry.part],
      state: STATE_WORDS[entry.state],
      rows: entry.rows,
      details: [
        ...(entry.gap === null ? [] : [GAP_WORDS[entry.gap]]),
        ...(entry.asked.length === 0 ? [] : [`asked for: ${entry.asked.map(askedWords).join('; ')}`]),
        ...entry.problems.map(({ where, what }) => `${where}: ${unreadWords(what)}`),
      ],
    })),
    gaps: [
      ...ledger.entries.filter(isGap).map(gapWords),
      ...ledger.problems.filter(counts).map(({ where, what }) => `${where}: ${unreadWords(what)}`),
    ],
    problems: ledger.problems.map(({ where, what }) => `${where}: ${unreadWords(what)}`),
  };
}

const MOST_UNNAMED = 20;

/** What this EHR did not let the app see: parts with whose gap it is, then medicines nobody could name. */
export function unseenHere(judgement: Judgement, ledger: Ledger): readonly string[] {
  const parts = ledger.entries
    .filter(({ state }) => state === 'unsupported')
    .map(({ part, gap }) => `${PART_WORDS[part]}${gap === null ? '' : `: ${GAP_WORDS[gap]}`}`);
  const unnamed = judgement.opioid.evidence
    .filter(({ state, ingredients }) => state === 'unidentified' && ingredients.length === 0)
    .map(({ text }) => `What this medicine is: "${text}"`);
  const kinds = ledger.unreadKinds.map((kind) => `${kind}: this app does not look into it`);
  const names = [...new Set(unnamed)];
  const more = names.length - MOST_UNNAMED;
  return [
    ...parts,
    ...kinds,
    ...names.slice(0, MOST_UNNAMED),
    ...(more > 0 ? [`What ${more} more medicines are: their names are in the list of checks`] : []),
  ];
}
