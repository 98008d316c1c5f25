/** The chart's own reason for LDN: fibromyalgia first, then chronic or neuropathic pain. */
import type { Chart, ConditionRow } from '#lib/chart/chart.ts';
import { namesOf } from '#lib/safety/chart-facts.ts';
import { isSought, type Sought } from '#lib/safety/concept.ts';
import { isActive } from '#lib/safety/condition-standing.ts';
import type { Indication } from '#lib/safety/indication.ts';

const NOT_MEANT = /\b(family history|screening|ruled out|at risk)\b/i;

/** ICD-10 M79.7; SNOMED CT 203082005 and 95417003 (as Synthea has it). */
const FIBROMYALGIA: Sought = {
  codes: new Set(['203082005', '95417003']),
  icd10: ['M79.7'],
  words: /\b(fibromyalgia|fibromyalgie|fibromialgia|fibromyositis)\b/i,
  except: NOT_MEANT,
};

/** ICD-10 G89.2, G89.4; SNOMED CT chronic pain, neuropathic pain. */
const CHRONIC_PAIN: Sought = {
  codes: new Set(['82423001', '247398009']),
  icd10: ['G89.2', 'G89.4'],
  words: /\bchronic\b.{0,80}\bpain\b|\bneuropathic pain\b|\bneuralgia\b/i,
  except: NOT_MEANT,
};

export function findIndication(chart: Chart): Indication | null {
  const active = chart.conditions.filter(isActive);
  return indication(active, FIBROMYALGIA, true) ?? indication(active, CHRONIC_PAIN, false);
}

function indication(
  active: readonly ConditionRow[],
  sought: Sought,
  isFibromyalgia: boolean,
): Indication | null {
  const condition = active.find(({ concept }) => isSought(concept, sought));
  const text = condition === undefined ? null : namesOf(condition.concept);
  if (condition === undefined || text === null) return null;
  const coding = condition.concept.codings.find(({ system, code }) => system !== null && code !== null);
  return {
    source: condition.source,
    text,
    coding:
      coding?.system == null || coding.code === null
        ? null
        : { system: coding.system, code: coding.code, display: coding.display },
    isFibromyalgia,
  };
}
