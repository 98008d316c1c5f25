/** What a prescriber of each country reads on Safety and is asked on Review. */
import { describe, expect, test } from 'vitest';
import { readBundle } from '#lib/chart/read/read-bundle.ts';
import { judgeSafety } from '#lib/safety/judge-safety.ts';
import { JURISDICTIONS, type Jurisdiction } from '#lib/settings/site.ts';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { opioidName } from '#lib/words/en/country.ts';
import { reviewScreen, safetyScreen } from '../hostile/screens.ts';
import { naproxen, patient, TODAY } from '../safety/judged.ts';

/** The text of both screens, without its markup. */
function screensOf(jurisdiction: Jurisdiction | null): string {
  const read = readBundle({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [patient(), naproxen].map((resource) => ({ resource })),
  });
  if (!('chart' in read)) throw new Error('the chart was refused');
  const judgement = judgeSafety(read.chart, {
    asOf: TODAY as CalendarDate,
    timeZone: 'UTC',
    recognise: installedRecogniser(jurisdiction).recognise,
    preparation: 'capsules',
    jurisdiction,
  });
  return `${safetyScreen(read.chart, judgement)} ${reviewScreen(read.chart, judgement)}`.replace(
    /<[^>]*>/g,
    ' ',
  );
}

describe('the monitoring record', () => {
  test.each(['GB', 'NZ', 'ES'] as const)('is never spoken of in %s, which keeps none', (country) => {
    expect(screensOf(country)).not.toMatch(/monitoring|PDMP/i);
  });

  test.each([
    [null, /Prescription monitoring record \(PDMP\)/],
    ['US', /Prescription monitoring record \(PDMP\)/],
    ['AU', /Real-time prescription monitoring \(SafeScript, QScript/],
    ['CA', /record of dispensed medicines \(PharmaNet, Netcare, DHDR\)/],
  ] as const)('is asked about by its name: %s', (country, name) => {
    expect(screensOf(country)).toMatch(name);
  });
});

test('what is sold without a prescription is asked about by name where it is sold', () => {
  expect(screensOf('GB')).toMatch(/co-codamol 8\/500, .*Nurofen Plus.*kaolin and morphine/);
  for (const country of ['US', 'NZ', 'AU', 'ES'] as const)
    expect(screensOf(country)).not.toMatch(/Nurofen|co-codamol/);
});

test('every country asks the patient, whatever else it asks', () => {
  for (const country of JURISDICTIONS) expect(screensOf(country)).toMatch(/Patient asked about leftover/);
});

test('an opioid is called as prescribers there call it', () => {
  const names = JURISDICTIONS.map((country) => `${country} ${opioidName('pethidine', country)}`);
  expect(names).toEqual([
    'US meperidine',
    'GB pethidine',
    'NZ pethidine',
    'AU pethidine',
    'CA meperidine',
    'ES pethidine',
  ]);
  expect(opioidName('oxycodone', 'US')).toBe('oxycodone');
});
