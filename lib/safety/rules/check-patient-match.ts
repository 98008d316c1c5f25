/** R26: the record must be this patient's, alive and current. */
import type { Source } from '#lib/chart/chart.ts';
import type { NoFacts, RawFinding, Rule } from '#lib/safety/rule.ts';

export type PatientMatchFinding =
  | RawFinding<'patient-deceased', NoFacts>
  | RawFinding<'patient-record-inactive', NoFacts>
  | RawFinding<'patient-record-replaced', { readonly by: Source }>
  | RawFinding<'rows-of-another-patient', { readonly count: number }>;

export const checkPatientMatch: Rule<PatientMatchFinding> = {
  id: 'R26',
  basis: ['policy'],
  check: ({ chart: { patient }, gaps: { otherPatient } }) => {
    const raised = { severity: 'blocks', sources: [patient.source] } as const;
    const findings: PatientMatchFinding[] = [];
    if (patient.deceased) findings.push({ ...raised, code: 'patient-deceased', facts: {} });
    if (patient.inactive) findings.push({ ...raised, code: 'patient-record-inactive', facts: {} });
    if (patient.replacedBy !== null)
      findings.push({ ...raised, code: 'patient-record-replaced', facts: { by: patient.replacedBy } });
    if (otherPatient.length > 0)
      findings.push({
        severity: 'blocks',
        code: 'rows-of-another-patient',
        facts: { count: otherPatient.length },
        sources: [...new Set(otherPatient.map(({ where }) => where))],
      });
    return findings;
  },
};
