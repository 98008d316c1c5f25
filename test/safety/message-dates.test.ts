/** Every message about a row of the chart says the row's own words and a day in ISO form, or that the chart gives none. */
import { describe, expect, test } from 'vitest';
import { RULE_IDS, type RuleId } from '#lib/safety/rule-id.ts';
import { stories } from '../patients/stories.ts';
import {
  administration,
  allergy,
  clinically,
  concept,
  condition,
  dispense,
  findingsOf,
  judge,
  judgeBundle,
  LOINC,
  naproxen,
  observation,
  order,
  other,
  patient,
  type Resource,
  statement,
  supply,
  told,
} from './judged.ts';

const DAY = /\d{4}-\d{2}-\d{2}/;
const DAY_OR_NONE = /\d{4}-\d{2}-\d{2}|date not recorded/;

const isRow = (source: string) => /^[A-Z]\w+\//.test(source);

describe.each(stories)('$id $title', ({ asOf, bundle }) => {
  const findings = judgeBundle(bundle, { asOf }).findings.map(told);

  test('every message about rows holds a day, or says that the chart gives none', () => {
    const silent = findings.filter(
      ({ sources, message }) =>
        sources.some((source) => isRow(source) && !source.startsWith('Patient/')) &&
        !DAY_OR_NONE.test(message),
    );
    expect(silent.map(({ key, message }) => `${key}: ${message}`)).toEqual([]);
  });
});

/** Raises the rule from one row, with its date or without. */
interface Ground {
  readonly rule: RuleId;
  readonly words: string;
  readonly row: (dates: 'dated' | 'undated') => Resource;
  /** Where the rule needs the date to be raised at all. */
  readonly alwaysDated?: true;
}

const day = (dates: 'dated' | 'undated', value = '2026-02-27') => (dates === 'dated' ? value : undefined);
const ordered = (rule: RuleId, words: string, overrides: object = {}): Ground => ({
  rule,
  words,
  row: (dates) => order('row', words, { authoredOn: day(dates), ...overrides }),
});
const recorded = (rule: RuleId, words: string, overrides: object = {}): Ground => ({
  rule,
  words,
  row: (dates) => condition('row', words, { recordedDate: day(dates), ...overrides }),
});
const allergic = (words: string): Ground => ({
  rule: 'R14',
  words,
  row: (dates) => allergy('row', words, { recordedDate: day(dates) }),
});
const measured = (
  rule: RuleId,
  words: string,
  code: string,
  value: Readonly<Record<string, unknown>>,
): Ground => ({
  rule,
  words,
  row: (dates) => observation('row', concept(LOINC, code, words), day(dates), value),
});
const abdominal = 'total abdominal hysterectomy';

const GROUNDS: readonly Ground[] = [
  ordered('R01', 'oxycodone 5 mg tablet', { status: undefined }),
  ordered('R02', 'oxycodone 5 mg tablet'),
  {
    rule: 'R03',
    words: 'oxycodone 5 mg tablet',
    row: () => dispense('row', 'oxycodone 5 mg tablet', '2026-02-27', 2),
    alwaysDated: true,
  },
  ordered('R04', 'methadone 10 mg tablet'),
  ordered('R05', 'Sublocade 300 mg'),
  ordered('R06', 'pain pill per Dr X'),
  ordered('R06', 'tramadol 50 mg tablet', { status: 'completed' }),
  ordered('R06', 'tramadol 50 mg tablet', { status: 'entered-in-error' }),
  ordered('R07', 'loperamide 2 mg capsule'),
  ordered('R08', 'hydromorphone 2 mg tablet', { status: 'draft' }),
  {
    rule: 'R09',
    words: 'tramadol 50 mg tablet',
    row: () =>
      order('row', 'tramadol 50 mg tablet', {
        status: 'completed',
        authoredOn: '2025-11-02',
        dosageInstruction: [{ asNeededBoolean: true }],
        ...supply(7),
      }),
    alwaysDated: true,
  },
  recorded('R10', 'Opioid dependence'),
  {
    rule: 'R10',
    words: 'Opioid withdrawal',
    row: (dates) =>
      other('Encounter', 'row', {
        status: 'finished',
        period: dates === 'dated' ? { start: '2026-02-27' } : undefined,
        reasonCode: [{ text: 'Opioid withdrawal' }],
      }),
  },
  measured('R11', 'Opiates in urine', '19295-5', { valueCodeableConcept: { text: 'positive' } }),
  ordered('R12', 'naltrexone 50 mg tablet'),
  ordered('R13', 'naltrexone 4.5 mg capsule', { status: 'draft' }),
  allergic('Naltrexone'),
  allergic('Naloxone'),
  allergic('Cellulose'),
  recorded('R15', 'Acute hepatitis B'),
  recorded('R15', 'Cirrhosis of liver'),
  measured('R15', 'ALT', '1742-6', {
    valueQuantity: { value: 400, unit: 'U/L' },
    referenceRange: [{ high: { value: 40 } }],
  }),
  measured('R16', 'eGFR', '33914-3', { valueQuantity: { value: 20 } }),
  measured('R17', 'Pregnancy status', '82810-3', { valueCodeableConcept: { text: 'Pregnant' } }),
  recorded('R17', 'Pregnancy'),
  {
    rule: 'R19',
    words: abdominal,
    row: (dates) =>
      other('Appointment', 'row', {
        status: 'booked',
        description: abdominal,
        start: dates === 'dated' ? '2026-03-09T08:00:00Z' : undefined,
        subject: undefined,
        participant: [{ actor: { reference: 'Patient/p1' }, status: 'accepted' }],
      }),
  },
  recorded('R20', 'Chronic low back pain'),
  ordered('R22', 'thioridazine 25 mg tablet'),
  ordered('R23', 'levothyroxine 50 mcg tablet'),
  recorded('R23', 'Kidney transplanted'),
  {
    rule: 'R23',
    words: 'Liver transplantation',
    row: (dates) =>
      other('Procedure', 'row', {
        status: 'completed',
        code: { text: 'Liver transplantation' },
        performedDateTime: day(dates),
      }),
  },
  recorded('R24', 'Suicidal ideation'),
  ordered('R28', 'naloxone 4 mg nasal spray'),
  {
    rule: 'R28',
    words: 'Methadone maintenance therapy',
    row: (dates) =>
      other('Procedure', 'row', {
        status: 'completed',
        code: { text: 'Methadone maintenance therapy' },
        performedDateTime: day(dates),
      }),
  },
  {
    rule: 'R05',
    words: 'Refill of intrathecal morphine pump',
    row: (dates) =>
      other('Procedure', 'row', {
        status: 'completed',
        code: { text: 'Refill of intrathecal morphine pump' },
        performedDateTime: day(dates),
      }),
  },
  ordered('R29', 'naltrexone 3 mg capsule', { status: 'stopped' }),
  recorded('R28', 'Long-term opioid use'),
  {
    rule: 'R28',
    words: 'Narcan 4 mg nasal spray',
    row: (dates) => administration('row', 'Narcan 4 mg nasal spray', day(dates)),
  },
  {
    rule: 'R06',
    words: 'codeine 30 mg tablet',
    row: (dates) => statement('row', 'codeine 30 mg tablet', { status: 'unknown', dateAsserted: day(dates) }),
  },
];

/** R18 and R26 rest on the Patient or on rows of another one, R21 on an absence, R25 on the plan. */
const NO_ROW_OF_THE_CHART: readonly RuleId[] = ['R18', 'R21', 'R25', 'R26'];

test('every rule that can rest on a row of the chart is tried', () => {
  expect([...new Set(GROUNDS.map(({ rule }) => rule))].sort()).toEqual(
    RULE_IDS.filter((rule) => !NO_ROW_OF_THE_CHART.includes(rule)),
  );
});

describe.each(GROUNDS)('$rule from "$words"', ({ rule, words, row, alwaysDated }) => {
  const messageOf = (dates: 'dated' | 'undated') => {
    const found = row(dates);
    const source = `${found.resourceType}/row`;
    const judgement = judge([naproxen, found]);
    return findingsOf(judgement, rule).find(({ sources }) => sources.includes(source))?.message ?? 'silent';
  };

  test('the message says the words and the day', () => {
    expect(messageOf('dated')).toContain(words);
    expect(messageOf('dated')).toMatch(DAY);
  });

  if (alwaysDated !== true)
    test('without a date it says the words, and that the chart gives no date', () => {
      expect(messageOf('undated')).toContain(words);
      expect(messageOf('undated')).toContain('date not recorded');
    });
});

test('an age is said with the date of birth it rests on', () => {
  const [finding] = findingsOf(judge([patient({ birthDate: '2010-05-01' }), naproxen]), 'R18');
  expect(finding?.message).toBe('Age 15 (born 2010-05-01). Not established under 18.');
});

test('several rows of one unknown name are one question, with the day of each', () => {
  const pill = (id: string, authoredOn: string) => order(id, 'pain pill', { authoredOn });
  const [question, ...more] = findingsOf(judge([pill('a', '2025-01-05'), pill('b', '2026-02-10')]), 'R06');
  expect(more).toEqual([]);
  expect(question?.message).toContain('pain pill, 2025-01-05 (also 2026-02-10)');
});

test('an allergy known only by its onset is named with that day', () => {
  const row = allergy('row', 'Naltrexone', { onsetDateTime: '2019-04', ...clinically('active') });
  expect(findingsOf(judge([naproxen, row]), 'R14')[0]?.message).toContain('Naltrexone, 2019-04-30');
});
