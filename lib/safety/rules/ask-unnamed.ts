/**
 * How the medicines that nobody can name are asked about (R06): what may well be an opioid one by one, worst first, with what it resembles;
 * all the rest in one question with one answer, whatever their number.
 */
import { NO_DATE } from '#lib/safety/dated.ts';
import type { JudgedMedication, Standing } from '#lib/safety/exposure/judged-medication.ts';
import { recordedOn, wordsDateAuthor } from '#lib/safety/medication-words.ts';
import { isUnidentified } from '#lib/safety/opioid-verdict.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { Case, WordedFinding } from '#lib/safety/rule.ts';
import { doubtWords, GRAVEST_FIRST } from '#lib/terminology/doubt.ts';
import type { DayOf } from '#lib/time/chart-day.ts';
import { lastDoseQuestion } from './last-dose-question.ts';

/** POLICY: more suspicions than this are nobody's to answer one by one; the further ones are one question of their own. */
const MOST_ASKED_ALONE = 20;
/** Names and days in a message; the screen lists them all. */
const NAMES_SHOWN = 12;
const OTHER_DAYS_SHOWN = 4;
const DOUBTS_SHOWN = 4;

const WORST_FIRST: Readonly<Record<Standing, number>> = {
  current: 0,
  undatable: 1,
  recent: 2,
  'perhaps-taken': 3,
  pending: 4,
  past: 5,
  'not-taken': 6,
};

/** Rows of the same words are one thing to ask. */
type Name = readonly [JudgedMedication, ...JudgedMedication[]];

export function askUnnamed(patient: Case): WordedFinding[] {
  const names = byWords(patient.medications.filter(isUnidentified));
  const worstFirst = names.toSorted((one, other) => gravity(one) - gravity(other));
  const suspected = worstFirst.filter(isSuspected);
  const rest = worstFirst.filter((name) => !isSuspected(name));
  return [
    ...suspected.slice(0, MOST_ASKED_ALONE).map((name) => askAlone(name, patient)),
    ...askTogether(suspected.slice(MOST_ASKED_ALONE), 'more that may be opioids', patient),
    ...askTogether(rest, 'not recognised, none of them like an opioid', patient),
  ];
}

function byWords(medications: readonly JudgedMedication[]): Name[] {
  const names = new Map<string, [JudgedMedication, ...JudgedMedication[]]>();
  for (const medication of medications) {
    const words = medication.row.words.trim().toLowerCase();
    const same = names.get(words);
    if (same === undefined) names.set(words, [medication]);
    else same.push(medication);
  }
  return [...names.values()];
}

function isSuspected(name: Name): boolean {
  return name.some(({ recognition }) => recognition.doubts.some(({ kind }) => kind === 'suspicion'));
}

/** By the kind of the doubt, then by when it may have been taken. */
function gravity(name: Name): number {
  return Math.min(
    ...name.map(({ standing, recognition: { doubts } }) => {
      const kind = doubts[0]?.kind ?? 'unknown';
      return GRAVEST_FIRST[kind] * 10 + WORST_FIRST[standing];
    }),
  );
}

function askAlone(name: Name, patient: Case): WordedFinding {
  const doubts = [...new Set(name.flatMap(({ recognition }) => recognition.doubts.map(doubtWords)))];
  return {
    severity: 'confirm',
    message: `Possible opioid, confirm: ${wordsDateAuthor(name[0], patient.dayOf)}${alsoOn(name, patient.dayOf)}; ${doubts.slice(0, DOUBTS_SHOWN).join('; ')}. What is it, and when was the last dose?`,
    sources: name.map(({ row }) => row.source),
    reasons: reasons('not-an-opioid', 'opioid-last-taken', 'not-taken'),
    question: { ...lastDoseQuestion(name, patient), withoutDay: null },
  };
}

function askTogether(names: readonly Name[], what: string, patient: Case): WordedFinding[] {
  const rows = names.flat();
  if (rows.length === 0) return [];
  const shown = names
    .slice(0, NAMES_SHOWN)
    .map((name) => `${wordsDateAuthor(name[0], patient.dayOf)}${alsoOn(name, patient.dayOf)}`);
  const more = names.length > NAMES_SHOWN ? `; and ${names.length - NAMES_SHOWN} more` : '';
  return [
    {
      severity: 'confirm',
      message: `${names.length} ${names.length === 1 ? 'medicine' : 'medicines'}, ${what}: ${shown.join('; ')}${more}. Is any of them an opioid?`,
      sources: rows.map(({ row }) => row.source),
      reasons: reasons('none-is-an-opioid', 'opioid-last-taken', 'not-taken'),
      question: { ...lastDoseQuestion(rows, patient), withoutDay: null },
    },
  ];
}

/** The days of the further rows of one name: " (also 2026-01-05, 2026-02-10)". */
function alsoOn([first, ...further]: Name, dayOf: DayOf): string {
  const own = recordedOn(first.row, dayOf);
  const days = [...new Set(further.map(({ row }) => recordedOn(row, dayOf)))]
    .filter((day) => day !== own)
    .map((day) => day ?? NO_DATE)
    .sort();
  const shown = days.slice(0, OTHER_DAYS_SHOWN).join(', ');
  const more = days.length > OTHER_DAYS_SHOWN ? ` and ${days.length - OTHER_DAYS_SHOWN} more` : '';
  return days.length === 0 ? '' : ` (also ${shown}${more})`;
}
