import { describe, expect, test } from 'vitest';
import { isFhirDate } from '#lib/time/fhir-date.ts';

describe('a FHIR date is one that exists', () => {
  test.each([
    '2026',
    '2026-02',
    '2026-02-28',
    '2024-02-29',
    '2000-02-29',
    '2026-02-10T23:30:00-05:00',
    '2026-02-10T23:30:00.123Z',
    '2026-02-10T23:30:00',
    '2026-02-10T23:30Z',
  ])('%s', (text) => expect(isFhirDate(text)).toBe(true));

  test.each([
    '',
    '26',
    '2026-13',
    '2026-00',
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-02-00',
    '2026-2-1',
    '0000',
    '2026-02-10T24:00:00Z',
    '2026-02-10T23:30:00+15:00',
    '10/02/2026',
    '2026-02-10 ',
    'soon',
    'July 2025',
  ])('not %j', (text) => expect(isFhirDate(text)).toBe(false));
});
