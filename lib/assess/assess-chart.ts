/** One chart through the whole pure core, to the object the command line prints. The screens run the same functions. */

import type { Chart } from '#lib/chart/chart.ts';
import { draftOrder } from '#lib/order/draft/draft-order.ts';
import { isKeyOf } from '#lib/review/answer-to.ts';
import type { Finding } from '#lib/safety/finding.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';
import { citationWords } from '#lib/words/en/citations.ts';
import { isoDay } from '#lib/words/en/dates.ts';
import { supplyItem, unitsText } from '#lib/words/en/dose.ts';
import { findingWords } from '#lib/words/en/finding.ts';
import { ORDER_WORDS } from '#lib/words/en/order.ts';
import { reasonWords } from '#lib/words/en/reasons.ts';
import { medicationName } from '#lib/words/en/rows.ts';
import { askFollowUp } from './ask-follow-up.ts';
import { askTitration } from './ask-titration.ts';
import type { AssessOptions, AssessOutcome } from './asked.ts';

export interface Assessment {
  readonly outcome: AssessOutcome;
  readonly judgement: Judgement;
  readonly findings: readonly Finding[];
  /** What is printed: the members that are promised and, beside them, `notSeen` and each finding's `basis` and `reasons`. */
  readonly result: object;
  /** Keys of answers that settle nothing here: not raised, or blocking. */
  readonly ignoredAnswers: readonly string[];
}

export function assessChart(chart: Chart, options: AssessOptions): Assessment {
  const { judgement, proposal, reviewed, outcome, followUp } =
    options.followUp == null ? askTitration(chart, options) : askFollowUp(chart, options, options.followUp);
  const mayShowPlan = outcome === 'draft' || outcome === 'needs-confirmation';
  const order =
    outcome === 'draft' && reviewed.outcome === 'draft'
      ? draftOrder(reviewed.reviewed, {
          identifier: options.draftIdentifier,
          requester: options.requester === null ? null : { reference: options.requester, display: null },
          encounterId: null,
          authoredOn: options.asOf,
          intent: 'order',
          words: ORDER_WORDS,
        })
      : null;
  const confirms = reviewed.findings.filter(({ severity }) => severity === 'confirm');
  return {
    outcome,
    judgement,
    findings: reviewed.findings,
    ignoredAnswers: Object.keys(options.answers).filter(
      (key) => !confirms.some((finding) => isKeyOf(key, finding, reviewed.findings)),
    ),
    result: {
      asOf: options.asOf,
      patient: judgement.patient,
      opioid: {
        verdict: judgement.opioid.verdict,
        earliestStart: judgement.opioid.earliestStart,
        evidence: judgement.opioid.evidence.map(
          ({ source, text, ingredients, state, lastExposure, clearFrom }) => ({
            source,
            text: medicationName(text),
            ingredients,
            state,
            lastExposure,
            clearFrom,
          }),
        ),
      },
      findings: reviewed.findings.map((finding) => ({
        rule: finding.rule,
        key: finding.key,
        severity: finding.severity,
        code: finding.code,
        facts: finding.facts,
        message: findingWords(finding, isoDay),
        sources: finding.sources,
        basis: finding.basis.map((citation) => citationWords[citation]),
        ...(finding.severity === 'confirm'
          ? { reasons: finding.reasons.map(({ id }) => ({ id, text: reasonWords[id] })) }
          : {}),
      })),
      notSeen: [...judgement.unseen, ...options.absentTables],
      outcome,
      ...(followUp === null ? {} : { followUp }),
      plan: mayShowPlan && proposal !== null && 'plan' in proposal ? planShown(proposal.plan) : null,
      draft: order === null ? null : order.requests,
    },
  };
}

function planShown(plan: TitrationPlan): object {
  return {
    phases: plan.phases.map((phase) => ({
      from: phase.from,
      to: phase.to,
      nights: phase.nights,
      doseMg: phase.dose / 1000,
      units: unitsText(phase),
    })),
    supply: plan.supply.map((line) => ({ item: supplyItem(line), quantity: line.quantity, unit: line.item })),
  };
}
