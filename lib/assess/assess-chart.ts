/** One chart through the whole pure core, to the object the command line prints. The screens run the same functions. */

import type { Chart } from '#lib/chart/chart.ts';
import { draftOrder } from '#lib/order/draft/draft-order.ts';
import { isKeyOf } from '#lib/review/answer-to.ts';
import { asksSlowerPlan } from '#lib/review/answered.ts';
import { earliestStartAllowed } from '#lib/review/earliest-start.ts';
import { review } from '#lib/review/review.ts';
import type { Finding } from '#lib/safety/finding.ts';
import { judgeSafety } from '#lib/safety/judge-safety.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { Jurisdiction } from '#lib/settings/site.ts';
import type { Recogniser } from '#lib/terminology/recognition.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { PRESETS } from '#lib/titration/propose-regimen.ts';
import { proposeTitration } from '#lib/titration/propose-titration.ts';
import type { Regimen } from '#lib/titration/regimen.ts';
import { GENTLE_PRESET } from '#lib/titration/slower-preset.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';
import { citationWords } from '#lib/words/en/citations.ts';
import { isoDay } from '#lib/words/en/dates.ts';
import { supplyItem, unitsText } from '#lib/words/en/dose.ts';
import { findingWords } from '#lib/words/en/finding.ts';
import { ORDER_WORDS } from '#lib/words/en/order.ts';
import { reasonWords } from '#lib/words/en/reasons.ts';
import { medicationName } from '#lib/words/en/rows.ts';
import { type AnswersFile, answersGiven } from './read-answers-file.ts';

export interface AssessOptions {
  readonly asOf: CalendarDate;
  /** IANA; null = unknown, the latest date that any zone gives. */
  readonly timeZone: string | null;
  /** As the regimen file reads; what it leaves open is fitted to this chart. */
  readonly regimen: Regimen;
  readonly leftOpen: { readonly startDate: boolean; readonly filler: boolean; readonly schedule: boolean };
  readonly answers: AnswersFile;
  /** "Practitioner/p9"; null leaves the requester to the signer. */
  readonly requester: string | null;
  readonly recognise: Recogniser;
  /** Without one: as in the US. */
  readonly jurisdiction?: Jurisdiction | null;
  /** What the opioid tables that are not installed here would tell. */
  readonly absentTables: readonly string[];
  /** UUID of the draft, asked for where there is one; the same input should give the same one. */
  readonly draftIdentifier: string;
}

export type AssessOutcome = 'blocked' | 'cannot-tell' | 'needs-confirmation' | 'draft';

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
  const { asOf, timeZone, recognise } = options;
  const judgement = judgeSafety(chart, {
    asOf,
    timeZone,
    recognise,
    jurisdiction: options.jurisdiction ?? null,
    preparation: options.regimen.preparation,
  });
  const answers = answersGiven(options.answers, judgement.findings);
  const earliestStart = earliestStartAllowed(judgement, answers);
  const regimen = fitted(options, judgement, earliestStart, asksSlowerPlan(judgement, answers));
  const proposal = proposeTitration(regimen, { asOf: options.asOf, earliestStart });
  const reviewed = review(judgement, proposal, answers);
  const mayShowPlan = reviewed.outcome === 'draft' || reviewed.outcome === 'needs-confirmation';
  const order =
    reviewed.outcome === 'draft'
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
    outcome: reviewed.outcome,
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
      outcome: reviewed.outcome,
      plan: mayShowPlan && 'plan' in proposal ? planShown(proposal.plan) : null,
      draft: order === null ? null : order.requests,
    },
  };
}

/** Where nobody says otherwise the plan starts as early as it may, is as slow as the answers ask, and has the filler that the chart calls for. */
function fitted(
  { regimen, leftOpen }: AssessOptions,
  judgement: Judgement,
  earliestStart: CalendarDate,
  isSlower: boolean,
): Regimen {
  return {
    ...regimen,
    ...(isSlower && leftOpen.schedule ? PRESETS[GENTLE_PRESET[regimen.preparation]] : {}),
    startDate: leftOpen.startDate ? earliestStart : regimen.startDate,
    filler: leftOpen.filler && regimen.preparation === 'capsules' ? judgement.filler : regimen.filler,
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
