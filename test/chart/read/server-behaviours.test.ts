/**
 * What only a server shows: defaults, pages, totals, addresses, labels, refusals. Each behaviour was seen at a real server; the chart it
 * leads to is judged. As of 2026-03-02.
 */

import { HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';
import { judgeSafety } from '#lib/safety/judge-safety.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { isoDay } from '#lib/words/en/dates.ts';
import { findingWords } from '#lib/words/en/finding.ts';
import { type Json, patient, request } from '../chart-json.ts';
import { type Answer, BASE, ehr, fhir, outcome, read, searchset } from './ehr.ts';

const subject = { reference: 'Patient/p1' };
const drug = (id: string, text: string, over: Json = {}): Json =>
  request({ id, medicationCodeableConcept: { text }, ...over });
const duloxetine = drug('m0', 'duloxetine 60 mg capsule');
const oxycodone = drug('ox', 'oxycodone 5 mg tablet');
const rowOf = (resource: Json, mode = 'match') => ({ resource, search: { mode } });
const informational = outcome('information', 'informational', 'shown for your information');

interface Site {
  readonly otherBases?: string[];
  readonly showsOnly?: { part: 'MedicationRequest'; what: string }[];
}

/** The chart as this server gives it, judged. */
async function judged(answers: Readonly<Record<string, Answer>>, site: Site = {}) {
  const { asked, elsewhere } = ehr({ MedicationRequest: () => fhir(searchset([duloxetine])), ...answers });
  const chart = await read({ site: { standingWarnings: [], absent: [], ...site } });
  const judgement = judgeSafety(chart, {
    asOf: '2026-03-02' as CalendarDate,
    timeZone: 'Europe/London',
    recognise: installedRecogniser().recognise,
    preparation: 'capsules',
  });
  return { judgement, chart, asked: asked.map(({ address }) => address), elsewhere };
}

const rules = ({ findings }: Judgement, severity: string) =>
  findings.filter((finding) => finding.severity === severity).map(({ rule }) => rule);
const messageOf = ({ findings }: Judgement, rule: string) =>
  findings.filter((finding) => finding.rule === rule).map((finding) => findingWords(finding, isoDay))[0] ??
  '';

function expectQuiet(judgement: Judgement) {
  expect(messageOf(judgement, 'R01')).toBe('');
  expect(judgement.opioid.verdict).toBe('none-found');
  expect(rules(judgement, 'blocks')).toEqual([]);
  expect(rules(judgement, 'confirm').filter((rule) => rule === 'R06' || rule === 'R26')).toEqual([]);
}

function expectR01(judgement: Judgement, says: string | RegExp = '') {
  expect(judgement.opioid.verdict).not.toBe('none-found');
  expect(rules(judgement, 'blocks')).toContain('R01');
  expect(messageOf(judgement, 'R01')).toMatch(says);
}

const orders = (...answers: [bundle: Json, ...more: Json[]]): Record<string, Answer> => ({
  MedicationRequest: (url) => fhir(answers[Number(url.searchParams.get('page') ?? 1) - 1] ?? answers[0]),
});
const pageUrl = (page: number) => `${BASE}/MedicationRequest?page=${page}`;
const next = (url: unknown, relation = 'next') => ({ link: [{ relation, url }] });
const plain = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => drug(`p${from + at}`, 'lisinopril 10 mg tablet'));

describe('results', () => {
  const result = (id: string, code: Json, over: Json): Json => ({
    resourceType: 'Observation',
    id,
    status: 'final',
    category: [{ coding: [{ code: 'laboratory' }] }],
    code,
    subject,
    effectiveDateTime: '2026-02-20',
    ...over,
  });
  const own = (text: string) => ({ coding: [{ system: 'urn:lab:own', code: 'L-77' }], text });

  test('that no code search finds are found by category', async () => {
    const rows = [
      result(
        'alt',
        { coding: [{ system: 'http://snomed.info/sct', code: '1018251000000107' }] },
        {
          valueQuantity: { value: 410, unit: 'U/L' },
          referenceRange: [{ high: { value: 40 } }],
        },
      ),
      result('egfr', own('eGFR'), { valueQuantity: { value: 18, unit: 'mL/min' } }),
      result('uds', own('Urine opiates'), { valueString: 'POSITIVE' }),
    ];
    const { judgement, chart } = await judged({
      Observation: (url) => fhir(searchset(url.searchParams.has('code') ? [] : rows)),
    });
    expect(rules(judgement, 'blocks').sort()).toEqual(['R11', 'R15']);
    expect(rules(judgement, 'confirm')).toContain('R16');
    expect(chart.ledger.entries.find(({ part }) => part === 'Observation')?.asked).toContainEqual({
      kind: 'laboratory',
      since: '2025-02-02',
    });
  });

  test('of which only the laboratory ones fail are no "no result"', async () => {
    const { judgement } = await judged({
      Observation: (url) => (url.searchParams.has('code') ? fhir(searchset([])) : fhir({}, 500)),
    });
    expectR01(judgement, /liver, kidney/);
    expect(messageOf(judgement, 'R15')).not.toContain('No ALT');
    expect(messageOf(judgement, 'R16')).not.toContain('No kidney result');
  });
});

describe('a server that narrows the search by itself', () => {
  const self = (query: string) => ({
    link: [{ relation: 'self', url: `${BASE}/MedicationRequest?${query}` }],
  });
  const recent = drug('ox', 'oxycodone 5 mg tablet', {
    status: 'completed',
    authoredOn: '2026-02-24',
    dispenseRequest: { expectedSupplyDuration: { value: 5, unit: 'd' } },
  });

  test('to active orders is asked again for every status, and both answers count', async () => {
    const { judgement } = await judged({
      MedicationRequest: (url) =>
        fhir(
          url.searchParams.get('status')?.includes('completed')
            ? searchset([duloxetine, recent], self(`${url.searchParams}`))
            : searchset([duloxetine], self('patient=p1&_count=200&status=active')),
        ),
    });
    expect(judgement.opioid.verdict).toBe('present');
    expect(rules(judgement, 'blocks').concat(rules(judgement, 'confirm'))).toContain('R03');
    expect(judgement.opioid.earliestStart).toBe('2026-03-11');
  });

  test('and cannot be moved from it is R01 that names the filter', async () => {
    for (const query of [
      'patient=p1&status=active',
      'patient=p1&status:not=completed',
      'patient=p1&category=outpatient',
    ]) {
      const { judgement } = await judged(orders(searchset([duloxetine], self(query))));
      expectR01(judgement, query.split('&')[1]?.split(/[:=]/)[0] ?? '');
    }
  });

  test.each(['authoredon=ge2025-03-02', '_lastUpdated=ge2025-03-02'])(
    'to a window (%s) is asked again for any day',
    async (filter) => {
      const [name = ''] = filter.split('=');
      const opened = await judged({
        MedicationRequest: (url) =>
          fhir(
            url.searchParams.has(name)
              ? searchset([duloxetine, oxycodone], self(`${url.searchParams}`))
              : searchset([duloxetine], self(`patient=p1&${filter}`)),
          ),
      });
      expect(opened.judgement.opioid.verdict).toBe('present');
      expect(messageOf(opened.judgement, 'R01')).toBe('');
      const shut = await judged(orders(searchset([duloxetine], self(`patient=p1&${filter}`))));
      expectR01(shut.judgement, /2025-03-02/);
    },
  );

  test('only in ways of its own, or as it was asked, is quiet', async () => {
    for (const query of [
      'patient=p1&_count=50&_getpagesoffset=0&ctx=77',
      'subject=Patient/p1&_sort=-_lastUpdated',
    ])
      expectQuiet((await judged(orders(searchset([duloxetine], self(query))))).judgement);
    const { judgement } = await judged({
      Observation: (url) =>
        fhir(searchset([], { link: [{ relation: 'self', url: decodeURIComponent(url.href) }] })),
    });
    expectQuiet(judgement);
  });

  test('and says nothing of it is a standing warning where the site profile knows', async () => {
    const showsOnly = [{ part: 'MedicationRequest' as const, what: 'active orders' }];
    const { judgement } = await judged({}, { showsOnly });
    expect(rules(judgement, 'confirm')).toContain('R06');
    expect(messageOf(judgement, 'R06')).toContain('active orders only');
    expect(rules(judgement, 'blocks')).toEqual([]);
  });
});

describe('Bundle.total', () => {
  const three = (totals: unknown[], sizes: number[]) =>
    totals.map((total, at) =>
      searchset(plain(sizes[at] ?? 0, at * 100), {
        total,
        ...(at < totals.length - 1 ? next(pageUrl(at + 2)) : {}),
      }),
    ) as [Json, ...Json[]];
  const medication = { resourceType: 'Medication', id: 'x', code: { text: 'lisinopril 10 mg' } };

  test.each<[string, [Json, ...Json[]]]>([
    ['an estimate until the last page', three([30, 30, 25], [10, 10, 5])],
    ['that falls page by page', three([25, 15, 5], [10, 10, 5])],
    ['null', [searchset(plain(3), { total: null })]],
    ['null of an empty page', three([null, null], [3, 0])],
    [
      'that counts included rows',
      [searchset([], { total: 2, entry: [rowOf(duloxetine), rowOf(medication, 'include')] })],
    ],
    [
      'that counts the outcome',
      [searchset([], { total: 2, entry: [rowOf(duloxetine), rowOf(informational, 'outcome')] })],
    ],
    ['0 of an empty last page', three([2, 0], [2, 0])],
    [
      'of rows of which one came twice',
      [
        searchset([drug('a', 'lisinopril'), drug('b', 'metformin')], { total: 3, ...next(pageUrl(2)) }),
        searchset([drug('b', 'metformin'), drug('c', 'atorvastatin')], { total: 3 }),
      ],
    ],
  ])('%s is quiet', async (_, pages) => {
    expectQuiet((await judged(orders(...pages))).judgement);
  });

  test('above what came is R01', async () => {
    expectR01((await judged(orders(searchset(plain(5), { total: 9 })))).judgement, /5 of the 9/);
    expectR01((await judged(orders(searchset(plain(5), { total: 9, link: null })))).judgement);
    expectR01((await judged(orders(searchset(plain(5), { total: 9, ...next(null) })))).judgement);
  });

  test('0 beside a row hides nothing', async () => {
    const { judgement } = await judged(orders(searchset([oxycodone], { total: 0 })));
    expect(rules(judgement, 'blocks')).toEqual(['R02']);
  });

  test('an entry list of null is an empty list', async () => {
    const { judgement } = await judged({ Procedure: () => fhir(searchset([], { entry: null })) });
    expectQuiet(judgement);
  });
});

describe('a next link', () => {
  const second = searchset([oxycodone], { total: undefined });
  const first = (link: Json) => searchset([duloxetine], { total: undefined, ...link });

  test.each<[string, Json]>([
    ['with a capital', next(pageUrl(2), 'Next')],
    ['relative to the page', next('?page=2')],
    ['relative to the base', next('MedicationRequest?page=2')],
    ['with the usual port', next('https://ehr.example:443/fhir/MedicationRequest?page=2')],
    ['with the host in capitals', next('https://EHR.example/fhir/MedicationRequest?page=2')],
    ['of a proxy that ends TLS', next('http://ehr.example/fhir/MedicationRequest?page=2')],
  ])('%s is followed, under the base and by https alone', async (_, link) => {
    const { judgement, elsewhere } = await judged(orders(first(link), second));
    expect(judgement.opioid.verdict).toBe('present');
    expect(elsewhere).toEqual([]);
  });

  test('beside another is followed too, in either order, and no page is read twice', async () => {
    const two = (one: number, other: number) => ({
      link: [one, other].map((page) => ({ relation: 'next', url: pageUrl(page) })),
    });
    for (const link of [two(2, 3), two(3, 2)]) {
      const { judgement, asked } = await judged(
        orders(first(link), searchset(plain(2), { total: undefined }), second),
      );
      expect(judgement.opioid.verdict).toBe('present');
      expect(messageOf(judgement, 'R01')).toBe('');
      expect(asked.filter((address) => address.startsWith('MedicationRequest'))).toHaveLength(3);
    }
  });

  test.each<[string, Json]>([
    ['"link": null', { link: null }],
    ['an address of null', next(null)],
    ['an empty address', next('')],
  ])('that is none (%s) is the last page', async (_, link) => {
    expectQuiet((await judged(orders(first(link)))).judgement);
  });

  test('to itself is R01', async () => {
    expectR01(
      (await judged(orders(first(next(`${BASE}/MedicationRequest?patient=p1&_count=200`))))).judgement,
    );
  });

  test('to another host is R01 that says so, and no token is sent there', async () => {
    const { judgement, elsewhere } = await judged(
      orders(first(next('http://fhir-server/MedicationRequest?page=2'))),
    );
    expectR01(judgement, /outside the EHR/);
    expect(elsewhere).toEqual([]);
  });
});

describe('how a row names its patient', () => {
  const of = (reference: Json) => [
    drug('l', 'lisinopril 10 mg', { subject: reference }),
    drug('ox', 'oxycodone 5 mg', { subject: reference }),
  ];

  test.each([
    'https://ehr.example:443/fhir/Patient/p1',
    'http://ehr.example/fhir/Patient/p1',
    'https://EHR.Example/fhir/Patient/p1',
    'https://ehr.example/fhir//Patient/p1',
    'Patient/p1/',
    '/Patient/p1',
    'Patient/p1/_history/4',
  ])('%s is this patient', async (reference) => {
    const [other = {}, opioid = {}] = of({ reference });
    expectQuiet((await judged(orders(searchset([other])))).judgement);
    expect((await judged(orders(searchset([opioid])))).judgement.opioid.verdict).toBe('present');
  });

  test('by an inner host is R01 that names both addresses, and never another patient', async () => {
    const rows = of({ reference: 'http://fhir-server/fhir/Patient/p1' });
    const { judgement } = await judged(orders(searchset(rows)));
    expectR01(judgement, /http:\/\/fhir-server\/fhir.*ehr\.example\/fhir/);
    expect(rules(judgement, 'blocks')).not.toContain('R26');
    expect(judgement.opioid.verdict).toBe('present');
    const known = await judged(orders(searchset(rows.slice(0, 1))), {
      otherBases: ['http://fhir-server/fhir/'],
    });
    expectQuiet(known.judgement);
  });

  test('by another id is another patient, wherever it stands', async () => {
    for (const reference of ['Patient/p2', 'https://ehr.example/fhir/Patient/p2']) {
      const { judgement } = await judged(orders(searchset(of({ reference }))));
      expect(rules(judgement, 'blocks')).toEqual(['R01', 'R26']);
    }
  });

  test('by an identifier alone is this patient, another, or not understood', async () => {
    const answers = (value: string, system = 'urn:mrn') => ({
      'Patient/p1': () => fhir(patient({ identifier: [{ system: 'urn:mrn', value: '77' }] })),
      ...orders(searchset(of({ identifier: { system, value } }).slice(0, 1))),
    });
    expectQuiet((await judged(answers('77'))).judgement);
    expect(rules((await judged(answers('78'))).judgement, 'blocks')).toContain('R26');
    const unknown = (await judged(answers('78', 'urn:other'))).judgement;
    expectR01(unknown, /urn:other/);
    expect(rules(unknown, 'blocks')).not.toContain('R26');
  });
});

describe('an answer of which something is withheld', () => {
  const labelled = (meta: Json) => searchset([duloxetine], { meta });

  test.each<[string, Json]>([
    ['labelled REDACTED', labelled({ security: [{ code: 'REDACTED' }] })],
    ['labelled MASKED in small letters', labelled({ security: [{ code: 'masked' }] })],
    ['tagged SUBSETTED', labelled({ tag: [{ code: 'SUBSETTED' }] })],
    ...['suppressed', 'incomplete', 'too-costly', 'throttled'].flatMap((code) =>
      ['information', 'warning'].map((severity): [string, Json] => [
        `with an outcome of ${code}, ${severity}`,
        searchset([], { entry: [rowOf(duloxetine), rowOf(outcome(severity, code), 'outcome')] }),
      ]),
    ),
  ])('%s is R01', async (_, bundle) => {
    expectR01((await judged(orders(bundle))).judgement, /opioids/);
  });

  test('on page 2 alone is R01', async () => {
    const pages = orders(
      searchset([duloxetine], { total: undefined, ...next(pageUrl(2)) }),
      searchset([drug('b', 'metformin')], { total: undefined, meta: { security: [{ code: 'REDACTED' }] } }),
    );
    expectR01((await judged(pages)).judgement, /page 2/);
  });

  test('is not one that only informs', async () => {
    const bundle = searchset([], { entry: [rowOf(duloxetine), rowOf(informational, 'outcome')] });
    expectQuiet((await judged(orders(bundle))).judgement);
  });
});

describe('a Medication that is referred to', () => {
  const referring = (id: string, display: string | undefined, over: Json = {}) =>
    request({
      id,
      medicationCodeableConcept: undefined,
      medicationReference: { reference: `Medication/${id}`, display },
      ...over,
    });
  const gone = (status: number): Record<string, Answer> => ({
    'Medication/x': () => fhir(outcome('error', 'not-found'), status),
  });
  const old = { status: 'stopped', authoredOn: '2019-05-01' };

  test('and is not there goes by the name on the row', async () => {
    const known = orders(searchset([duloxetine, referring('x', 'MEVACOR TAB 40MG', old)]));
    expectQuiet((await judged({ ...gone(404), ...known })).judgement);
    const opioid = orders(searchset([referring('x', 'PERCOCET TAB 5-325MG')]));
    expect(rules((await judged({ ...gone(404), ...opioid })).judgement, 'blocks')).toEqual(['R02']);
  });

  test.each([404, 410])('and is not there (%i), on a row without a name, is asked about', async (status) => {
    const { judgement } = await judged({
      ...gone(status),
      ...orders(searchset([referring('x', undefined)])),
    });
    expect(judgement.opioid.verdict).toBe('cannot-tell');
    expect(rules(judgement, 'confirm')).toContain('R06');
    expect(rules(judgement, 'blocks')).toEqual([]);
  });

  test('and is refused is R01, whatever the row calls it', async () => {
    expectR01(
      (await judged({ ...gone(403), ...orders(searchset([referring('x', 'lisinopril')])) })).judgement,
    );
  });

  test('as one of 250 is read, and the opioid among them found', async () => {
    const ids = Array.from({ length: 250 }, (_, at) => `x${at}`);
    const medications = Object.fromEntries(
      ids.map((id, at): [string, Answer] => [
        `Medication/${id}`,
        () =>
          fhir({
            resourceType: 'Medication',
            id,
            code: { text: at === 230 ? 'oxycodone 5 mg' : 'lisinopril 10 mg' },
          }),
      ]),
    );
    const rows = searchset(
      ids.map((id, at) => referring(id, at === 230 ? 'tablet' : 'lisinopril 10 mg tablet')),
    );
    const { judgement } = await judged({ ...medications, ...orders(rows) });
    expect(rules(judgement, 'blocks')).toEqual(['R02']);
    const without = searchset(ids.slice(0, 230).map((id) => referring(id, 'lisinopril 10 mg tablet')));
    expectQuiet((await judged({ ...medications, ...orders(without) })).judgement);
  });
});

describe('a server that is busy or does not know the question', () => {
  const busy = (answers: (() => Response)[]): Answer => {
    let at = 0;
    return () => answers[Math.min(at++, answers.length - 1)]?.() ?? fhir({}, 500);
  };
  const tooMany = (seconds?: string) => () =>
    HttpResponse.text('', { status: 429, headers: seconds === undefined ? {} : { 'Retry-After': seconds } });

  test('with 429 and a time is asked again', async () => {
    const page2 = busy([tooMany('1'), () => fhir(searchset([drug('b', 'metformin')], { total: undefined }))]);
    const { judgement } = await judged({
      MedicationRequest: (url) =>
        url.searchParams.has('page')
          ? page2(url)
          : fhir(searchset([duloxetine], { total: undefined, ...next(pageUrl(2)) })),
    });
    expectQuiet(judgement);
  });

  test('with 429 again and again is R01, after few tries', async () => {
    const { judgement, asked } = await judged({ MedicationRequest: busy([tooMany()]) });
    expectR01(judgement, /MedicationRequest.*429/);
    expect(asked.filter((address) => address.startsWith('MedicationRequest')).length).toBeLessThanOrEqual(3);
  });

  test('with 503 once is quiet', async () => {
    const answer = busy([() => fhir({}, 503), () => fhir(searchset([duloxetine]))]);
    expectQuiet((await judged({ MedicationRequest: answer })).judgement);
  });

  test.each([
    ['Appointment', 404, /booked surgery not checked/],
    ['Procedure', 501, /implants, pumps and planned procedures not checked/],
  ] as const)('%s answered with %i is R01 that says what was not checked', async (part, status, says) => {
    const { judgement } = await judged({ [part]: () => fhir(outcome('error', 'not-found'), status) });
    expectR01(judgement, says);
    expect(messageOf(judgement, 'R01')).not.toContain('opioids not checked');
    expect(judgement.opioid.verdict).toBe('cannot-tell');
  });

  test('with something that is no Bundle is R01', async () => {
    for (const body of [outcome('error'), duloxetine])
      expectR01((await judged({ MedicationRequest: () => fhir(body) })).judgement, /opioids not checked/);
  });
});

describe('rows with gaps', () => {
  test('a statement without status: of a known other drug quiet, of an opioid not', async () => {
    const statement = (text: string) => ({
      MedicationStatement: () =>
        fhir(
          searchset([
            { resourceType: 'MedicationStatement', id: 's', subject, medicationCodeableConcept: { text } },
          ]),
        ),
    });
    expectQuiet((await judged(statement('lisinopril 10 mg'))).judgement);
    expect((await judged(statement('oxycodone 5 mg'))).judgement.opioid.verdict).not.toBe('none-found');
  });

  test('a Patient with nulls is read, and the age known', async () => {
    const { judgement } = await judged({ 'Patient/p1': () => fhir(patient({ gender: null, name: null })) });
    expectQuiet(judgement);
    expect(rules(judgement, 'blocks')).not.toContain('R18');
  });
});
