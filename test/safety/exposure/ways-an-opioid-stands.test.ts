/** Every way in which an opioid can stand in a chart, and the three that must not count as taking. Today is 2026-03-02. */
import { describe, expect, test } from 'vitest';
import {
  administration,
  dispense,
  findingsOf,
  judge,
  naproxen,
  order,
  type Resource,
  RXNORM,
  rxnorm,
  SNOMED,
  statement,
  supply,
} from '../judged.ts';

const coded = (system: string, code: string) => ({
  medicationCodeableConcept: { coding: [{ system, code }] },
});
const referred = (reference: string) => ({ medicationReference: { reference } });
const oxycodone = {
  coding: [{ system: RXNORM, code: '1049621', display: 'oxycodone hydrochloride 5 MG Oral Tablet' }],
};
const medication = (id: string, rest: object): Resource => ({ resourceType: 'Medication', id, ...rest });
const week = supply(7);

const STANDS: readonly (readonly [string, readonly Resource[], 'present' | 'cannot-tell' | 'none-found'])[] =
  [
    ['1. a generic RxNorm product', [order('x', rxnorm('1049621'))], 'present'],
    ['2. a branded RxNorm product', [order('x', rxnorm('1049640'))], 'present'],
    ['3. an RxNorm ingredient', [order('x', rxnorm('7804'))], 'present'],
    ['4. a retired RxNorm code', [order('x', rxnorm('1049624'))], 'present'],
    ['5. a SNOMED CT code', [order('x', coded(SNOMED, '55452001'))], 'present'],
    ['6. an NDC', [order('x', coded('http://hl7.org/fhir/sid/ndc', '59011-410-10'))], 'present'],
    ['7. an ATC code', [order('x', coded('http://www.whocc.no/atc', 'N02AA05'))], 'present'],
    ['8. a text alone', [order('x', 'oxycodone 5 mg tab')], 'present'],
    ['9. a brand alone', [order('x', 'Percocet')], 'present'],
    [
      '10. a contained Medication',
      [order('x', { contained: [medication('m', { code: oxycodone })], ...referred('#m') })],
      'present',
    ],
    [
      '11. a Medication in the same Bundle',
      [order('x', referred('Medication/m')), medication('m', { code: oxycodone })],
      'present',
    ],
    [
      '12. a Medication whose ingredient alone names it',
      [
        order('x', referred('Medication/m')),
        medication('m', { code: { text: 'tablet' }, ingredient: [{ itemCodeableConcept: oxycodone }] }),
      ],
      'present',
    ],
    [
      '13. a Substance',
      [
        order('x', referred('Medication/m')),
        medication('m', { ingredient: [{ itemReference: { reference: 'Substance/s' } }] }),
        { resourceType: 'Substance', id: 's', code: { text: 'oxycodone hydrochloride' } },
      ],
      'present',
    ],
    ['14. on hold', [order('x', rxnorm('7804'), { status: 'on-hold' })], 'present'],
    ['15. of status unknown', [order('x', rxnorm('7804'), { status: 'unknown' })], 'cannot-tell'],
    ['16. a draft', [order('x', rxnorm('7804'), { status: 'draft' })], 'none-found'],
    [
      '17. without authoredOn',
      [order('x', rxnorm('7804'), { status: 'completed', authoredOn: undefined, ...week })],
      'cannot-tell',
    ],
    [
      '18. dated by year and month',
      [order('x', rxnorm('1049621'), { status: 'completed', authoredOn: '2026-02', ...week })],
      'present',
    ],
    [
      '19. dated in the future',
      [order('x', rxnorm('1049621'), { status: 'completed', authoredOn: '2026-06-01', ...week })],
      'present',
    ],
    [
      '20. 26 months old and still active',
      [order('x', rxnorm('1049621'), { authoredOn: '2024-01-02' })],
      'present',
    ],
    [
      '21. a statement with dates',
      [
        statement('x', rxnorm('1049621'), {
          status: 'completed',
          effectivePeriod: { start: '2026-02-01', end: '2026-02-25' },
        }),
      ],
      'present',
    ],
    [
      '22. a statement without dates',
      [statement('x', rxnorm('1049621'), { status: 'completed' })],
      'cannot-tell',
    ],
    ['23. a dispense only', [dispense('x', rxnorm('1049621'), '2026-02-20', 7)], 'present'],
    ['24. an administration only', [administration('x', rxnorm('1049621'), '2026-02-28')], 'present'],
  ];

describe('an opioid that stands in the chart', () => {
  test.each(STANDS)('%s', (_, rows, verdict) => {
    const judgement = judge([naproxen, ...rows]);
    expect(judgement.opioid.verdict).toBe(verdict);
    expect(
      judgement.opioid.evidence.map(({ source, ingredients }) => [source.split('/')[1], ingredients]),
    ).toEqual([['x', ['oxycodone']]]);
    expect(
      judgement.findings.some(
        ({ severity, sources }) => severity !== 'informs' && sources.some((source) => source.endsWith('/x')),
      ),
    ).toBe(true);
  });

  const codings = [
    { system: RXNORM, code: '161', display: 'acetaminophen' },
    { system: RXNORM, code: '7243', display: 'naltrexone' },
    { system: RXNORM, code: '7052', display: 'morphine' },
  ];
  const orders = codings.flatMap((one) =>
    codings.flatMap((two) =>
      codings.flatMap((three) => (new Set([one, two, three]).size === 3 ? [[one, two, three]] : [])),
    ),
  );
  test.each(orders.map((coding) => [coding.map(({ display }) => display).join(', '), coding] as const))(
    '25. a combination coded as %s',
    (_, coding) => {
      const judgement = judge([naproxen, order('x', { medicationCodeableConcept: { coding } })]);
      expect(judgement.opioid.verdict).toBe('present');
      expect(judgement.opioid.evidence[0]?.ingredients).toEqual(['morphine']);
    },
  );
});

describe('an opioid that must not count as taking', () => {
  test.each([
    [
      'a proposal asks whether it will be given',
      order('x', rxnorm('7804'), { intent: 'proposal' }),
      'R08',
      /Opioid order pending: .*, 2026-02-10/,
    ],
    [
      'an entry in error asks whether any was taken',
      order('x', rxnorm('7804'), { status: 'entered-in-error' }),
      'R06',
      /entered in error, but may have been taken/,
    ],
    [
      'an order not to give it leaves the question that is always asked',
      order('x', rxnorm('7804'), { doNotPerform: true }),
      'R09',
      /Patient asked about leftover/,
    ],
  ] as const)('%s', (_, row, rule, words) => {
    const judgement = judge([naproxen, row]);
    expect(judgement.opioid.verdict).toBe('none-found');
    expect(judgement.opioid.evidence.map(({ state }) => state)).toEqual([
      rule === 'R08' ? 'pending' : 'not-taken',
    ]);
    const [question, ...more] = findingsOf(judgement, rule);
    expect(more).toEqual([]);
    expect(question?.severity).toBe('confirm');
    expect(question?.message).toMatch(words);
  });
});
