/** A finding as everybody after the rules knows it: a code with its facts, where it comes from, and what it asks. */
import type { Source } from '#lib/chart/chart.ts';
import type { RegimenFault } from '#lib/titration/regimen-fault.ts';
import type { Citation } from './citation.ts';
import type { Question } from './question.ts';
import type { Reason } from './reasons.ts';
import type { FindingOf, RawFinding } from './rule.ts';
import type { RuleId, Severity } from './rule-id.ts';
import type { RULES } from './rules.ts';

interface FindingHead {
  readonly rule: RuleId;
  /** The rule id; with the row ("R06:MedicationRequest/m1") where this rule has several findings. */
  readonly key: string;
  readonly severity: Severity;
  /** Rows of the chart this rests on. */
  readonly sources: readonly Source[];
  /** What it rests on. */
  readonly basis: readonly Citation[];
  /** For `confirm`: reasons made for this rule, the one that settles the question first. */
  readonly reasons: readonly Reason[];
  readonly question: Question | null;
}

/** Whatever a rule may raise. */
type Raised = FindingOf<(typeof RULES)[number]> | RegimenFinding;

/** R25: which invariants the regimen breaks. Raised by the review. */
type RegimenFinding = RawFinding<'regimen', { readonly faults: readonly RegimenFault[] }>;

/** What was found, and what of it. */
type What = { [F in Raised as F['code']]: Pick<F, 'code' | 'facts'> }[Raised['code']];

export type FindingCode = What['code'];
export type FactsOf<Code extends FindingCode> = Extract<What, { readonly code: Code }>['facts'];

export type Finding = FindingHead & What;
