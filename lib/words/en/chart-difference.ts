/** What changed between two readings of the chart, as the prescriber reads it. */
import type { ChartDifference, ComparedParts } from '#lib/order/write/compare-chart.ts';
import type { Finding } from '#lib/safety/finding.ts';
import type { OpioidEvidence } from '#lib/safety/opioid-evidence.ts';
import type { Severity } from '#lib/safety/rule-id.ts';
import { screenDate } from './dates.ts';
import { findingWords } from './finding.ts';
import { OPIOID_STATE_WORDS, VERDICT_HEADINGS } from './judgement.ts';

type PartWords = {
  readonly [Part in keyof ComparedParts]: {
    readonly name: string;
    readonly words: (value: ComparedParts[Part]) => string;
  };
};

const PARTS: PartWords = {
  patient: { name: 'Patient', words: (patient) => patient },
  asOf: { name: 'Day of the check', words: screenDate },
  verdict: { name: 'Opioids', words: (verdict) => VERDICT_HEADINGS[verdict] },
  earliestStart: { name: 'Earliest start', words: (day) => (day === null ? 'none' : screenDate(day)) },
  indication: {
    name: 'Indication',
    words: (indication) =>
      indication === null ? 'none recorded' : `${indication.text} (${indication.source})`,
  },
  unseen: { name: 'Not seen by this app', words: (unseen) => unseen.join('; ') },
};

export function chartDifferenceWords(difference: ChartDifference): string {
  switch (difference.kind) {
    case 'part': {
      const { name, words } = PARTS[difference.key] as {
        name: string;
        words: (value: typeof difference.was) => string;
      };
      return `${name}: now "${words(difference.now)}", at your review "${words(difference.was)}".`;
    }
    case 'finding':
      return changed(difference.was, difference.now, shownFinding);
    case 'opioid':
      return changed(difference.was, difference.now, evidenceWords);
  }
}

function changed<Row>(was: Row | null, now: Row | null, words: (row: Row) => string): string {
  if (now === null) return was === null ? '' : `No longer in the chart: ${words(was)}`;
  if (was === null) return `New on the chart: ${words(now)}`;
  return `Changed since your review: ${words(now)} (was: ${words(was)})`;
}

const SEVERITY_MARK: Readonly<Record<Severity, string>> = {
  blocks: 'do not start',
  confirm: 'asks for confirmation',
  informs: 'for information',
};

function shownFinding(finding: Finding): string {
  return `${findingWords(finding)} [${SEVERITY_MARK[finding.severity]}]`;
}

function evidenceWords({ text, state, lastExposure, clearFrom }: OpioidEvidence): string {
  const last = lastExposure === null ? '' : `, last possible exposure ${screenDate(lastExposure)}`;
  const clear = clearFrom === null ? '' : `, clear from ${screenDate(clearFrom)}`;
  return `${text} (${OPIOID_STATE_WORDS[state].toLowerCase()}${last}${clear})`;
}
