import { expect, test } from 'vitest';
import { percentile } from './percentile.ts';

test('nearest rank, whatever the order of the values', () => {
  expect(percentile([30, 10, 20, 40], 50)).toBe(20);
  expect(percentile([30, 10, 20, 40], 95)).toBe(40);
  expect(percentile([7], 50)).toBe(7);
  expect(percentile([], 50)).toBeNaN();
});
