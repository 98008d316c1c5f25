/** Every way a read can fail, for every part of the chart: the ledger names it, and nothing passes for "none". */
import { HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';
import type { ChartPart } from '#lib/chart/ledger.ts';
import { ledgerGaps } from '#lib/chart/read/ledger-gaps.ts';
import { CHART_PARTS } from '#lib/chart/read/raw-chart.ts';
import { gapsOf, type Json, request } from '../chart-json.ts';
import { type Answer, BASE, ehr, fhir, outcome, read, searchset } from './ehr.ts';

const text = (body: string, type: string, status = 200) =>
  HttpResponse.text(body, { status, headers: { 'Content-Type': type } });

/** The whole part is lost. */
const LOST: Readonly<Record<string, { answer: Answer; says: string; state?: 'refused' }>> = {
  'HTTP 401': { answer: () => fhir({}, 401), says: 'HTTP 401', state: 'refused' },
  'HTTP 403 with the scope granted': {
    answer: () => fhir(outcome('error'), 403),
    says: 'HTTP 403',
    state: 'refused',
  },
  'HTTP 404': { answer: () => fhir(outcome('error', 'not-found'), 404), says: 'HTTP 404' },
  'HTTP 410': { answer: () => fhir({}, 410), says: 'HTTP 410' },
  'HTTP 400 however it is asked': { answer: () => fhir(outcome('error'), 400), says: 'HTTP 400' },
  'HTTP 429 without Retry-After': { answer: () => fhir({}, 429), says: 'HTTP 429' },
  'HTTP 429 with a long Retry-After': {
    answer: () => HttpResponse.text('', { status: 429, headers: { 'Retry-After': '120' } }),
    says: 'HTTP 429',
  },
  'HTTP 500': { answer: () => fhir(outcome('error'), 500), says: 'HTTP 500' },
  'HTTP 501': { answer: () => fhir(outcome('error', 'not-supported'), 501), says: 'HTTP 501' },
  'HTTP 503': { answer: () => fhir({}, 503), says: 'HTTP 503' },
  'a redirect': {
    answer: () => HttpResponse.text('', { status: 302, headers: { Location: 'https://login.example/' } }),
    says: 'HTTP 302',
  },
  'a cut connection': { answer: () => HttpResponse.error(), says: 'could not be reached' },
  'an HTML page': { answer: () => text('<html></html>', 'text/html'), says: 'not FHIR' },
  'truncated JSON': {
    answer: () => text('{"resourceType":"Bundle","en', 'application/fhir+json'),
    says: 'not FHIR',
  },
  'no body': { answer: () => text('', 'application/fhir+json'), says: '' },
  'something that is no Bundle': { answer: () => fhir(outcome('information')), says: '' },
};

describe.each(Object.entries(LOST))('%s', (_, { answer, says, state = 'failed' }) => {
  test.each(CHART_PARTS)('in place of %s is an incomplete read', async (part) => {
    ehr({ [part === 'Patient' ? 'Patient/p1' : part]: answer });
    const chart = await read();
    const gaps = gapsOf(chart);
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toMatchObject({ part, weight: 'incomplete', what: expect.stringContaining(says) });
    expect(chart.ledger.entries.find((entry) => entry.part === part)).toMatchObject({ state, rows: 0 });
  });
});

test('a server that does not answer in time is an incomplete read', async () => {
  ehr({ MedicationRequest: () => new Promise(() => {}) });
  expect(gapsOf(await read({}, 60))).toMatchObject([
    { part: 'MedicationRequest', what: 'did not answer in time', weight: 'incomplete' },
  ]);
});

test('HTTP 429 that passes by is no gap', async () => {
  let times = 0;
  ehr({
    MedicationRequest: () => {
      times += 1;
      return times === 1
        ? HttpResponse.text('', { status: 429, headers: { 'Retry-After': '0' } })
        : fhir(searchset([request()]));
    },
  });
  const chart = await read();
  expect(gapsOf(chart)).toEqual([]);
  expect(chart.medications).toHaveLength(1);
});

/** The first page came; what follows did not come as it should. */
const page = (resources: readonly Json[], next?: unknown) =>
  fhir(
    searchset(resources, {
      total: undefined,
      link: next === undefined ? [] : [{ relation: 'next', url: next }],
    }),
  );

const SECOND: Readonly<Record<string, { next: unknown; answer?: Answer; says: string }>> = {
  'HTTP 500': { next: `${BASE}/MedicationRequest?page=2`, answer: () => fhir({}, 500), says: 'HTTP 500' },
  'HTTP 403': { next: `${BASE}/MedicationRequest?page=2`, answer: () => fhir({}, 403), says: 'HTTP 403' },
  'HTTP 410': { next: `${BASE}/MedicationRequest?page=2`, answer: () => fhir({}, 410), says: 'HTTP 410' },
  'a cut connection': {
    next: `${BASE}/MedicationRequest?page=2`,
    answer: () => HttpResponse.error(),
    says: 'could not be reached',
  },
  'an HTML page': {
    next: `${BASE}/MedicationRequest?page=2`,
    answer: () => text('<html></html>', 'text/html'),
    says: 'not FHIR',
  },
  'the same rows again': {
    next: `${BASE}/MedicationRequest?page=2`,
    answer: () => page([request()]),
    says: 'repeats rows',
  },
  'a next link that leads back': {
    next: `${BASE}/MedicationRequest?page=2`,
    answer: () => page([request({ id: 'm2' })], `${BASE}/MedicationRequest?page=2`),
    says: 'already read',
  },
  'a next link to a foreign host': {
    next: 'https://evil.example/fhir/MedicationRequest?page=2',
    says: 'outside the EHR',
  },
  'a next link to another path of the same host': {
    next: 'https://ehr.example/other/MedicationRequest?page=2',
    says: 'outside the EHR',
  },
  'a next link that is no address': { next: { url: 5 }, says: 'could not be read' },
};

test.each(Object.entries(SECOND))(
  '%s after the first page keeps its rows and is an incomplete read',
  async (_, fault) => {
    const { elsewhere } = ehr({
      MedicationRequest: (url) =>
        url.searchParams.get('page') === '2'
          ? (fault.answer?.(url) ?? fhir({}, 500))
          : page([request()], fault.next),
    });
    const chart = await read();
    expect(chart.medications.map(({ source }) => source)).toContain('MedicationRequest/m1');
    expect(gapsOf(chart)).toMatchObject([
      { part: 'MedicationRequest', what: expect.stringContaining(fault.says) },
    ]);
    expect(chart.ledger.entries.find(({ part }) => part === 'MedicationRequest')?.state).toBe('partial');
    expect(elsewhere).toEqual([]);
  },
);

/** Each part is asked for by a search of its own; the Patient is read by its id. */
const SEARCHED = CHART_PARTS.filter((part) => part !== 'Patient');

test.each(SEARCHED)('a second page of %s that fails is an incomplete read of that part', async (part) => {
  ehr({
    [part]: (url) =>
      url.searchParams.get('page') === '2' ? fhir({}, 500) : page([], `${BASE}/${part}?page=2`),
  });
  const chart = await read();
  expect(gapsOf(chart)).toMatchObject([
    { part, weight: 'incomplete', what: expect.stringContaining('HTTP 500') },
  ]);
  expect(chart.ledger.entries.find((entry) => entry.part === part)?.state).toBe('partial');
});

test('a server whose pages never end is given up, and says so', async () => {
  let number = 0;
  ehr({
    MedicationRequest: () => {
      number += 1;
      return page([request({ id: `m${number}` })], `${BASE}/MedicationRequest?page=${number + 1}`);
    },
  });
  const chart = await read();
  expect(gapsOf(chart)).toMatchObject([{ where: 'MedicationRequest page 101' }]);
  expect(chart.medications).toHaveLength(100);
});

describe('a warning among the rows', () => {
  const answering = (issue: Json) =>
    ehr({
      MedicationRequest: () =>
        fhir(
          searchset([request()], {
            entry: [{ resource: request() }, { resource: issue, search: { mode: 'outcome' } }],
          }),
        ),
    });

  test.each(['warning', 'error', 'fatal', 'unheard-of'])(
    'of severity %s is an incomplete read',
    async (severity) => {
      answering(outcome(severity));
      expect(gapsOf(await read())).toMatchObject([
        { part: 'MedicationRequest', what: 'the EHR says: "said so"', weight: 'incomplete' },
      ]);
    },
  );

  test.each(SEARCHED)('of %s is an incomplete read of that part', async (part) => {
    const warned = { entry: [{ resource: outcome('warning'), search: { mode: 'outcome' } }] };
    ehr({ [part]: () => fhir(searchset([], warned)) });
    expect(gapsOf(await read())).toMatchObject([
      { part, what: 'the EHR says: "said so"', weight: 'incomplete' },
    ]);
  });

  test.each(['4119', 'processing'])('that the site calls standing (%s) is to be confirmed', async (code) => {
    answering(outcome('warning'));
    const chart = await read({ site: { standingWarnings: [code], absent: [] } });
    expect(gapsOf(chart)).toEqual([]);
    expect(ledgerGaps(chart.ledger).confirm).toMatchObject([{ part: 'MedicationRequest' }]);
  });

  test('that the site calls standing is an incomplete read all the same when it comes as an error', async () => {
    answering(outcome('error'));
    expect(gapsOf(await read({ site: { standingWarnings: ['4119'], absent: [] } }))).toHaveLength(1);
  });

  test.each([
    outcome('information'),
    outcome('warning', 'not-found', 'Resource request returns no results.'),
  ])('that only informs is nothing (%#)', async (issue) => {
    answering(issue);
    const { incomplete, confirm } = ledgerGaps((await read()).ledger);
    expect([...incomplete, ...confirm]).toEqual([]);
  });

  test('that cannot be read is an incomplete read', async () => {
    answering({ resourceType: 'OperationOutcome', issue: 'x' });
    expect(gapsOf(await read())).toHaveLength(1);
  });
});

describe('rows that do not belong', () => {
  test('of another patient are dropped and named', async () => {
    ehr({
      MedicationRequest: () =>
        fhir(searchset([request({ subject: { reference: 'Patient/p2' } }), request({ id: 'm2' })])),
    });
    const chart = await read();
    expect(chart.medications.map(({ source }) => source)).toEqual(['MedicationRequest/m2']);
    expect(ledgerGaps(chart.ledger).otherPatient).toMatchObject([
      { part: 'MedicationRequest', where: 'MedicationRequest/m1', weight: 'other-patient' },
    ]);
  });

  test('the answer for the Patient is another patient', async () => {
    ehr({ 'Patient/p1': () => fhir({ resourceType: 'Patient', id: 'p2' }) });
    const chart = await read();
    expect(ledgerGaps(chart.ledger).otherPatient).toMatchObject([{ part: 'Patient' }]);
    expect(chart.patient.source).toBe('Patient/p1');
    expect(chart.patient.birthDate).toBeNull();
  });

  test('a row of another kind is named, and an opioid in it is kept', async () => {
    ehr({
      MedicationStatement: () => fhir(searchset([request({ id: 'stray' })], { total: 0 })),
    });
    const chart = await read();
    expect(gapsOf(chart)).toMatchObject([
      { part: 'MedicationStatement', what: expect.stringContaining('MedicationRequest') },
    ]);
    expect(chart.medications.map(({ source }) => source)).toEqual(['MedicationRequest/stray']);
  });

  test('an entry that is no resource is an incomplete read', async () => {
    ehr({ MedicationRequest: () => fhir(searchset([], { entry: [{ resource: null }] })) });
    expect(gapsOf(await read())).toMatchObject([
      { part: 'MedicationRequest', where: 'MedicationRequest, entry 1' },
    ]);
  });

  test('fewer rows than the EHR counts are an incomplete read', async () => {
    ehr({ MedicationRequest: () => fhir(searchset([request()], { total: 3 })) });
    expect(gapsOf(await read())).toMatchObject([{ what: 'holds 1 of the 3 rows it counts' }]);
  });
});

test('whatever part fails, all others are read', async () => {
  for (const part of CHART_PARTS.slice(1)) {
    ehr({ [part]: () => HttpResponse.error() });
    const chart = await read();
    const unread = chart.ledger.entries
      .filter(({ state }) => state !== 'complete')
      .map((entry): ChartPart => entry.part);
    expect(unread).toEqual([part]);
  }
});
