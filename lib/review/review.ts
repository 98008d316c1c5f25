/**
 * review: Judgement + TitrationPlan + answers -> ReviewedPlan. Refuses a blocked judgement, a faulty regimen and an unanswered
 * question; nothing else makes a ReviewedPlan.
 */

import type { Finding } from '#lib/safety/finding.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { Proposal } from '#lib/titration/propose-titration.ts';
import type { RegimenFault } from '#lib/titration/regimen-fault.ts';
import { isSlowerThanStandard } from '#lib/titration/slower-preset.ts';
import { answerTo, chosenReason, settles } from './answer-to.ts';
import { asksSlowerPlan, holdsPromised } from './answered.ts';
import { earliestStartAllowed } from './earliest-start.ts';
import { planToOrder } from './plan-to-order.ts';
import type { Answer, Answers, RecordedAnswer, ReviewedPlan } from './reviewed-plan.ts';

export type Review =
  | { readonly outcome: 'draft'; readonly reviewed: ReviewedPlan; readonly findings: readonly Finding[] }
  | {
      /** `cannot-tell`: an incomplete read (R01) is all that blocks. */
      readonly outcome: 'blocked' | 'cannot-tell' | 'needs-confirmation';
      /** The judgement's findings and, where the regimen breaks an invariant, R25. */
      readonly findings: readonly Finding[];
      readonly unanswered: readonly Finding[];
    };

export function review(judgement: Judgement, proposal: Proposal, given: Answers): Review {
  const answers = usable(given, judgement.asOf);
  const faults = faultsOf(judgement, proposal, answers);
  const findings = [...(faults.length > 0 ? [regimenFinding(faults)] : []), ...judgement.findings];
  const confirms = findings.filter(({ severity }) => severity === 'confirm');
  const unanswered = confirms.filter((finding) => {
    const answer = answerTo(finding, findings, answers);
    return answer === null || !settles(finding, answer);
  });
  const blocks = findings.filter(({ severity }) => severity === 'blocks');
  if (blocks.length > 0)
    return {
      outcome: blocks.every(({ rule }) => rule === 'R01') ? 'cannot-tell' : 'blocked',
      findings,
      unanswered,
    };
  if (unanswered.length > 0 || 'faults' in proposal)
    return { outcome: 'needs-confirmation', findings, unanswered };
  const recorded = confirms.flatMap((finding): RecordedAnswer[] => {
    const answer = answerTo(finding, findings, answers);
    if (answer === null) return [];
    return [
      {
        key: finding.key,
        question: finding,
        answer: asOffered(finding, answer),
        statedOn: judgement.asOf,
      },
    ];
  });
  return {
    outcome: 'draft',
    findings,
    reviewed: {
      plan: planToOrder(proposal.plan, judgement, holdsPromised(judgement, answers)),
      judgement,
      answers: recorded,
    } as unknown as ReviewedPlan,
  };
}

/** A reason that this finding does not offer is none. */
function asOffered(finding: Finding, answer: Answer): Answer {
  const { reason, ...rest } = answer;
  return chosenReason(finding, answer)?.id === reason ? answer : rest;
}

/** An answer with a last dose that lies ahead settles nothing. */
function usable(answers: Answers, asOf: CalendarDate): Answers {
  return Object.fromEntries(
    Object.entries(answers).filter(([, { lastDose }]) => lastDose === undefined || lastDose <= asOf),
  );
}

/** The regimen's own faults; of a plan made under other limits, what the opioid dates and the answers do not allow. */
function faultsOf(judgement: Judgement, proposal: Proposal, answers: Answers): readonly RegimenFault[] {
  if ('faults' in proposal) return proposal.faults;
  const earliest = earliestStartAllowed(judgement, answers);
  const { regimen, continues } = proposal.plan;
  const { startDate } = regimen;
  const held = holdsPromised(judgement, answers).find(
    ({ from, operation }) => startDate >= from && startDate <= operation,
  );
  const faults: RegimenFault[] = [];
  const invariant = 'start-date';
  if (startDate < earliest) faults.push({ invariant, code: 'start-before-earliest', startDate, earliest });
  if (held !== undefined) faults.push({ invariant, code: 'start-while-held', startDate, ...held });
  // What else follows an order keeps its dose, or goes on as that began.
  const isTitration = continues === undefined || continues.kind === 'restart';
  if (isTitration && asksSlowerPlan(judgement, answers) && !isSlowerThanStandard(regimen))
    faults.push({ invariant: 'step', code: 'no-slower-than-standard' });
  return faults;
}

/** R25: which invariants the regimen breaks. @see clinical notes "Low Dose Naltrexone" for the doses */
function regimenFinding(faults: readonly RegimenFault[]): Finding {
  return {
    rule: 'R25',
    key: 'R25',
    severity: 'blocks',
    code: 'regimen',
    facts: { faults },
    sources: [],
    basis: ['clinicNotesDose', 'policy'],
    reasons: [],
    question: null,
  };
}
