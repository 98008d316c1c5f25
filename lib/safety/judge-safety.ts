/** judgeSafety: Chart -> Judgement. Pure: today, the zone and the tables come in as arguments. */
import type { Chart } from '#lib/chart/chart.ts';
import { excipientsToAvoid, fillerFor } from '#lib/safety/rules/filler-sensitivity.ts';
import { devicesAmong } from './devices.ts';
import type { Finding } from './finding.ts';
import type { Judgement } from './judgement.ts';
import { type HowToJudge, openCase } from './open-case.ts';
import { judgeOpioids } from './opioid-verdict.ts';
import type { Case, RawFinding, Rule } from './rule.ts';
import type { Severity } from './rule-id.ts';
import { RULES } from './rules.ts';

const WORST_FIRST: Record<Severity, number> = { blocks: 0, confirm: 1, informs: 2 };

/** The same chart, in whatever order its rows came, gives the same judgement. */
export function judgeSafety(read: Chart, how: HowToJudge): Judgement {
  const patient = openCase(read, how, RULES);
  const { chart, gaps } = patient;
  return {
    asOf: how.asOf,
    timeZone: how.timeZone,
    jurisdiction: patient.jurisdiction,
    patient: chart.patient.source,
    opioid: opioidsOf(patient),
    findings: findingsOf(patient, RULES),
    indication: patient.indication,
    filler: fillerFor(chart),
    avoid: excipientsToAvoid(chart),
    devices: devicesAmong(patient.medications),
    unseen: [...gaps.unseen.map(({ part }) => part), ...chart.ledger.unreadKinds],
  };
}

/** The opioid verdict on a case, by what of its chart was and was not read. */
export function opioidsOf({ medications, opioidProcedures, gaps }: Case): Judgement['opioid'] {
  return judgeOpioids(medications, opioidProcedures, gaps.incomplete.length + gaps.otherPatient.length > 0);
}

/** What these rules find, worst first. */
export function findingsOf(patient: Case, rules: readonly Rule[]): readonly Finding[] {
  return rules
    .flatMap((rule) => findings(rule, rule.check(patient)))
    .sort((a, b) => WORST_FIRST[a.severity] - WORST_FIRST[b.severity]);
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
