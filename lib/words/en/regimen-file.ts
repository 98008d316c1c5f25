/** What is wrong with the file of a regimen, in one line. */
import type { RegimenFileFault, RegimenMemberFault } from '#lib/titration/read-regimen.ts';

const MEMBER: Readonly<Record<RegimenMemberFault, string>> = {
  'no-milligrams': 'must be a number of milligrams',
  'no-days': 'must be a number of days',
  'no-preparation': 'must be "capsules" or "liquid"',
  'no-strengths': 'must be a list of milligrams',
  'no-date': 'must be a date like 2026-03-02',
  'no-such-date': 'is no date of the calendar; write it like 2026-03-02',
  'no-filler': 'must be "sucrose" or "ginger"',
};

export function regimenFileWords(faults: readonly RegimenFileFault[]): string {
  return faults.map(faultWords).join('; ');
}

function faultWords(fault: RegimenFileFault): string {
  switch (fault.code) {
    case 'no-object':
      return 'the regimen must be one JSON object';
    case 'unknown-members':
      return `unknown member: ${fault.members.join(', ')}`;
    default:
      return `${fault.member} ${MEMBER[fault.code]}`;
  }
}
