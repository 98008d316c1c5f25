/** One chart through the whole pure core, to the object the command line prints. The screens run the same functions. */

import type { Chart } from '#lib/chart/chart.ts';
import { draftOrder } from '#lib/order/draft/draft-order.ts';
import { isKeyOf } from '#lib/review/answer-to.ts';
import type { Finding } from '#lib/safety/finding.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';
import type { Words } from '#lib/words/words-for.ts';
import { askFollowUp } from './ask-follow-up.ts';
import { askTitration } from './ask-titration.ts';
import type { AssessOptions, AssessOutcome } from './asked.ts';

export interface Assessment {
  readonly outcome: AssessOutcome;
  readonly judgement: Judgement;
  readonly findings: readonly Finding[];
  /** What is printed: the members that are promised and, beside them, `devices`, `notSeen` and each finding's `basis` and `reasons`. */
  readonly result: object;
  /** Keys of answers that settle nothing here: not raised, or blocking. */
  readonly ignoredAnswers: readonly string[];
}

export function assessChart(words: Words, chart: Chart, options: AssessOptions): Assessment {
  const { judgement, proposal, reviewed, outcome, followUp } =
    options.followUp == null
      ? askTitration(chart, options)
      : askFollowUp(words, chart, options, options.followUp);
  const mayShowPlan = outcome === 'draft' || outcome === 'needs-confirmation';
  const order =
    outcome === 'draft' && reviewed.outcome === 'draft'
      ? draftOrder(reviewed.reviewed, {
          identifier: options.draftIdentifier,
          requester: options.requester === null ? null : { reference: options.requester, display: null },
          encounterId: null,
          authoredOn: options.asOf,
          intent: 'order',
          words: words.order,
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
            text: words.rows.medicationName(text),
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
        message: words.finding.findingWords(finding, words.dates.isoDay),
        sources: finding.sources,
        basis: finding.basis.map((citation) => words.citations.citationWords[citation]),
        ...(finding.severity === 'confirm'
          ? { reasons: finding.reasons.map(({ id }) => ({ id, text: words.reasons.reasonWords[id] })) }
          : {}),
      })),
      devices: judgement.devices,
      notSeen: [...judgement.unseen, ...options.absentTables],
      outcome,
      ...(followUp === null ? {} : { followUp }),
      plan: mayShowPlan && proposal !== null && 'plan' in proposal ? planShown(words, proposal.plan) : null,
      draft: order === null ? null : order.requests,
      assessment: order?.assessment ?? null,
    },
  };
}

function planShown(words: Words, plan: TitrationPlan): object {
  return {
    phases: plan.phases.map((phase) => ({
      from: phase.from,
      to: phase.to,
      nights: phase.nights,
      doseMg: phase.dose / 1000,
      units: words.dose.unitsText(phase),
    })),
    supply: plan.supply.map((line) => ({
      item: words.dose.supplyItem(line),
      quantity: line.quantity,
      unit: line.item,
    })),
  };
}
