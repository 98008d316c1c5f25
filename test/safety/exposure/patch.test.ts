/** A patch that was put on counts until it is taken off, in whatever language it is called one. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import { administration, judge, naproxen } from '../judged.ts';

test.each([
  ['Fentanyl 25 mcg/h patch', '2026-02-20', '2026-02-23'],
  ['Fentanilo 25 mcg/h sistema transdérmico', '2026-02-20', '2026-02-23'],
  ['Fentanyl 25 mcg/u pleister', '2026-02-20', '2026-02-23'],
  ['Fentanil 25 mcg/h adesivo transdérmico', '2026-02-20', '2026-02-23'],
  ['Buprenorfin 10 mcg/t depotplåster', '2026-02-10', '2026-02-17'],
])('%s put on on %s is worn to %s', (text, putOn, wornTo) => {
  const { opioid } = judge([naproxen, administration('a', text, putOn)]);
  expect(opioid.evidence[0]).toMatchObject({ lastExposure: wornTo });
});
