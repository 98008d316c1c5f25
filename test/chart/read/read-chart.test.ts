import { describe, expect, test } from 'vitest';
import type { Ledger } from '#lib/chart/ledger.ts';
import { ledgerGaps } from '#lib/chart/read/ledger-gaps.ts';
import { CHART_PARTS } from '#lib/chart/read/raw-chart.ts';
import { readCapabilities } from '#lib/fhir/capabilities.ts';
import { gapsOf, type Json, observation, request } from '../chart-json.ts';
import { BASE, EVERYTHING, ehr, fhir, outcome, read, searchset, statement } from './ehr.ts';

const entryOf = (ledger: Ledger, part: string) => ledger.entries.find((entry) => entry.part === part);

describe('the chart is read whole', () => {
  test('every part is asked for at the same time, no search twice, with a large page and no status', async () => {
    let waiting = 0;
    let most = 0;
    const answers = Object.fromEntries(
      CHART_PARTS.slice(1).map((part) => [
        part,
        async () => {
          waiting += 1;
          most = Math.max(most, waiting);
          await new Promise((done) => setTimeout(done, 20));
          waiting -= 1;
          return fhir(searchset([]));
        },
      ]),
    );
    const { asked } = ehr(answers);
    const chart = await read();
    const parts = asked.map(({ address }) => address.split(/[?/]/)[0] ?? '');
    expect([...new Set(parts)].sort()).toEqual([...CHART_PARTS].sort());
    const results = parts.filter((part) => part === 'Observation').length;
    expect(parts).toHaveLength(CHART_PARTS.length - 1 + results);
    expect(new Set(asked.map(({ address }) => address)).size).toBe(asked.length);
    expect(asked.filter(({ address }) => /status|intent/.test(address))).toEqual([]);
    expect(asked.filter(({ address }) => address.includes('?') && !address.includes('_count=200'))).toEqual(
      [],
    );
    expect(most).toBe(parts.length - 1);
    expect(chart.ledger.entries.every(({ state }) => state === 'complete')).toBe(true);
  });

  test('every page is followed', async () => {
    const pageOf = (number: number): Json =>
      searchset([request({ id: `m${number}` })], {
        total: 3,
        link: number < 3 ? [{ relation: 'next', url: `${BASE}/MedicationRequest?page=${number + 1}` }] : [],
      });
    ehr({ MedicationRequest: (url) => fhir(pageOf(Number(url.searchParams.get('page') ?? 1))) });
    const chart = await read();
    expect(chart.medications.map(({ source }) => source)).toEqual(
      [1, 2, 3].map((n) => `MedicationRequest/m${n}`),
    );
    expect(entryOf(chart.ledger, 'MedicationRequest')).toMatchObject({
      state: 'complete',
      rows: 3,
      pages: 3,
    });
  });

  test('progress is told part by part', async () => {
    ehr({});
    const told: string[] = [];
    await read({ onProgress: (part) => told.push(part) });
    expect(told.sort()).toEqual([...CHART_PARTS].sort());
  });

  test('laboratory values and scores are asked for by their codes', async () => {
    const { asked } = ehr({ Observation: () => fhir(searchset([observation()])) });
    const chart = await read();
    const codes = asked.flatMap(
      ({ address }) => new URLSearchParams(address.split('?')[1]).get('code')?.split(',') ?? [],
    );
    expect(codes).toContain('1742-6');
    expect(codes).toContain('75893-8');
    expect(chart.observations).toMatchObject([{ source: 'Observation/o1', referenceHigh: 40 }]);
  });

  test('values in components are asked for too, where the server lists combo-code', async () => {
    const { asked } = ehr({});
    const searchParam = [{ name: 'patient' }, { name: 'code' }, { name: 'combo-code' }];
    await read({ capabilities: readCapabilities(statement(EVERYTHING, { searchParam })) });
    expect(asked.find(({ address }) => address.startsWith('Observation'))?.address).toContain(
      'combo-code=3879-4',
    );
  });

  test('a server that does not list the code parameter is asked by category', async () => {
    const { asked } = ehr({});
    const searchParam = [{ name: 'patient' }, { name: 'category' }];
    await read({ capabilities: readCapabilities(statement(EVERYTHING, { searchParam })) });
    const results = asked.filter(({ address }) => address.startsWith('Observation'));
    expect(results.map(({ address }) => new URLSearchParams(address.split('?')[1]).get('category'))).toEqual([
      'survey,social-history,exam,vital-signs',
      'laboratory',
    ]);
  });

  test('a server that refuses a date or a category is asked without, and the ledger says what was asked for', async () => {
    const refusing = (name: string) => (url: URL) =>
      url.searchParams.has(name) ? fhir(outcome('error'), 400) : fhir(searchset([]));
    const askedOf = async (name: string) => {
      ehr({ Observation: refusing(name) });
      const chart = await read();
      expect(gapsOf(chart)).toEqual([]);
      return entryOf(chart.ledger, 'Observation')?.asked;
    };
    expect(await askedOf('_none')).toEqual([{ kind: 'codes' }, { kind: 'laboratory', since: '2025-02-02' }]);
    expect(await askedOf('date')).toEqual([{ kind: 'codes' }, { kind: 'laboratory', since: null }]);
    expect(await askedOf('category')).toEqual([{ kind: 'codes' }, { kind: 'everything' }]);
    expect(await askedOf('code')).toMatchObject([{ kind: 'categories' }, { kind: 'laboratory' }]);
  });
});

describe('what a medication refers to is read', () => {
  const referring = (reference: string) =>
    request({ medicationCodeableConcept: undefined, medicationReference: { reference } });
  const oxycodone = { resourceType: 'Medication', id: 'x', code: { text: 'oxycodone 5 mg' } };

  test('with the search, where the server lists the include', async () => {
    const { asked } = ehr({
      MedicationRequest: () =>
        fhir(
          searchset([referring('Medication/x')], {
            entry: [
              { resource: referring('Medication/x'), search: { mode: 'match' } },
              { resource: oxycodone, search: { mode: 'include' } },
            ],
          }),
        ),
    });
    const searchInclude = ['MedicationRequest:medication'];
    const chart = await read({ capabilities: readCapabilities(statement(EVERYTHING, { searchInclude })) });
    expect(chart.medications[0]?.words).toBe('oxycodone 5 mg');
    expect(asked.filter(({ address }) => address.startsWith('Medication/'))).toEqual([]);
    expect(asked.find(({ address }) => address.startsWith('MedicationRequest'))?.address).toContain(
      `_include=${encodeURIComponent('MedicationRequest:medication')}`,
    );
    expect(gapsOf(chart)).toEqual([]);
  });

  test('one by one and each once, where it did not come along', async () => {
    const rows = [1, 2, 3].map((n) => ({
      ...referring(n === 2 ? `${BASE}/Medication/x/_history/4` : 'Medication/x'),
      id: `m${n}`,
    }));
    const { asked } = ehr({
      MedicationRequest: () => fhir(searchset(rows)),
      'Medication/x': () => fhir(oxycodone),
    });
    const chart = await read();
    expect(chart.medications.map(({ words }) => words)).toEqual(Array(3).fill('oxycodone 5 mg'));
    expect(asked.filter(({ address }) => address.startsWith('Medication/'))).toHaveLength(1);
  });

  test('down to the substance of an ingredient', async () => {
    ehr({
      MedicationRequest: () => fhir(searchset([referring('Medication/x')])),
      'Medication/x': () =>
        fhir({
          resourceType: 'Medication',
          id: 'x',
          ingredient: [{ itemReference: { reference: 'Substance/s' } }],
        }),
      'Substance/s': () => fhir({ resourceType: 'Substance', id: 's', code: { text: 'codeine' } }),
    });
    expect((await read()).medications[0]?.words).toBe('codeine');
  });

  test('one that the EHR does not have stays without a name, and is asked about', async () => {
    ehr({
      MedicationRequest: () => fhir(searchset([referring('Medication/x')])),
      'Medication/x': () => fhir(outcome('error', 'not-found'), 404),
    });
    const chart = await read();
    expect(chart.medications[0]?.medication.unresolved).toEqual([
      { code: 'not-found', reference: 'Medication/x' },
    ]);
    expect(gapsOf(chart)).toEqual([]);
  });

  test.each([403, 429, 500])('one that fails (HTTP %i) is an incomplete read', async (status) => {
    ehr({
      MedicationRequest: () => fhir(searchset([referring('Medication/x')])),
      'Medication/x': () => fhir({}, status),
    });
    const chart = await read();
    expect(chart.medications[0]?.medication.unresolved).toEqual([
      { code: 'not-found', reference: 'Medication/x' },
    ]);
    expect(gapsOf(chart)).toMatchObject([{ where: 'Medication/x' }]);
  });

  test('one on a foreign host is not asked for, and no token leaves', async () => {
    const { elsewhere } = ehr({
      MedicationRequest: () => fhir(searchset([referring('https://evil.example/fhir/Medication/x')])),
    });
    const chart = await read();
    expect(elsewhere).toEqual([]);
    expect(chart.medications[0]?.medication.unresolved).toEqual([
      { code: 'not-found', reference: 'https://evil.example/fhir/Medication/x' },
    ]);
  });

  test('Medications that hold each other come to an end', async () => {
    const holding = (id: string, other: string) => ({
      resourceType: 'Medication',
      id,
      ingredient: [{ itemReference: { reference: `Medication/${other}` } }],
    });
    ehr({
      MedicationRequest: () => fhir(searchset([referring('Medication/x')])),
      'Medication/x': () => fhir(holding('x', 'y')),
      'Medication/y': () => fhir(holding('y', 'x')),
    });
    const [row] = (await read()).medications;
    expect(JSON.stringify(row?.medication)).toContain('"cycle"');
  });
});

describe('what nobody could have answered is named, and is no gap', () => {
  test.each(CHART_PARTS.filter((part) => part !== 'Patient' && part !== 'MedicationRequest'))(
    '%s: not supported, not granted or absent at this site',
    async (part) => {
      const others = EVERYTHING.filter((type) => type !== part);
      const scopes = others.map((type) => `patient/${type}.rs`);
      const { asked } = ehr({ [part]: () => fhir({}, 500) });
      const unsupported = await read({ capabilities: readCapabilities(statement(others)) });
      const notGranted = await read({ scopes });
      const absent = await read({ site: { standingWarnings: [], absent: [part as 'Observation'] } });
      expect(asked.filter(({ address }) => address.startsWith(`${part}?`))).toEqual([]);
      expect([unsupported, notGranted, absent].flatMap(gapsOf)).toEqual([]);
      expect(ledgerGaps(unsupported.ledger).unseen).toEqual([{ part, gap: 'server' }]);
      expect(ledgerGaps(notGranted.ledger).unseen).toEqual([{ part, gap: 'not-granted' }]);
      expect(ledgerGaps(absent.ledger).unseen).toEqual([{ part, gap: 'site-profile' }]);
    },
  );

  test('MedicationRequest has to be read: not granted is an incomplete read', async () => {
    ehr({});
    const scopes = EVERYTHING.filter((type) => type !== 'MedicationRequest').map(
      (type) => `patient/${type}.rs`,
    );
    expect(gapsOf(await read({ scopes }))).toMatchObject([
      { part: 'MedicationRequest', weight: 'incomplete' },
    ]);
  });

  test('MedicationRequest is asked for even where the server does not list it', async () => {
    const { asked } = ehr({ MedicationRequest: () => fhir(outcome('error', 'not-supported'), 404) });
    const chart = await read({ capabilities: readCapabilities(statement(['Patient'])) });
    expect(asked.map(({ address }) => address.split('?')[0])).toContain('MedicationRequest');
    expect(gapsOf(chart)).toMatchObject([{ part: 'MedicationRequest', weight: 'incomplete' }]);
  });
});
