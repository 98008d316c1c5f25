/** R21: alternatives. Today is 2026-03-02. */
import { describe, expect, test } from 'vitest';
import type { Jurisdiction } from '#lib/settings/site.ts';
import { concept, condition, findingsOf, ICD10, judge, naproxen, order, severityOf } from '../judged.ts';

test.each([
  ['no alternative on the chart informs', [], ['informs']],
  ['duloxetine is one', [order('x', 'duloxetine 60 mg capsule')], []],
  ['pregabalin is one', [order('x', 'pregabalin 60 mg capsule')], []],
  ['milnacipran is one', [order('x', 'milnacipran 60 mg capsule')], []],
  ['amitriptyline is one', [order('x', 'amitriptyline 10 mg tablet')], []],
  ['amitriptilina is one', [order('x', 'amitriptilina 25 mg comprimidos')], []],
  ['gabapentin is one', [order('x', 'Neurontin 300 mg')], []],
  ['Cymbalta is one', [order('x', 'Cymbalta 60 mg capsule')], []],
  ['sertraline is none in the US', [order('x', 'sertraline 50 mg tablet')], ['informs']],
  [
    'one that was cancelled is none',
    [order('x', 'duloxetine 60 mg capsule', { status: 'cancelled' })],
    ['informs'],
  ],
] as const)('%s', (_, rows, severities) => {
  expect(severityOf(judge([naproxen, ...rows]), 'R21')).toEqual(severities);
});

const fibromyalgia = condition('c', concept(ICD10, 'M79.7'));
const chronicPain = condition('c', 'Chronic neuropathic pain');
const backPain = condition('c', 'Chronic low back pain');

function offered(jurisdiction: Jurisdiction, ...rows: Parameters<typeof judge>[0]) {
  const [finding] = findingsOf(judge([naproxen, ...rows], { jurisdiction }), 'R21');
  if (finding === undefined) throw new Error('R21 is silent');
  return { message: finding.message, basis: finding.basis };
}

describe('what is offered', () => {
  test.each([
    [
      'US',
      /duloxetine \(pain, quality of life, sleep\); milnacipran.*; pregabalin.*; amitriptyline/,
      'eular2017',
    ],
    [
      'GB',
      /amitriptyline \(sleep\); duloxetine.*; citalopram; fluoxetine; paroxetine; sertraline/,
      'niceChronicPain',
    ],
    ['CA', /amitriptyline.*; duloxetine.*; pregabalin/, 'canadianFibromyalgia'],
    ['AU', /amitriptyline.*; duloxetine.*; milnacipran.*; pregabalin/, 'australianPrescriber'],
    ['NZ', /amitriptyline.*; duloxetine/, 'eular2017'],
    ['ES', /amitriptyline.*; duloxetine/, 'eular2017'],
  ] as const)('for fibromyalgia in %s, with its source', (country, names, source) => {
    const { message, basis } = offered(country, fibromyalgia);
    expect(message).toMatch(names);
    expect(message).toContain('Options in fibromyalgia');
    expect(basis).toContain(source);
  });

  test.each([
    ['GB', 'amitriptyline; duloxetine; gabapentin; pregabalin', 'niceNeuropathicPain'],
    ['NZ', 'amitriptyline; nortriptyline; gabapentin; pregabalin', 'bpacNeuropathicPain'],
    ['US', 'amitriptyline; nortriptyline; duloxetine; venlafaxine; gabapentin; pregabalin', 'neupsig2015'],
  ] as const)('for neuropathic pain in %s is another list', (country, names, source) => {
    const { message, basis } = offered(country, chronicPain);
    expect(message).toContain(`Options in neuropathic pain: ${names}.`);
    expect(basis).toEqual([source]);
  });

  test('the list of fibromyalgia is not offered for other pain', () => {
    expect(offered('US', backPain).message).toBe('No other treatment of this pain is recorded as tried.');
    expect(offered('GB', backPain).basis).toEqual(['niceChronicPain']);
  });

  test('of another disease nothing is said', () => {
    expect(severityOf(judge([naproxen, condition('c', 'Multiple sclerosis')]), 'R21')).toEqual([]);
  });

  test('what the country uses counts as tried there', () => {
    const sertraline = order('x', 'sertraline 50 mg tablet');
    expect(severityOf(judge([sertraline, fibromyalgia], { jurisdiction: 'GB' }), 'R21')).toEqual([]);
    expect(severityOf(judge([sertraline, fibromyalgia], { jurisdiction: 'AU' }), 'R21')).toEqual(['informs']);
  });

  test('no opioid is ever offered', () => {
    for (const country of ['US', 'GB', 'NZ', 'AU', 'CA', 'ES'] as const)
      for (const pain of [fibromyalgia, chronicPain, backPain])
        expect(offered(country, pain).message).not.toMatch(/tramadol|tapentadol|codeine/i);
  });
});
