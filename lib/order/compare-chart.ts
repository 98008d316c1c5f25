/** Before the write: whether the chart, read and judged again, still says what the prescriber reviewed. */
import { screenDate, withScreenDates } from '../display/dates.ts';
import { OPIOID_STATE_WORDS, VERDICT_HEADINGS } from '../display/judgement-words.ts';
import type { Finding, Judgement, OpioidEvidence } from '../safety/judgement.ts';

export interface ChartDifference {
  /** Finding key ("R03"), row ("MedicationRequest/m1") or part of the judgement ("patient", "verdict"). */
  readonly key: string;
  /** "New on the chart: ..." for the screen. */
  readonly message: string;
}

declare const reread: unique symbol;

/** Proof that the chart was read again and nothing that matters had changed. Only `recheckBeforeWrite` makes one. */
export interface FreshChart {
  readonly [reread]: true;
  readonly patient: string;
  /** Epoch milliseconds at which the second reading ended. */
  readonly readAt: number;
}

export type Recheck =
  | { readonly fresh: FreshChart }
  | { readonly kind: 'changed-before-write'; readonly differences: readonly ChartDifference[] };

/** The judgement that was reviewed against the one of the chart as it is now. */
export function recheckBeforeWrite(before: Judgement, after: Judgement, readAt: number): Recheck {
  const differences = differencesThatMatter(before, after);
  if (differences.length > 0) return { kind: 'changed-before-write', differences };
  return { fresh: { patient: after.patient, readAt } as unknown as FreshChart };
}

/** Everything that alters a finding, the verdict, its evidence, the indication or what could be seen; empty when nothing does. */
export function differencesThatMatter(before: Judgement, after: Judgement): readonly ChartDifference[] {
  return [
    ...changed('patient', 'Patient', before.patient, after.patient),
    ...changed('asOf', 'Day of the check', screenDate(before.asOf), screenDate(after.asOf)),
    ...changed(
      'verdict',
      'Opioids',
      VERDICT_HEADINGS[before.opioid.verdict],
      VERDICT_HEADINGS[after.opioid.verdict],
    ),
    ...changed('earliestStart', 'Earliest start', dateOrNone(before), dateOrNone(after)),
    ...compareBy(before.findings, after.findings, (finding) => finding.key, findingWords),
    ...compareBy(before.opioid.evidence, after.opioid.evidence, (row) => row.source, evidenceWords),
    ...changed('indication', 'Indication', indicationWords(before), indicationWords(after)),
    ...changed('unseen', 'Not seen by this app', listed(before.unseen), listed(after.unseen)),
  ];
}

function changed(key: string, what: string, before: string, after: string): ChartDifference[] {
  return before === after ? [] : [{ key, message: `${what}: now "${after}", at your review "${before}".` }];
}

function compareBy<Row>(
  before: readonly Row[],
  after: readonly Row[],
  keyOf: (row: Row) => string,
  wordsOf: (row: Row) => string,
): ChartDifference[] {
  const old = new Map(before.map((row) => [keyOf(row), wordsOf(row)]));
  const now = new Map(after.map((row) => [keyOf(row), wordsOf(row)]));
  const differences: ChartDifference[] = [];
  for (const [key, words] of now) {
    const was = old.get(key);
    if (was === undefined) differences.push({ key, message: `New on the chart: ${words}` });
    else if (was !== words)
      differences.push({ key, message: `Changed since your review: ${words} (was: ${was})` });
  }
  for (const [key, words] of old) {
    if (!now.has(key)) differences.push({ key, message: `No longer in the chart: ${words}` });
  }
  return differences;
}

const SEVERITY_MARK: Readonly<Record<Finding['severity'], string>> = {
  blocks: 'do not start',
  confirm: 'asks for confirmation',
  informs: 'for information',
};

function findingWords({ message, severity }: Finding): string {
  return `${withScreenDates(message)} [${SEVERITY_MARK[severity]}]`;
}

function evidenceWords({ text, state, lastExposure, clearFrom }: OpioidEvidence): string {
  const last = lastExposure === null ? '' : `, last possible exposure ${screenDate(lastExposure)}`;
  const clear = clearFrom === null ? '' : `, clear from ${screenDate(clearFrom)}`;
  return `${text} (${OPIOID_STATE_WORDS[state].toLowerCase()}${last}${clear})`;
}

function dateOrNone({ opioid }: Judgement): string {
  return opioid.earliestStart === null ? 'none' : screenDate(opioid.earliestStart);
}

function indicationWords({ indication }: Judgement): string {
  return indication === null ? 'none recorded' : `${indication.text} (${indication.source})`;
}

function listed(unseen: readonly string[]): string {
  return [...unseen].sort().join('; ');
}
