/** What changed between the review and the write, as the prescriber reads it. Two that read the same are the same. */
import type { Finding, Judgement, OpioidEvidence, Severity } from '#lib/safety/judgement.ts';
import { screenDate, withScreenDates } from './dates.ts';
import { OPIOID_STATE_WORDS, VERDICT_HEADINGS } from './judgement.ts';

/** The parts of a judgement that stand once. Its findings and opioid rows are compared one by one. */
export type ComparedPart = 'patient' | 'asOf' | 'verdict' | 'earliestStart' | 'indication' | 'unseen';

interface PartWords {
  readonly name: string;
  readonly read: (judgement: Judgement) => string;
}

export const PART_WORDS: Readonly<Record<ComparedPart, PartWords>> = {
  patient: { name: 'Patient', read: ({ patient }) => patient },
  asOf: { name: 'Day of the check', read: ({ asOf }) => screenDate(asOf) },
  verdict: { name: 'Opioids', read: ({ opioid }) => VERDICT_HEADINGS[opioid.verdict] },
  earliestStart: {
    name: 'Earliest start',
    read: ({ opioid }) => (opioid.earliestStart === null ? 'none' : screenDate(opioid.earliestStart)),
  },
  indication: {
    name: 'Indication',
    read: ({ indication }) =>
      indication === null ? 'none recorded' : `${indication.text} (${indication.source})`,
  },
  unseen: { name: 'Not seen by this app', read: ({ unseen }) => [...unseen].sort().join('; ') },
};

export function partChanged(part: ComparedPart, was: string, now: string): string {
  return `${PART_WORDS[part].name}: now "${now}", at your review "${was}".`;
}

export function appeared(words: string): string {
  return `New on the chart: ${words}`;
}

export function changedRow(now: string, was: string): string {
  return `Changed since your review: ${now} (was: ${was})`;
}

export function disappeared(words: string): string {
  return `No longer in the chart: ${words}`;
}

const SEVERITY_MARK: Readonly<Record<Severity, string>> = {
  blocks: 'do not start',
  confirm: 'asks for confirmation',
  informs: 'for information',
};

export function findingWords({ message, severity }: Finding): string {
  return `${withScreenDates(message)} [${SEVERITY_MARK[severity]}]`;
}

export function evidenceWords({ text, state, lastExposure, clearFrom }: OpioidEvidence): string {
  const last = lastExposure === null ? '' : `, last possible exposure ${screenDate(lastExposure)}`;
  const clear = clearFrom === null ? '' : `, clear from ${screenDate(clearFrom)}`;
  return `${text} (${OPIOID_STATE_WORDS[state].toLowerCase()}${last}${clear})`;
}
