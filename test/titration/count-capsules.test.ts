import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countCapsules } from '#lib/titration/count-capsules.ts';

test('a dose is made of the fewest capsules, strongest first', () => {
  expect(countCapsules(4500, [500, 1500, 4500])).toEqual([{ strength: 4500, count: 1 }]);
  expect(countCapsules(4000, [500, 1500])).toEqual([
    { strength: 1500, count: 2 },
    { strength: 500, count: 2 },
  ]);
});

test('taking the strongest first is not always fewest', () => {
  expect(countCapsules(3000, [500, 1500, 2000])).toEqual([{ strength: 1500, count: 2 }]);
});

test('of equally few capsules one strength beats two', () => {
  expect(countCapsules(4000, [1000, 2000, 3000])).toEqual([{ strength: 2000, count: 2 }]);
});

test('more than five capsules, or a sum that does not come out, is no dose', () => {
  expect(countCapsules(3000, [500])).toBeNull();
  expect(countCapsules(1250, [500, 1000])).toBeNull();
});

test('no other five capsules make the dose with fewer', () => {
  const strengths = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 45 }), strengths, (dose, chosen) => {
      const reachable = [new Set([0])];
      for (let capsules = 1; capsules <= 5; capsules += 1) {
        const sums = [...(reachable[capsules - 1] ?? [])].flatMap((sum) => chosen.map((s) => sum + s));
        reachable.push(new Set(sums));
      }
      const fewest = reachable.findIndex((sums) => sums.has(dose));
      const counted = countCapsules(dose, chosen)?.reduce((sum, { count }) => sum + count, 0) ?? -1;
      expect(counted).toBe(fewest);
    }),
  );
});
