/** PEG in the questionnaire responses of an EHR. Today is 2026-03-02, for Patient/p1. */
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '#lib/fhir/fields.ts';
import { answeredPeg } from '#lib/follow-up/answered-peg.ts';
import { clinicDays } from '#lib/time/chart-day.ts';
import { TODAY } from '../review/judgements.ts';

const item = (code: string, answer: object) => ({ linkId: `/${code}`, answer: [answer] });
const items = (pain: object, enjoyment: object, activity: object) => [
  item('75893-8', pain),
  item('91145-3', enjoyment),
  item('91146-1', activity),
];
const points = (value: number) => ({ valueDecimal: value });
const response = (changes: object = {}): JsonObject => ({
  resourceType: 'QuestionnaireResponse',
  id: 'peg',
  status: 'completed',
  subject: { reference: 'Patient/p1' },
  authored: '2026-02-27T10:00:00Z',
  item: items(points(4), points(5), points(6)),
  ...changes,
});
const scores = (...responses: readonly JsonObject[]) =>
  answeredPeg(responses, {
    isOfPatient: (reference) => reference === 'Patient/p1',
    dayOf: clinicDays('UTC'),
    today: TODAY,
  });

test('is the mean of its three answers, of its day, by its row', () => {
  expect(scores(response())).toEqual([
    { source: 'QuestionnaireResponse/peg', day: '2026-02-27', measure: 'peg', score: 5 },
  ]);
});

test.each([
  ['rounded to one decimal', items(points(4), points(4), points(5)), 4.3],
  ['from whole numbers', items({ valueInteger: 3 }, { valueInteger: 4 }, { valueInteger: 5 }), 4],
  ['from no pain', items(points(0), points(0), points(0)), 0],
  ['from the worst', items(points(10), points(10), points(10)), 10],
  [
    'whatever stands before the code of an item',
    items(points(1), points(2), points(3)).map((one) => ({ ...one, linkId: `/91148-7${one.linkId}` })),
    2,
  ],
])('%s', (_, item, score) => {
  expect(scores(response({ item }))).toMatchObject([{ score }]);
});

test('amended answers count, and today counts', () => {
  expect(scores(response({ status: 'amended', authored: '2026-03-02' }))).toMatchObject([{ day: TODAY }]);
});

describe('no score', () => {
  test.each<[string, object]>([
    ['of another patient', { subject: { reference: 'Patient/p2' } }],
    ['of nobody', { subject: undefined }],
    ['begun and not ended', { status: 'in-progress' }],
    ['taken back', { status: 'entered-in-error' }],
    ['without a status', { status: undefined }],
    ['of tomorrow', { authored: '2026-03-03' }],
    ['without a day', { authored: undefined }],
    ['without an address', { id: undefined }],
    ['with two answers', { item: items(points(4), points(5), {}) }],
    ['with an answer above ten', { item: items(points(4), points(5), points(11)) }],
    ['with an answer below nought', { item: items(points(4), points(5), points(-1)) }],
    ['with a question answered by nothing', { item: [] }],
    ['that is no response', { resourceType: 'Questionnaire' }],
  ])('%s', (_, changes) => {
    expect(scores(response(changes))).toEqual([]);
  });
});

test('several are told newest first', () => {
  const on = (authored: string) => response({ id: authored, authored });
  expect(scores(on('2026-01-10'), on('2026-02-20'), on('2025-12-01')).map(({ day }) => day)).toEqual([
    '2026-02-20',
    '2026-01-10',
    '2025-12-01',
  ]);
});
