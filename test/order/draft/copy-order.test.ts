import { beforeAll, describe, expect, test } from 'vitest';
import { copyOrder } from '#lib/order/draft/copy-order.ts';
import { plainLine } from '#lib/order/draft/plain-line.ts';
import { ORDER_WORDS } from '#lib/words/en/order.ts';
import { loadDefinitions, r4Problems } from '../fhir-validation.ts';
import { presetOrder } from '../reviewed.ts';

beforeAll(loadDefinitions, 60_000);

describe('the order to copy', () => {
  test('is one text an order, each naming its own capsule and the whole titration', () => {
    const { orderTexts, pharmacistNote } = copyOrder(presetOrder('two-strengths'), ORDER_WORDS);
    expect(orderTexts).toHaveLength(2);
    expect(orderTexts[0]).toMatch(
      /^naltrexone 1\.5 mg capsule \(compounded\), 42 capsules for 28 nights, no repeats, with 1 more order\. 1\.5 mg \(one 1\.5 mg capsule\) at bedtime/,
    );
    expect(orderTexts[1]).toMatch(
      /^naltrexone 4\.5 mg capsule \(compounded\), 28 capsules for 28 nights, no repeats/,
    );
    expect(pharmacistNote).toContain('Exactly 42 capsules of 1.5 mg and 28 capsules of 4.5 mg, no repeats.');
  });

  test('has a note for the chart, with the answers that are not for the pharmacy', () => {
    const { assessment, pharmacistNote, orderTexts } = copyOrder(presetOrder('standard'), ORDER_WORDS);
    expect(assessment).toContain('patient asked about other opioids and kratom: none');
    expect(`${pharmacistNote} ${orderTexts.join()}`).not.toContain('kratom');
  });

  test('starts with the warning for the liquid', () => {
    const { orderTexts } = copyOrder(presetOrder('liquid-gentle'), ORDER_WORDS);
    expect(orderTexts[0]).toMatch(
      /^DO NOT SWALLOW TABLETS WHOLE\. naltrexone 50 mg tablet, 5 tablets for 63 nights, no repeats/,
    );
  });

  test('comes with the drafts as one valid Bundle, each under an address of its own', () => {
    const { bundle } = copyOrder(presetOrder('gentle'), ORDER_WORDS);
    expect(r4Problems(bundle)).toEqual([]);
    expect(bundle.entry.map(({ resource }) => resource.status)).toEqual(['draft', 'draft']);
    const urls = bundle.entry.map(({ fullUrl }) => fullUrl);
    expect(new Set(urls).size).toBe(2);
    for (const url of urls) expect(url).toMatch(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });
});

test('text of any origin becomes one line with straight quotes; letters stay', () => {
  expect(plainLine(' \u201cB\u00f6ll\u2019s\u201d\r\n\tnote \u2014 ok\u2026\u2028end ')).toBe(
    '"B\u00f6ll\'s" note - ok... end',
  );
});
