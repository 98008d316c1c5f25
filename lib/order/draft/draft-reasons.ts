/** What a draft is for, and which rows of the chart it was judged on. @see FHIR R4 MedicationRequest.reasonCode, supportingInformation */
import type { ReviewedPlan } from '#lib/review/reviewed-plan.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';
import { CODE, type DraftRequest, URI } from './draft-shape.ts';
import type { OrderWords } from './order-words.ts';
import { plainLine } from './plain-line.ts';

/** POLICY: what a draft was judged on can be a long list; the worst findings and the latest evidence come first in it. */
const MOST_SUPPORTING = 50;

/** What it is for, and where the patient responded the figures. */
export function reasonsFor(reviewed: ReviewedPlan, words: OrderWords): Pick<DraftRequest, 'reasonCode'> {
  const relief = reviewed.plan.continues?.relief ?? null;
  const figures = relief === null ? '' : plainLine(words.relief(relief));
  const reasons = [
    ...(reasonFor(reviewed, words).reasonCode ?? []),
    ...(figures === '' ? [] : [{ text: figures }]),
  ];
  return reasons.length === 0 ? {} : { reasonCode: reasons };
}

/**
 * The chart's own indication, else what the prescriber stated; none is made up where there is neither, and no code is sent on that FHIR
 * would not take.
 */
function reasonFor(
  { judgement: { indication }, answers }: ReviewedPlan,
  { statedReason }: Pick<OrderWords, 'statedReason'>,
): Pick<DraftRequest, 'reasonCode'> {
  const text = plainLine(indication?.text ?? '');
  if (indication === null || text === '') {
    const [stated] = answers.flatMap((answer) => plainLine(statedReason(answer) ?? '') || []);
    return stated === undefined ? {} : { reasonCode: [{ text: stated }] };
  }
  const { coding } = indication;
  if (coding === null || !URI.test(coding.system) || !CODE.test(coding.code))
    return { reasonCode: [{ text }] };
  const display = plainLine(coding.display ?? '');
  const { system, code } = coding;
  return { reasonCode: [{ coding: [{ system, code, ...(display === '' ? {} : { display }) }], text }] };
}

/** Rows of the chart the judgement rests on, each once. Sources that are no reference on this server are left out. */
export function judgedOn(
  { continues }: TitrationPlan,
  judgement: Judgement,
): Pick<DraftRequest, 'supportingInformation'> {
  const { findings, opioid, indication, patient } = judgement;
  const sources = [
    ...(continues?.scores ?? []),
    ...(indication === null ? [] : [indication.source]),
    ...findings.flatMap((finding) => finding.sources),
    ...opioid.evidence.map((evidence) => evidence.source),
  ];
  const rows = [...new Set(sources)]
    .filter((source) => /^[A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64}$/.test(source) && source !== patient)
    .slice(0, MOST_SUPPORTING);
  return rows.length === 0 ? {} : { supportingInformation: rows.map((reference) => ({ reference })) };
}
