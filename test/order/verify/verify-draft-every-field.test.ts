import { describe, expect, test } from 'vitest';
import { verifyDraft } from '#lib/order/verify/verify-draft.ts';
import { presetOrder } from '../reviewed.ts';

/** Says the same in other words, or is said by what stands beside it. */
const SAME_MEANING =
  /\.(system|display|unit)$|^resourceType$|^reportedBoolean$|asNeededBoolean$|isActive$|route\.text$|reasonCode\.0\.text$|itemCodeableConcept\.text$/;
/** Codes whose words still stand. */
const CODED_WORDS =
  /(doseQuantity|numerator|denominator|boundsDuration|expectedSupplyDuration|quantity|route\.coding\.0)\.code$/;

/** Another patient, drug, dose, time, length or first night, or more of it; what an EHR adds of its own stands in verify-draft.test. */
const ALWAYS = [
  'added-step',
  'dose',
  'drug',
  'drug-code',
  'first-night',
  'nights',
  'patient',
  'quantity',
  'repeats',
  'route',
  'status',
  'steps-in-all',
  'time',
];
const SERIOUS = { gentle: [...ALWAYS, 'capsule-strength', 'form'].sort(), 'liquid-gentle': ALWAYS };

describe.each(['gentle', 'liquid-gentle'] as const)('%s: "every field" means every field', (id) => {
  const [sent] = presetOrder(id).requests;
  if (sent === undefined) throw new Error('there is no order');
  const verified = (path: string, change: (value: unknown) => unknown) => {
    const resource = JSON.parse(JSON.stringify(changedAt(sent, path.split('.'), change)));
    return verifyDraft({ requests: [sent] }, [
      { location: 'MedicationRequest/d1', resource, why: null, isGone: false },
    ]);
  };
  const unseen = (paths: readonly string[], change: (value: unknown) => unknown) =>
    paths.filter((path) => verified(path, change).state === 'kept');
  const seriousWhen = (change: (value: unknown) => unknown) => {
    const checks = leaves.flatMap((path) =>
      verified(path, change).requests.flatMap(({ fields }) => fields.filter(({ serious }) => serious)),
    );
    return [...new Set(checks.map(({ field }) => field.name))].sort();
  };
  const leaves = leavesOf(sent).filter((path) => !SAME_MEANING.test(path));
  const other = (value: unknown) =>
    typeof value === 'number'
      ? value + 1
      : `${value}`.replace(/^2026|^#?/, (start) => (start === '2026' ? '2027' : `${start}9`));
  const dropped = () => undefined;

  test('when one is changed', () => {
    expect(leaves.length).toBeGreaterThan(80);
    expect(unseen(leaves, other)).toEqual([]);
  });

  test('when one is dropped', () => {
    const wordless = leaves.filter((path) => !CODED_WORDS.test(path));
    expect(unseen(wordless, dropped)).toEqual([]);
  });

  test('and a change of these, and of no other, must not be signed', () => {
    expect(seriousWhen(other)).toEqual(SERIOUS[id]);
  });

  test('a draft of nobody, of no drug or of no status must not be signed either', () => {
    expect(seriousWhen(dropped)).toEqual(expect.arrayContaining(['drug', 'patient', 'status']));
  });
});

function leavesOf(node: unknown, path = ''): string[] {
  if (node === null || typeof node !== 'object') return [path];
  return Object.entries(node).flatMap(([key, child]) =>
    leavesOf(child, path === '' ? key : `${path}.${key}`),
  );
}

function changedAt(
  node: unknown,
  [key = '', ...rest]: string[],
  change: (value: unknown) => unknown,
): unknown {
  if (key === '') return change(node);
  const changed = (value: unknown, index: string) => (index === key ? changedAt(value, rest, change) : value);
  if (Array.isArray(node)) return node.map((value, index) => changed(value, String(index)) ?? {});
  return Object.fromEntries(
    Object.entries(node as object).map(([name, value]) => [name, changed(value, name)]),
  );
}
