/** The chart's own reason for LDN: fibromyalgia first, then other pain, then what else LDN is given for. */
import type { Chart, ConditionRow } from '#lib/chart/chart.ts';
import { namesOf } from '#lib/safety/chart-facts.ts';
import { isSought, type Sought } from '#lib/safety/concept.ts';
import { isActive } from '#lib/safety/condition.ts';
import type { Indication, IndicationKind } from '#lib/safety/indication.ts';
import { anyOf, NOT_SAID_OF_THE_PATIENT } from '#lib/terminology/codes/sought.ts';

const NOT_MEANT = anyOf(/\b(family history|screening|ruled out|at risk)\b/, NOT_SAID_OF_THE_PATIENT);

/** The first that an active problem is. ICD-10(-CM), SNOMED CT, and the words of a problem without a code. */
const INDICATIONS: readonly (Sought & { readonly kind: IndicationKind })[] = [
  {
    kind: 'fibromyalgia',
    // 95417003: as Synthea has it.
    codes: new Set(['203082005', '95417003']),
    icd10: ['M79.7'],
    words: /\b(fibromyalgia|fibromyalgie|fibromialgia|fibromyositis|FMS)\b/i,
  },
  {
    kind: 'complex-regional-pain',
    codes: new Set(['128200000']),
    icd10: ['G90.5', 'G56.4', 'G57.7', 'M89.0'],
    words:
      /\bcomplex regional pain\b|\bdolor regional complejo\b|\b(CRPS|SDRC)\b|\balgodystrophie\b|\breflex sympathetic dystrophy\b|\bcausalgia\b|\balgodystrophy\b/i,
  },
  {
    kind: 'diabetic-neuropathy',
    codes: new Set(['230572002']),
    icd10: ['E08.4', 'E09.4', 'E10.4', 'E11.4', 'E13.4', 'E14.4', 'G63.2'],
    words:
      /\bdiabetic\b.{0,40}\b(poly)?neuropath(y|ies|ic)\b|\b(poli)?neuropatia diabetica\b|\b(poly)?neuropathie diabetique\b/i,
  },
  {
    kind: 'neuropathic-pain',
    codes: new Set(['247398009']),
    icd10: ['G50.0', 'G89.0', 'M79.2', 'B02.2'],
    words:
      /\bneuropathic pain\b|\bneuralgia\b|\bsmall fib(er|re) neuropathy\b|\bdolor neuropatico\b|\bdouleurs? neuropathiques?\b|\bnevralgie\b/i,
  },
  {
    kind: 'chronic-pain',
    codes: new Set(['82423001']),
    icd10: ['G89.2', 'G89.4', 'R52.1', 'R52.2'],
    words:
      /\bchronic\b.{0,80}\bpain\b|\bdolor(es)?\b.{0,40}\bcronicos?\b|\bdouleurs?\b.{0,40}\bchroniques?\b/i,
  },
  {
    kind: 'multiple-sclerosis',
    codes: new Set(['24700007']),
    icd10: ['G35'],
    words: /\bmultiple sclerosis\b|\besclerosis multiple\b|\bsclerose en plaques\b|\b(RRMS|SPMS|PPMS)\b/i,
  },
  {
    kind: 'crohns-disease',
    codes: new Set(['34000006']),
    icd10: ['K50'],
    words: /\bcrohn'?s?\b|\bcrohn\u2019s\b|\bregional enteritis\b/i,
  },
  {
    kind: 'ulcerative-colitis',
    codes: new Set(['64766004']),
    icd10: ['K51'],
    words: /\bulcerative colitis\b|\bcolitis ulcerosa\b|\b(recto)?colite (ulcereuse|hemorragique)\b/i,
  },
  {
    kind: 'chronic-fatigue',
    codes: new Set(['52702003']),
    icd10: ['G93.3', 'R53.82'],
    words:
      /\bchronic fatigue\b|\bfatiga cronica\b|\bfatigue chronique\b|\bmyalgic encephalomyelitis\b|\bME ?\/ ?CFS\b|\bCFS\b/i,
  },
  {
    kind: 'long-covid',
    codes: new Set(['1119303003']),
    icd10: ['U09.9'],
    words: /\blong[- ]covid\b|\bcovid[- ](persistente|long)\b|\bpost[- ]covid\b/i,
  },
];

/** The first of the list above that is active on the chart; null where none is. */
export function findIndication(chart: Chart): Indication | null {
  const active = chart.conditions.filter(isActive);
  for (const sought of INDICATIONS) {
    const found = active.flatMap((condition) => asIndication(condition, sought) ?? [])[0];
    if (found !== undefined) return found;
  }
  return null;
}

function asIndication(
  { concept, source }: ConditionRow,
  { kind, ...sought }: (typeof INDICATIONS)[number],
): Indication | null {
  const text = namesOf(concept);
  if (text === null || !isSought(concept, { ...sought, except: NOT_MEANT })) return null;
  const coding = concept.codings.find(({ system, code }) => system !== null && code !== null);
  return {
    source,
    text,
    coding:
      coding?.system == null || coding.code === null
        ? null
        : { system: coding.system, code: coding.code, display: coding.display },
    kind,
  };
}
