/** R06: what nobody can name or date, an empty list, warnings of the EHR. */
import type { UndatedWhy } from '#lib/safety/exposure/exposure.ts';
import type { MedicationFact } from '#lib/safety/row-fact.ts';
import type { UnnamedFact } from '#lib/safety/rules/ask-unnamed.ts';
import type { UndatedOpioid, UnidentifiedFinding } from '#lib/safety/rules/check-unidentified.ts';
import type { DayWords } from '../../shapes.ts';
import { doubtWords } from '../recognised-by.ts';
import { drugName, recordedDay, rowAndDay, statusAndKind } from '../rows.ts';
import { unreadWords } from '../unread.ts';
import type { WordsOf } from './words-of.ts';

/** Names, days and doubts in a sentence; the screen lists them all. */
const NAMES_SHOWN = 12;
const OTHER_DAYS_SHOWN = 4;
const DOUBTS_SHOWN = 4;

const NOT_RECORDED = 'not recorded';

type Why = (opioid: UndatedOpioid) => string;

/** By the kind of row, for each names what it lacks in its own way. */
const NO_END: Readonly<Record<MedicationFact['kind'], Why>> = {
  request: ({ medication }) => `it is ${medication.status} and the chart does not say when it was last taken`,
  statement: ({ medication }) => `the statement is ${medication.status} without an end date`,
  dispense: () => 'the dispense has no end',
  administration: () => 'the administration has no end',
};

const WHOSE: Readonly<Record<MedicationFact['kind'], string>> = {
  request: 'its',
  statement: 'its',
  dispense: "the dispense's",
  administration: "the administration's",
};

const WHY: Readonly<Record<UndatedWhy | 'cancelled', Why>> = {
  status: ({ medication: { kind, status } }) => `${WHOSE[kind]} status is ${status ?? NOT_RECORDED}`,
  intent: ({ intent }) => `its intent is ${intent ?? NOT_RECORDED}`,
  'no-date': ({ medication: { kind } }) => `the ${kind} has no date`,
  'no-end': (opioid) => NO_END[opioid.medication.kind](opioid),
  'no-days': ({ medication: { kind } }) => `the ${kind} does not say for how many days it is`,
  cancelled: () => 'some EHRs cancel an order that was in use; was it ever taken?',
};

/** "pain pill, 2026-01-05 (also 2026-02-10)" */
function unnamed({ medication, alsoOn }: UnnamedFact, day: DayWords): string {
  const words = rowAndDay(medication, day);
  if (alsoOn.length === 0) return words;
  const shown = alsoOn.slice(0, OTHER_DAYS_SHOWN).map((one) => recordedDay(one, day));
  const more = alsoOn.length - shown.length;
  return `${words} (also ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''})`;
}

const NEVER_SEEN = 'not recognised, none resembling an opioid';
const MAY_BE_OPIOIDS = 'more that may be opioids';

function howMany({ length }: readonly UnnamedFact[]): string {
  return `${length} ${length === 1 ? 'medicine' : 'medicines'}`;
}

/** Where the names stand beside it as a list. */
export function severalInShort(
  code: 'more-possible-opioids' | 'unknown-medicines',
  names: readonly UnnamedFact[],
) {
  return `${howMany(names)}, ${code === 'unknown-medicines' ? NEVER_SEEN : MAY_BE_OPIOIDS}.`;
}

function together(what: string, names: readonly UnnamedFact[], day: DayWords): string {
  const shown = names.slice(0, NAMES_SHOWN).map((name) => unnamed(name, day));
  const more = names.length > NAMES_SHOWN ? [`and ${names.length - NAMES_SHOWN} more`] : [];
  return `${howMany(names)}, ${what}: ${[...shown, ...more].join('; ')}. Is any of them an opioid?`;
}

export const unidentified: WordsOf<UnidentifiedFinding> = {
  'opioids-undated': ({ opioids, tooRecentFrom }, day) => {
    const rows = opioids.map(
      (one) => `${drugName(one.medication)} (${statusAndKind(one.medication, day)}: ${WHY[one.why](one)})`,
    );
    return `${rows.join('; ')}: last taken before ${day(tooRecentFrom)}?`;
  },
  'depots-undated': (facts, day) =>
    `${unidentified['opioids-undated'](facts, day)} A depot or implant: give the day of the last one.`,
  'possible-opioid': (facts, day) =>
    `Possible opioid, confirm: ${unnamed(facts, day)}; ${facts.doubts.slice(0, DOUBTS_SHOWN).map(doubtWords).join('; ')}. What is it, and when was the last dose?`,
  'more-possible-opioids': ({ names }, day) => together(MAY_BE_OPIOIDS, names, day),
  'unknown-medicines': ({ names }, day) => together(NEVER_SEEN, names, day),
  'opioid-entered-in-error': ({ medication }, day) =>
    `${rowAndDay(medication, day)}: entered in error, but may have been taken. Was any taken?`,
  'no-medication-orders': () =>
    'No medication orders recorded. This does not show the patient takes no opioid.',
  'answers-with-warnings': ({ warnings }) => {
    const said = new Set(warnings.map(({ part, what }) => `${part ?? 'chart'}: ${unreadWords(what)}`));
    return `This EHR warns with its answers: ${[...said].join('; ')}. Are the medicines complete?`;
  },
};
