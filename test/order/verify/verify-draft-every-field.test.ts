import { describe, expect, test } from 'vitest';
import { verifyDraft } from '#lib/order/verify/verify-draft.ts';
import { presetOrder } from '../reviewed.ts';

/** Says the same in other words, or is said by what stands beside it. */
const SAME_MEANING =
  /\.(system|display|unit)$|^resourceType$|^reportedBoolean$|asNeededBoolean$|isActive$|route\.text$|reasonCode\.0\.text$|itemCodeableConcept\.text$/;
/** Codes whose words still stand. */
const CODED_WORDS =
  /(doseQuantity|numerator|denominator|boundsDuration|expectedSupplyDuration|quantity|route\.coding\.0)\.code$/;

describe.each(['gentle', 'liquid-gentle'] as const)('%s: "every field" means every field', (id) => {
  const [sent] = presetOrder(id).requests;
  if (sent === undefined) throw new Error('there is no order');
  const unseen = (paths: readonly string[], change: (value: unknown) => unknown) =>
    paths.filter((path) => {
      const resource = JSON.parse(JSON.stringify(changedAt(sent, path.split('.'), change)));
      const stored = [{ location: 'MedicationRequest/d1', resource, why: null, isGone: false }];
      return verifyDraft({ requests: [sent] }, stored).state === 'kept';
    });
  const leaves = leavesOf(sent).filter((path) => !SAME_MEANING.test(path));

  test('when one is changed', () => {
    const other = (value: unknown) =>
      typeof value === 'number' ? value + 1 : `${value}`.replace(/^#?/, '$&9');
    expect(leaves.length).toBeGreaterThan(80);
    expect(unseen(leaves, other)).toEqual([]);
  });

  test('when one is dropped', () => {
    const wordless = leaves.filter((path) => !CODED_WORDS.test(path));
    expect(unseen(wordless, () => undefined)).toEqual([]);
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
