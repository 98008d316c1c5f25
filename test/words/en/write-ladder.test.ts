import { expect, test } from 'vitest';
import type { Obstacle } from '#lib/order/write/write-ladder.ts';
import { rungWords } from '#lib/words/en/write-ladder.ts';

const SITE = { name: 'Example EHR', writeBack: { rung: 'fhir-draft', intent: 'order' } } as const;

test('a draft over FHIR is promised, to be reviewed and signed in the EHR', () => {
  expect(rungWords({ rung: 'fhir-draft', obstacle: null }, SITE)).toBe(
    'A draft order can be written to Example EHR. You review and sign it there.',
  );
});

test.each<[Obstacle, string]>([
  ['takes-no-orders', 'takes no orders over FHIR'],
  ['does-not-say', 'does not say whether it takes draft orders'],
  ['not-allowed', 'did not allow this launch to write orders'],
  ['no-drafts-over-fhir', 'takes no draft orders over FHIR'],
  ['set-up-without', 'nothing is written to it'],
])('whatever rung is left, %s is told with the name of the EHR', (obstacle, words) => {
  for (const rung of ['web-messaging', 'copy'] as const) {
    expect(rungWords({ rung, obstacle }, SITE)).toContain(`Example EHR`);
    expect(rungWords({ rung, obstacle }, SITE)).toContain(words);
  }
});

test('an EHR that would record anything but a draft: what it would record is named', () => {
  const writeBack = { rung: 'copy', intent: 'order', recordsInstead: 'a documented home medicine' } as const;
  expect(rungWords({ rung: 'copy', obstacle: 'records-instead' }, { ...SITE, writeBack })).toContain(
    'Example EHR would record a documented home medicine instead of a draft',
  );
});
