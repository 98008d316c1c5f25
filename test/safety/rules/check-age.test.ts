/** R18: age. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import { findingsOf, judge, naproxen, patient, severityOf } from '../judged.ts';

test.each([
  ['the day before the 18th birthday blocks', '2008-03-03', ['blocks']],
  ['the 18th birthday is silent', '2008-03-02', []],
  ['the day before the 65th birthday is silent', '1961-03-03', []],
  ['the 65th birthday informs', '1961-03-02', ['informs']],
  ['no birth date blocks', undefined, ['blocks']],
  ['a birth date that cannot be read blocks', 'unknown', ['blocks']],
  ['a birth date in the future blocks', '2027-01-01', ['blocks']],
  ['a birth date of today blocks', '2026-03-02', ['blocks']],
  ['a year in which 18 may not be reached yet blocks', '2008', ['blocks']],
  ['a year in which 18 was reached is silent', '2007', []],
  ['a month in which 18 may not be reached yet blocks', '2008-03', ['blocks']],
  ['a month in which 18 was reached is silent', '2008-02', []],
  ['a year in which 65 may be reached informs', '1961', ['informs']],
  ['a year after which 65 is not reached is silent', '1962', []],
])('%s', (_, birthDate, severities) => {
  expect(severityOf(judge([patient({ birthDate }), naproxen]), 'R18')).toEqual(severities);
});

test.each([
  ['tomorrow: nobody was born then, the age is not known', '2026-03-03', 'age-not-known'],
  ['today: a newborn child', '2026-03-02', 'under-18'],
  ['on a day that is not told: the age is not known', undefined, 'age-not-known'],
])('born %s', (_, birthDate, code) => {
  expect(findingsOf(judge([patient({ birthDate }), naproxen]), 'R18')).toMatchObject([{ code }]);
});
