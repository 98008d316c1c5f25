/** R06: what nobody can name or date. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import { dispense, findingsOf, judge, naproxen, order, patient, severityOf, tramadol } from '../judged.ts';

test.each([
  ['an unnamed medicine asks', [order('x', 'pain pill per Dr X')], ['confirm']],
  ['a near miss of an opioid name asks', [order('x', 'tramodol 50 mg')], ['confirm']],
  ['a partner drug does not clear the word beside it', [order('x', 'hydrocodne/apap 5/325')], ['confirm']],
  ['the same words twice are one question', [order('x', 'pain pill'), order('y', 'Pain pill ')], ['confirm']],
  [
    'a suspicion and what nobody knows are two questions',
    [order('x', 'pain pill'), order('y', 'blue tablet'), order('z', 'zzyzx 5 mg')],
    ['confirm', 'confirm'],
  ],
  [
    'an unnamed medicine cancelled lately asks: it may have been in use',
    [order('x', 'pain pill', { status: 'cancelled', authoredOn: '2025-09-03' })],
    ['confirm'],
  ],
  [
    'an unnamed medicine cancelled long ago is silent',
    [order('x', 'pain pill', { status: 'cancelled', authoredOn: '2025-09-02' })],
    [],
  ],
  [
    'cancelled orders are one question',
    [
      order('x', tramadol, { status: 'cancelled' }),
      order('y', 'codeine 30 mg tablet', { status: 'cancelled' }),
    ],
    ['confirm'],
  ],
  [
    'another drug that was cancelled is silent',
    [order('x', 'naproxen 500 mg tablet', { status: 'cancelled' })],
    [],
  ],
  ['an undatable opioid asks', [order('x', tramadol, { status: 'stopped' })], ['confirm']],
  ['ordinary medicines are silent', [order('x', 'naproxen 500 mg tablet')], []],
] as const)('%s', (_, rows, severities) => {
  expect(severityOf(judge([naproxen, ...rows]), 'R06')).toEqual(severities);
});

const unknown = Array.from({ length: 300 }, (_, index) => order(`u${index}`, `qwv${index}kx zzyx`));

test('whatever their number, words that nobody knows are one question with one answer', () => {
  for (const rows of [unknown.slice(0, 1), unknown.slice(0, 2), unknown]) {
    const [asked, ...more] = findingsOf(judge([naproxen, ...rows]), 'R06');
    expect(more).toEqual([]);
    expect(asked?.reasons[0]).toEqual({ id: 'none-is-an-opioid', needs: null, does: null });
    expect(asked?.sources).toHaveLength(rows.length);
    expect(asked?.message.length).toBeLessThan(1_500);
  }
});

test('a device is never asked about', () => {
  expect(findingsOf(judge([naproxen, order('d', 'Blood glucose test strips')]), 'R06')).toEqual([]);
});

test('a chart of devices alone lists no medicine: whether any is taken is asked', () => {
  const { findings, opioid } = judge([
    order('d', 'Blood glucose test strips'),
    order('e', 'Coloplast SenSura stoma bag 45mm'),
  ]);
  expect(findings.flatMap(({ reasons }) => reasons.map(({ id }) => id))).toContain('takes-no-medicines');
  expect(opioid.evidence).toEqual([]);
});

test('suspicions are asked one by one, the current one first, each with what it resembles', () => {
  const past = { status: 'completed', authoredOn: '2019-01-01' };
  const asked = findingsOf(
    judge([
      naproxen,
      order('a', 'hydrocodne 5 mg', past),
      ...unknown.slice(0, 3),
      order('b', 'tramodol 50 mg'),
    ]),
    'R06',
  );
  expect(asked.map(({ sources }) => sources[0])).toEqual([
    'MedicationRequest/b',
    'MedicationRequest/a',
    'MedicationRequest/u0',
  ]);
  expect(asked[0]?.message).toContain('tramodol: nearly tramadol');
  expect(asked[1]?.message).toContain('hydrocodne: nearly hydrocodone');
});

test('the gravest of rows of one name is how grave that name is', () => {
  const past = { status: 'completed', authoredOn: '2019-01-01' };
  const asked = findingsOf(
    judge([
      naproxen,
      order('old', 'hydrocodne 5 mg', past),
      order('a', 'tramodol 50 mg', past),
      order('b', 'tramodol 50 mg'),
    ]),
    'R06',
  );
  expect(asked.map(({ sources }) => sources)).toEqual([
    ['MedicationRequest/a', 'MedicationRequest/b'],
    ['MedicationRequest/old'],
  ]);
});

test('rows of one name are told by the first, with the days of the others, each once and in order', () => {
  const on = (id: string, authoredOn: string | undefined) => order(id, 'pain pill', { authoredOn });
  const rows = [
    on('a', '2026-02-10'),
    on('b', '2026-02-20'),
    on('c', undefined),
    on('d', '2026-01-05'),
    on('e', '2026-02-10'),
    on('f', '2026-02-20'),
  ];
  expect(findingsOf(judge([naproxen, ...rows]), 'R06')).toMatchObject([
    { facts: { alsoOn: ['2026-01-05', '2026-02-20', null] } },
  ]);
});

test.each([
  ['an opioid entered in error lately', order('x', tramadol, { status: 'entered-in-error' }), ['confirm']],
  ['an opioid cancelled lately', order('x', tramadol, { status: 'cancelled' }), ['confirm']],
  [
    'what nobody can name, entered in error',
    order('x', 'duloxetine 60 mg', { status: 'entered-in-error' }),
    [],
  ],
])('%s is asked about once or not at all', (_, row, severities) => {
  expect(severityOf(judge([naproxen, row]), 'R06')).toEqual(severities);
});

test.each([
  ['cancelled', order('x', tramadol, { status: 'cancelled' }), { why: 'cancelled', intent: 'order' }],
  [
    'stopped on a day nobody wrote',
    order('x', tramadol, { status: 'stopped' }),
    { why: 'no-end', intent: 'order' },
  ],
  [
    'handed over without days of supply',
    dispense('x', tramadol, '2026-02-25'),
    { why: 'no-days', intent: null },
  ],
])('an opioid that was %s is told with the reason', (_, row, opioid) => {
  expect(findingsOf(judge([naproxen, row]), 'R06')).toMatchObject([{ facts: { opioids: [opioid] } }]);
});

test('a depot without a day opens nothing for the whole of its washout', () => {
  const [asked] = findingsOf(
    judge([
      naproxen,
      order('x', 'buprenorphine 300 mg extended-release injection', {
        status: 'stopped',
        authoredOn: undefined,
      }),
    ]),
    'R06',
  );
  expect(asked).toMatchObject({ code: 'depots-undated', question: { withoutDay: '2027-03-03' } });
});

test('more suspicions than anybody answers one by one are twenty questions and one', () => {
  const many = Array.from({ length: 200 }, (_, index) => order(`s${index}`, `tramodol ${index} mg`));
  const asked = findingsOf(judge([naproxen, ...many]), 'R06');
  expect(asked).toHaveLength(21);
  expect(asked.flatMap(({ sources }) => sources)).toHaveLength(200);
});

test('a near miss says which name it nearly spells', () => {
  expect(findingsOf(judge([naproxen, order('x', 'tramodol 50 mg')]), 'R06')[0]?.message).toMatch(
    /nearly tramadol/,
  );
});

test('an empty list, and a list of errors alone, ask what the patient takes', () => {
  for (const rows of [[], [order('x', 'naproxen', { status: 'entered-in-error', authoredOn: '2011-01-01' })]])
    expect(findingsOf(judge([patient(), ...rows]), 'R06').map(({ reasons }) => reasons[0]?.id)).toEqual([
      'takes-no-medicines',
    ]);
});

test('an answer without a day cannot start before a hand-over allows it', () => {
  const [question] = findingsOf(judge([naproxen, dispense('d', tramadol, '2026-02-25')]), 'R06');
  expect(question?.question).toMatchObject({ handedOver: '2026-02-25', withoutDay: '2026-03-08' });
});

test('"not an opioid" delays nothing', () => {
  const [question] = findingsOf(judge([naproxen, dispense('d', 'pain pill', '2026-02-25')]), 'R06');
  expect(question?.question).toMatchObject({ handedOver: '2026-02-25', withoutDay: null });
});
