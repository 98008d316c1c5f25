/** A whole chart with a story: who the patient is, what the chart holds, and what a right judgement of it says. */
import type { Bundle } from '@medplum/fhirtypes';
import type { OpioidVerdict } from '#lib/safety/opioid-evidence.ts';
import type { RuleId } from '#lib/safety/rule-id.ts';

/** What the pretend EHR does wrong for this patient alone; the switches are those of test/sandbox/faults. */
interface StoryFault {
  readonly pageSize: number;
  readonly failPage: { readonly resourceType: string; readonly page: number; readonly status: number };
}

interface ExpectedJudgement {
  readonly verdict: OpioidVerdict;
  readonly earliestStart: string | null;
  /** The outcome with no question answered. */
  readonly outcome: 'blocked' | 'cannot-tell' | 'needs-confirmation';
  /** Every rule that is raised, by severity. */
  readonly blocks: readonly RuleId[];
  readonly confirms: readonly RuleId[];
  readonly informs: readonly RuleId[];
}

export interface PatientStory {
  /** Logical id of the Patient, and the start of every other id in the chart. */
  readonly id: string;
  readonly title: string;
  readonly story: string;
  /** The day the chart was read. */
  readonly asOf: string;
  readonly expected: ExpectedJudgement;
  readonly bundle: Bundle;
  readonly fault?: StoryFault;
}

/** The day on which every story of clinical notes section 7 is read. */
export const STORY_DAY = '2026-03-02';
