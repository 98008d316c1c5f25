/** R19: surgery within four weeks. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import { findingsOf, judge, naproxen, other, severityOf } from '../judged.ts';

const booked = (description: string, start: string | undefined = '2026-03-20', status = 'booked') =>
  other('Appointment', 'a', {
    status,
    description,
    start,
    participant: [{ actor: { reference: 'Patient/p1' } }],
  });
const requested = (text: string, overrides: object = {}) =>
  other('ServiceRequest', 's', {
    status: 'active',
    intent: 'order',
    code: { text },
    occurrenceDateTime: '2026-03-20',
    ...overrides,
  });

test.each([
  ['in 28 days asks', [booked('Knee arthroplasty', '2026-03-30')], ['confirm']],
  ['in 29 days is silent', [booked('Knee arthroplasty', '2026-03-31')], []],
  ['today asks', [booked('Knee arthroplasty', '2026-03-02')], ['confirm']],
  ['yesterday is silent', [booked('Knee arthroplasty', '2026-03-01')], []],
  [
    'without a date asks',
    [requested('Laparoscopic cholecystectomy', { occurrenceDateTime: undefined })],
    ['confirm'],
  ],
  ['cancelled is silent', [booked('Knee arthroplasty', '2026-03-20', 'cancelled')], []],
  ['an active request asks', [requested('Inguinal hernia operation')], ['confirm']],
  [
    'a proposal of one is silent: nobody has ordered it',
    [requested('Laparotomy', { intent: 'proposal' })],
    [],
  ],
  ['a completed request is silent', [requested('Inguinal hernia operation', { status: 'completed' })], []],
  [
    'a procedure in preparation asks',
    [
      other('Procedure', 'p', {
        status: 'preparation',
        code: { text: 'Laparotomy' },
        performedDateTime: '2026-03-20',
      }),
    ],
    ['confirm'],
  ],
  [
    'a procedure done is silent',
    [
      other('Procedure', 'p', {
        status: 'completed',
        code: { text: 'Laparotomy' },
        performedDateTime: '2026-03-20',
      }),
    ],
    [],
  ],
  ['"Surgery" asks', [booked('Surgery')], ['confirm']],
  ['"Dental anesthesia" asks', [booked('Dental anesthesia')], ['confirm']],
  ['"Anaesthetic assessment" asks', [booked('Anaesthetic assessment')], ['confirm']],
  ['"Vasectomy" asks', [booked('Vasectomy')], ['confirm']],
  ['"Craniotomy" asks', [booked('Craniotomy')], ['confirm']],
  [
    '"Total knee arthroplasty with post-operative follow-up" asks',
    [booked('Total knee arthroplasty with post-operative follow-up')],
    ['confirm'],
  ],
  ['"Preoperative evaluation" asks', [booked('Preoperative evaluation')], ['confirm']],
  ['"Phlebotomy" is silent', [booked('Phlebotomy')], []],
  ['"Check-up, history of appendectomy" is silent', [booked('Check-up, history of appendectomy')], []],
  ['"Post-operative visit" is silent', [booked('Post-operative visit')], []],
  ['"Follow-up after surgery" is silent', [booked('Follow-up after surgery')], []],
  [
    '"Physiotherapy status post hysterectomy" is silent',
    [booked('Physiotherapy status post hysterectomy')],
    [],
  ],
  ['"Ostomy care" is silent', [booked('Ostomy care')], []],
  ['"Non-operative management of fracture" is silent', [booked('Non-operative management of fracture')], []],
  ['"Surgical follow-up" is silent', [booked('Surgical follow-up')], []],
] as const)('%s', (_, rows, severities) => {
  expect(severityOf(judge([naproxen, ...rows]), 'R19')).toEqual(severities);
});

test('therapy for a joint that was replaced is silent, though another text of the row names the operation', () => {
  const visit = { ...booked('Total knee replacement'), serviceType: [{ text: 'Physiotherapy' }] };
  expect(severityOf(judge([naproxen, visit]), 'R19')).toEqual([]);
});

test('of several texts the one that says it is an operation is told, and empty ones are none', () => {
  const named = (serviceType: string, description: string) =>
    findingsOf(judge([naproxen, { ...booked(description), serviceType: [{ text: serviceType }] }]), 'R19')[0]
      ?.message;
  expect(named('Theatre 2', 'Laparotomy')).toMatch(/^Laparotomy on /);
  expect(named('Laparotomy', 'Bring your papers')).toMatch(/^Laparotomy on /);
  expect(named('', 'Laparotomy')).toMatch(/^Laparotomy on /);
});

test('a code alone is enough', () => {
  const coding = [{ system: 'http://www.ama-assn.org/go/cpt', code: '27447' }];
  expect(severityOf(judge([naproxen, requested('', { code: { coding } })]), 'R19')).toEqual(['confirm']);
});

test.each([
  ['2026-03-20', ['starts-after', 'hold-72-hours', 'no-opioid-planned', 'not-taking-place'], '2026-03-17'],
  ['2026-03-06', ['starts-after', 'hold-72-hours', 'no-opioid-planned', 'not-taking-place'], '2026-03-03'],
  ['2026-03-05', ['starts-after', 'no-opioid-planned', 'not-taking-place'], null],
  ['2026-03-02', ['starts-after', 'no-opioid-planned', 'not-taking-place'], null],
  [undefined, ['no-opioid-planned', 'not-taking-place'], null],
])('on %s only what can be kept is offered', (day, offered, holdFrom) => {
  const row = requested('Inguinal hernia repair', { occurrenceDateTime: day });
  const [finding] = findingsOf(judge([naproxen, row]), 'R19');
  expect(finding?.reasons.map(({ id }) => id)).toEqual(offered);
  expect(finding?.question).toMatchObject({ kind: 'operation', holdFrom });
});

test('the message names procedure and day, and both ways to go', () => {
  expect(findingsOf(judge([naproxen, booked('Knee arthroplasty')]), 'R19')[0]?.message).toBe(
    'Knee arthroplasty on 2026-03-20: start after it; or hold 72 hours or more and tell the anaesthetist.',
  );
});
