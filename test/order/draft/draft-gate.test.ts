import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as gate from '#lib/order/draft/draft-gate.ts';
import { draftOrder } from '#lib/order/draft/draft-order.ts';
import { PRESETS, type PresetId } from '#lib/titration/propose-regimen.ts';
import { ORDER_WORDS } from '#lib/words/en/order.ts';
import { plans } from '../../titration/regimens.ts';
import { presetOrder, reviewed, SETTING } from '../reviewed.ts';

const draftFaults = (requests: readonly unknown[]) => gate.draftFaults(requests, ORDER_WORDS);

type Path = readonly (string | number)[];

/** A copy of the value with what stands at the path changed. */
function changed(value: unknown, path: Path, change: (old: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  copy[key] = changed(copy[key], rest, change);
  return copy;
}

/** Every place where this key stands. */
function placesOf(value: unknown, wanted: string, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(key === wanted ? [[...path, key]] : []),
    ...placesOf(inner, wanted, [...path, key]),
  ]);
}

const PRESET_IDS = Object.keys(PRESETS) as PresetId[];

describe.each(PRESET_IDS)('%s', (id) => {
  const requests = JSON.parse(JSON.stringify(presetOrder(id).requests)) as unknown[];

  test('passes as drafted', () => {
    expect(draftFaults(requests)).toEqual([]);
  });

  test('any number ten times too high, too low or off by one is refused', () => {
    for (const path of placesOf(requests, 'value').filter((place) => !place.includes('identifier'))) {
      for (const change of [
        (n: number) => n * 10,
        (n: number) => n / 10,
        (n: number) => n + 1,
        (n: number) => -n,
      ]) {
        const tampered = changed(requests, path, (old) =>
          typeof old === 'number' ? change(old) : `${old}x`,
        ) as unknown[];
        expect(draftFaults(tampered), path.join('.')).not.toEqual([]);
      }
    }
  });

  test('a text that names ten times the dose is refused', () => {
    for (const path of placesOf(requests, 'text').filter((place) => place.includes('dosageInstruction'))) {
      if (path.includes('route')) continue;
      const tampered = changed(requests, path, (old) =>
        String(old).replace(/([\d.]+) mg (\(|=)/, (_, dose, mark) => `${Number(dose) * 10} mg ${mark}`),
      ) as unknown[];
      expect(draftFaults(tampered), path.join('.')).not.toEqual([]);
    }
  });

  test('another first night, of one order or in its text, is refused', () => {
    for (const path of placesOf(requests, 'valueDate')) {
      for (const day of ['2026-03-03', '2026-02-31', 'soon', null]) {
        expect(draftFaults(changed(requests, path, () => day) as unknown[]), `${day}`).not.toEqual([]);
      }
    }
    const said = changed(requests, [0, 'dosageInstruction', 0, 'text'], (text) =>
      String(text).replace('before 02-Mar-2026', 'before 01-Mar-2026'),
    ) as unknown[];
    expect(draftFaults(said)).toEqual([{ code: 'first-night-text', step: 1 }]);
  });

  test.each(['active', 'on-hold', 'completed', 'DRAFT', '', null])('status %j is refused', (status) => {
    expect(draftFaults(changed(requests, [0, 'status'], () => status) as unknown[])).not.toEqual([]);
  });

  test('a second medication, a repeat, an extension or anything else beside it is refused', () => {
    const add = (extra: object) => [{ ...(requests[0] as object), ...extra }, ...requests.slice(1)];
    expect(draftFaults(add({ medicationReference: { reference: 'Medication/1' } }))).not.toEqual([]);
    expect(draftFaults(add({ medicationCodeableConcept: { text: 'naltrexone' } }))).not.toEqual([]);
    expect(draftFaults(add({ extension: [{ url: 'https://example.org' }] }))).not.toEqual([]);
    expect(draftFaults(add({ doNotPerform: false }))).not.toEqual([]);
    expect(
      draftFaults(changed(requests, [0, 'dispenseRequest', 'numberOfRepeatsAllowed'], () => 1) as unknown[]),
    ).not.toEqual([]);
    expect(
      draftFaults(changed(requests, [0, 'dosageInstruction', 0, 'asNeededBoolean'], () => true) as unknown[]),
    ).not.toEqual([]);
  });

  test('a prescriber by name alone is refused, but for the words that leave it to the EHR', () => {
    const by = (display: string) =>
      requests.map((request) => ({ ...(request as object), requester: { display } }));
    expect(draftFaults(by(ORDER_WORDS.requesterToBeSet))).toEqual([]);
    expect(draftFaults(by('Dr Somebody'))).toContainEqual({ code: 'requester' });
  });

  test('no order, half a step or another patient in the group is refused', () => {
    expect(draftFaults([])).not.toEqual([]);
    expect(draftFaults([null])).not.toEqual([]);
    const fewer = changed(requests, [0, 'dosageInstruction'], (old) =>
      (old as unknown[]).slice(1),
    ) as unknown[];
    expect(draftFaults(fewer)).not.toEqual([]);
    expect(draftFaults([...requests, requests[0]])).not.toEqual([]);
    if (requests.length > 1) {
      expect(draftFaults(requests.slice(1))).not.toEqual([]);
      const other = changed(requests, [1, 'subject', 'reference'], () => 'Patient/p2') as unknown[];
      expect(draftFaults(other)).not.toEqual([]);
    }
  });
});

test('a larger capsule that begins on night 1 is refused', () => {
  const { requests } = presetOrder('two-strengths');
  const early = changed(requests, [1, 'extension', 0, 'valueDate'], () => '2026-03-02') as unknown[];
  expect(draftFaults(early)).toEqual([{ code: 'first-night-text', step: 3 }, { code: 'first-night' }]);
});

test('supply for other nights than its own, or another number of steps in all, is refused', () => {
  const { requests } = presetOrder('two-strengths');
  const forAll = changed(
    requests,
    [1, 'dispenseRequest', 'expectedSupplyDuration', 'value'],
    () => 56,
  ) as unknown[];
  expect(draftFaults(forAll)).toEqual([{ code: 'supply' }]);
  const steps = changed(requests, [0, 'extension', 1, 'valuePositiveInt'], () => 2) as unknown[];
  expect(draftFaults(steps)).toEqual([{ code: 'step-missing' }]);
});

test('the code of the 50 mg tablet on a capsule order is refused', () => {
  const { requests } = presetOrder('standard');
  const { requests: liquid } = presetOrder('liquid-standard');
  const coding = ['contained', 0, 'ingredient', 0, 'itemCodeableConcept', 'coding', 0, 'code'];
  expect(draftFaults(changed(requests, [0, ...coding], () => '1483744') as unknown[])).not.toEqual([]);
  const { contained, medicationReference, ...rest } = requests[0] as unknown as Record<string, unknown>;
  const concept = (liquid[0] as unknown as Record<string, unknown>).medicationCodeableConcept;
  expect(draftFaults([{ ...rest, medicationCodeableConcept: concept }])).not.toEqual([]);
  expect(
    draftFaults([{ ...rest, contained, medicationReference, medicationCodeableConcept: concept }]),
  ).not.toEqual([]);
});

test('in every plan any dose ten times too high is refused', () => {
  fc.assert(
    fc.property(plans, fc.nat(), (plan, pick) => {
      const { requests } = draftOrder(reviewed(plan), SETTING);
      const places = placesOf(requests, 'doseQuantity');
      const path = places[pick % places.length] ?? [];
      const tampered = changed(requests, [...path, 'value'], (old) => Number(old) * 10) as unknown[];
      expect(draftFaults(tampered)).not.toEqual([]);
    }),
    { numRuns: 300 },
  );
});
