/** judgeSafety: Chart -> Judgement. Pure: today, the zone and the tables come in as arguments. */
import type { Chart } from '#lib/chart/chart.ts';
import { ledgerGaps, oddRows } from '#lib/chart/read/ledger-gaps.ts';
import { DEFAULT_JURISDICTION } from '#lib/safety/country-facts.ts';
import { judgeMedications } from '#lib/safety/exposure/judged-medication.ts';
import { opioidProcedures } from '#lib/safety/exposure/opioid-procedure.ts';
import { excipientsToAvoid, fillerFor } from '#lib/safety/rules/filler-sensitivity.ts';
import { findIndication } from '#lib/safety/rules/indication.ts';
import type { Jurisdiction } from '#lib/settings/site.ts';
import type { Recogniser } from '#lib/terminology/recognition.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { clinicDays } from '#lib/time/chart-day.ts';
import type { Preparation } from '#lib/titration/regimen.ts';
import type { Finding } from './finding.ts';
import type { Judgement } from './judgement.ts';
import { oddRowsThatCount } from './odd-rows.ts';
import { judgeOpioids } from './opioid-verdict.ts';
import { inOneOrder } from './row-order.ts';
import type { Case, Purpose, RawFinding, Rule } from './rule.ts';
import type { Severity } from './rule-id.ts';
import { RULES } from './rules.ts';

const WORST_FIRST: Record<Severity, number> = { blocks: 0, confirm: 1, informs: 2 };

/**
 * @param how asOf: today at the clinic. timeZone: IANA, null = unknown (the later date counts). preparation: what the plan uses;
 *   one rule (R14) depends on it. purpose: two rules (R12, R13) depend on it. jurisdiction: the site's; without one it is asked
 *   and told as in the US.
 */
export function judgeSafety(
  read: Chart,
  how: {
    readonly asOf: CalendarDate;
    readonly timeZone: string | null;
    readonly recognise: Recogniser;
    readonly preparation: Preparation;
    readonly purpose?: Purpose;
    readonly jurisdiction?: Jurisdiction | null;
  },
): Judgement {
  const chart = inOneOrder(read);
  const dayOf = clinicDays(how.timeZone);
  const reading = { asOf: how.asOf, dayOf, recognise: how.recognise };
  const medications = judgeMedications(chart, reading);
  const procedures = opioidProcedures(chart, reading);
  const indication = findIndication(chart);
  const unweighed: Case = {
    chart,
    gaps: ledgerGaps(chart.ledger),
    medications,
    recognise: how.recognise,
    handedOrGiven: medications.filter(({ row }) => row.kind === 'dispense' || row.kind === 'administration'),
    opioidProcedures: procedures,
    asOf: how.asOf,
    dayOf,
    preparation: how.preparation,
    purpose: how.purpose ?? 'titration',
    indication,
    jurisdiction: how.jurisdiction ?? DEFAULT_JURISDICTION,
  };
  const counting = oddRowsThatCount(oddRows(chart.ledger), unweighed, RULES);
  const gaps = ledgerGaps(chart.ledger, (source) => counting.has(source));
  const patient: Case = { ...unweighed, gaps };
  const incomplete = gaps.incomplete.length + gaps.otherPatient.length > 0;
  return {
    asOf: how.asOf,
    timeZone: how.timeZone,
    jurisdiction: patient.jurisdiction,
    patient: chart.patient.source,
    opioid: judgeOpioids(medications, procedures, incomplete),
    findings: RULES.flatMap((rule) => findings(rule, rule.check(patient))).sort(
      (a, b) => WORST_FIRST[a.severity] - WORST_FIRST[b.severity],
    ),
    indication,
    filler: fillerFor(chart),
    avoid: excipientsToAvoid(chart),
    unseen: [...gaps.unseen.map(({ part }) => part), ...chart.ledger.unreadKinds],
  };
}

/** The key is the rule id; where a rule has several findings, with the first row of each. */
function findings(rule: Rule, raw: readonly RawFinding[]): Finding[] {
  const used = new Set<string>();
  return raw.map((finding, index) => {
    const row = finding.sources[0] ?? String(index + 1);
    const plain = raw.length === 1 ? rule.id : `${rule.id}:${row}`;
    const key = used.has(plain) ? `${plain}:${index + 1}` : plain;
    used.add(key);
    return {
      rule: rule.id,
      key,
      severity: finding.severity,
      code: finding.code,
      facts: finding.facts,
      sources: finding.sources,
      basis: finding.basis ?? rule.basis,
      reasons: finding.severity === 'confirm' ? (finding.reasons ?? []) : [],
      question: finding.severity === 'confirm' ? (finding.question ?? { kind: 'reason' }) : null,
    } as Finding;
  });
}
