export const RULE_IDS = [
  'R01',
  'R02',
  'R03',
  'R04',
  'R05',
  'R06',
  'R07',
  'R08',
  'R09',
  'R10',
  'R11',
  'R12',
  'R13',
  'R14',
  'R15',
  'R16',
  'R17',
  'R18',
  'R19',
  'R20',
  'R21',
  'R22',
  'R23',
  'R24',
  'R25',
  'R26',
  'R28',
  'R29',
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** blocks: no way round. confirm: the prescriber answers, with a reason. informs: shown. */
export type Severity = 'blocks' | 'confirm' | 'informs';
