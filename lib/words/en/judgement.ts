/** The words for a verdict, a severity and the state of an opioid row. Never "clear", never "safe". */

import type { Finding } from '#lib/safety/finding.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { OpioidEvidence, OpioidState, OpioidVerdict } from '#lib/safety/opioid-evidence.ts';
import type { Severity } from '#lib/safety/rule-id.ts';
import { latest } from '#lib/time/calendar-date.ts';
import type { VerdictMark, VerdictWords } from '../shapes.ts';
import { opioidName } from './country.ts';
import { screenDate } from './dates.ts';
import { findingWords } from './finding.ts';
import { incompleteInShort } from './findings/incomplete-record.ts';

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  blocks: 'Do not start',
  confirm: 'To answer at Review',
  informs: 'For information',
};

export const OPIOID_STATE_WORDS: Readonly<Record<OpioidState, string>> = {
  current: 'Current',
  recent: 'Recent',
  historical: 'Past',
  pending: 'Ordered, not active',
  'not-taken': 'Recorded as not taken',
  unidentified: 'Unnamed or undated',
};

export const VERDICT_HEADINGS: Readonly<Record<OpioidVerdict, string>> = {
  present: 'Opioid on the chart',
  'cannot-tell': 'Cannot tell',
  'none-found': 'No opioid found in the records this app could read',
};

/** "No opioid found" never stands over opioid rows. */
const NONE_CURRENT = 'No current opioid in the records this app could read';

function opioidHeading({ opioid: { verdict, evidence } }: Judgement): string {
  return verdict === 'none-found' && evidence.length > 0 ? NONE_CURRENT : VERDICT_HEADINGS[verdict];
}

/** Where something else blocks and no opioid is found, the first words seen are not "No opioid found". */
const BLOCKED_OTHERWISE = 'Do not start';

const VERDICT_MARKS: Readonly<Record<OpioidVerdict, VerdictMark>> = {
  present: 'stop',
  'cannot-tell': 'question',
  'none-found': 'tick',
};
const OPIOID_RULES = new Set(['R01', 'R02', 'R03', 'R04', 'R05', 'R06']);

function blocks(judgement: Judgement): readonly Finding[] {
  return judgement.findings.filter((finding) => finding.severity === 'blocks');
}

function sentenceOf(judgement: Judgement): string {
  const { verdict, earliestStart } = judgement.opioid;
  const aboutOpioids = judgement.findings.filter((finding) => OPIOID_RULES.has(finding.rule));
  const worst = aboutOpioids.find((finding) => finding.severity === 'blocks') ?? aboutOpioids[0];
  const because = worst === undefined ? '' : ` ${findingWords(worst)}`;
  switch (verdict) {
    case 'present': {
      const stopped = worst?.severity === 'blocks' ? 'Do not start.' : 'Ask before starting.';
      const recheck =
        earliestStart === null || earliestStart <= judgement.asOf
          ? ''
          : ` Earliest start ${screenDate(earliestStart)}.`;
      return `${stopped}${because}${worst?.rule === 'R03' ? '' : recheck}`;
    }
    case 'cannot-tell':
      if (worst?.code === 'record-incomplete') return `Do not start. ${incompleteInShort(worst.facts)}`;
      return worst === undefined || SAYS_NO_REASON.has(worst.code)
        ? `${whyUncertain(judgement)}${because}`
        : because.trim();
    case 'none-found':
      return judgement.opioid.evidence.length > 0 ? pastOpioids(judgement) : NOTHING_SHOWN;
  }
}

/** They name an opioid and its days, and not what is wrong with them. */
const SAYS_NO_REASON: ReadonlySet<Finding['code']> = new Set(['opioids-undated', 'depots-undated']);

const NOTHING_SHOWN =
  'The patient may still take one: other pharmacies, clinics and what is at home are not in these records.';
const NOT_IN_RECORDS = 'Other pharmacies, clinics and what is at home are not in these records.';

/** "Oxycodone ended 21-Oct-2026, opioid-free days complete since 01-Nov-2026." Of several the one that was last waited for. */
function pastOpioids({ opioid: { evidence }, jurisdiction }: Judgement): string {
  const ended = evidence
    .flatMap(({ ingredients, lastExposure, clearFrom, dateIsGuessed }) =>
      lastExposure === null || clearFrom === null || ingredients.length === 0
        ? []
        : [
            {
              name: ingredients.map((one) => opioidName(one, jurisdiction)).join(' and '),
              lastExposure,
              clearFrom,
              dateIsGuessed,
            },
          ],
    )
    .sort((one, other) => (one.clearFrom < other.clearFrom ? 1 : -1));
  const [last] = ended;
  if (last === undefined) return `${PAST_ROWS} ${NOT_IN_RECORDS}`;
  const name = last.name.charAt(0).toUpperCase() + last.name.slice(1);
  return `${name} ended ${screenDate(last.lastExposure)}${last.dateIsGuessed ? ' at the latest' : ''}, opioid-free days complete since ${screenDate(last.clearFrom)}. ${NOT_IN_RECORDS}`;
}

const PAST_ROWS = 'The opioids on this chart are past, not active, or recorded as not taken.';

/** Of several current opioids the longest wait; none where one of them has no safe date. */
function ifLastToday({ findings, opioid }: Judgement): string | null {
  if (opioid.verdict !== 'present' || findings.some(({ rule }) => rule === 'R05')) return null;
  const waits = findings.flatMap((finding) =>
    finding.code === 'opioid-current' || finding.code === 'maintenance-opioid-current'
      ? [finding.facts.ifLastToday]
      : [],
  );
  const [longest] = waits.sort((one, other) => other.washoutDays - one.washoutDays);
  if (longest === undefined) return null;
  const recent = opioid.evidence.flatMap(({ clearFrom }) => (clearFrom === null ? [] : [clearFrom]));
  const earliest = latest([longest.earliestStart, ...recent]) ?? longest.earliestStart;
  const agreed = findings.some(({ code }) => code === 'maintenance-opioid-current')
    ? ', and only as agreed with the treating service'
    : '';
  return `If the last dose were today: not before ${screenDate(earliest)}, after at least ${longest.washoutDays} days without any opioid${agreed}.`;
}

function whyUncertain({ opioid: { evidence } }: Judgement): string {
  const unsure = evidence.filter(({ state }) => state === 'unidentified');
  if (unsure.length === 0) return 'Nothing on this chart says what the patient takes.';
  return unsure.every(({ ingredients }) => ingredients.length > 0)
    ? 'Nothing says when an opioid on this chart was last taken.'
    : 'Something on this chart may be an opioid.';
}

/** The state of one row: which of name and date is missing. */
export function stateWords({ state, ingredients }: OpioidEvidence): string {
  if (state !== 'unidentified') return OPIOID_STATE_WORDS[state];
  return ingredients.length > 0 ? 'Last day not known' : 'Not identified';
}

export function verdictWords(judgement: Judgement): VerdictWords {
  const { verdict } = judgement.opioid;
  const alsoBlocked = blocks(judgement)
    .filter((finding) => !OPIOID_RULES.has(finding.rule))
    .map((finding) => findingWords(finding));
  const heading = opioidHeading(judgement);
  const isBlockedOtherwise = alsoBlocked.length > 0 && verdict === 'none-found';
  return {
    heading: isBlockedOtherwise ? BLOCKED_OTHERWISE : heading,
    mark: alsoBlocked.length > 0 ? 'stop' : VERDICT_MARKS[verdict],
    sentence: isBlockedOtherwise ? `${heading}. ${sentenceOf(judgement)}` : sentenceOf(judgement),
    ifLastToday: ifLastToday(judgement),
    alsoBlocked,
  };
}
