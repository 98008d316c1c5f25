/** Every code by which an answer to one of the rules' questions may be filed: what a search for results by code asks for. */
import { SEDIMENTATION_RATE } from './inflammation.ts';
import { KIDNEY_FUNCTION } from './kidney-function.ts';
import { LIVER_TESTS } from './liver-tests.ts';
import { MONITORING_RECORD_REVIEWED } from './monitoring-record.ts';
import { PAIN_SCORES } from './pain-scores.ts';
import { BREASTFEEDING_STATUS, PREGNANCY_STATUS, PREGNANCY_TEST } from './pregnancy-tests.ts';
import type { Sought } from './sought.ts';
import { URINE_OPIOID_TESTS } from './urine-opioid-tests.ts';

const QUESTIONS: readonly Sought[] = [
  ...Object.values(URINE_OPIOID_TESTS),
  ...Object.values(LIVER_TESTS),
  KIDNEY_FUNCTION,
  PREGNANCY_STATUS,
  PREGNANCY_TEST,
  BREASTFEEDING_STATUS,
  PAIN_SCORES,
  SEDIMENTATION_RATE,
  MONITORING_RECORD_REVIEWED,
];

/** LOINC and SNOMED CT. */
export const RESULT_CODES: readonly string[] = QUESTIONS.flatMap((question) => [...(question.codes ?? [])]);
