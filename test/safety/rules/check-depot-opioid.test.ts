/** R05: depots, implants and pumps. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import { administration, judge, naproxen, order, severityOf } from '../judged.ts';

test.each([
  ['a depot 365 days ago blocks', [administration('a', 'Sublocade 300 mg', '2025-03-02')], ['blocks']],
  ['a depot 366 days ago asks', [administration('a', 'Sublocade 300 mg', '2025-03-01')], ['confirm']],
  [
    'an implant blocks',
    [administration('a', 'buprenorphine 74.2 MG Drug Implant', '2025-12-01')],
    ['blocks'],
  ],
  ['a hidden intrathecal pump blocks', [order('o', 'hydromorphone intrathecal pump')], ['blocks']],
  [
    'an epidural infusion on order blocks',
    [order('o', 'fentanyl 2 mcg/mL', { dosageInstruction: [{ route: { text: 'Epidural' } }] })],
    ['blocks'],
  ],
  ['a contraceptive implant is none', [order('o', 'etonogestrel 68 MG Drug Implant')], []],
  ['a naltrexone injection is none', [administration('a', 'Vivitrol 380 mg', '2025-12-01')], []],
] as const)('%s', (_, rows, severities) => {
  expect(severityOf(judge([naproxen, ...rows]), 'R05')).toEqual(severities);
});
