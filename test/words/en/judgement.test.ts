import { describe, expect, it } from 'vitest';
import { findingWords } from '#lib/words/en/finding.ts';
import { stateWords, verdictWords } from '#lib/words/en/judgement.ts';
import { quietChecks, RULE_TITLES } from '#lib/words/en/rule-titles.ts';
import { SAFETY_WORDS } from '#lib/words/en/safety.ts';
import { UNREAD } from '../../chart/ledger-entry.ts';
import { day, finding, judgement, opioidRow, oxycodone } from '../judgement-fixture.ts';

describe('the words of the verdict', () => {
  it('says "no opioid found" only of the records that could be read, and that this proves nothing', () => {
    const words = verdictWords(judgement());
    expect(words.heading).toBe('No opioid found in the records this app could read');
    expect(words.sentence).toMatch(/^The patient may still take one: other pharmacies/);
  });

  it('never calls a patient clear or safe', () => {
    const all = (['present', 'cannot-tell', 'none-found'] as const)
      .map((verdict) => verdictWords(judgement({ opioid: { verdict, earliestStart: null, evidence: [] } })))
      .map(({ heading, sentence }) => `${heading} ${sentence}`)
      .join(' ');
    expect(all).not.toMatch(/\b(clear|safe)\b/i);
  });

  const past = opioidRow({
    state: 'historical',
    ingredients: ['oxycodone'],
    lastExposure: day('2026-01-21'),
    clearFrom: day('2026-02-01'),
  });

  it('never says "no opioid found" over rows of opioids: which ended, and since when enough days are over', () => {
    const words = verdictWords(
      judgement({
        opioid: {
          verdict: 'none-found',
          earliestStart: day('2026-02-01'),
          evidence: [
            opioidRow({ ...past, ingredients: ['codeine'], clearFrom: day('2025-06-01') }),
            past,
            opioidRow({ state: 'not-taken', lastExposure: null, clearFrom: null }),
          ],
        },
      }),
    );
    expect(words.heading).toBe('No current opioid in the records this app could read');
    expect(words.sentence).toBe(
      'Oxycodone ended 21-Jan-2026, opioid-free days complete since 01-Feb-2026. Other pharmacies, clinics and what is at home are not in these records.',
    );
  });

  it('tells an end that is worked out as the latest', () => {
    const evidence = [{ ...past, dateIsGuessed: true }];
    const words = verdictWords(
      judgement({ opioid: { verdict: 'none-found', earliestStart: null, evidence } }),
    );
    expect(words.sentence).toMatch(
      /^Oxycodone ended 21-Jan-2026 at the latest, opioid-free days complete since 01-Feb-2026\./,
    );
  });

  it('says of rows without a day only that they are past or were not taken', () => {
    const evidence = [opioidRow({ state: 'not-taken', lastExposure: null, clearFrom: null })];
    const words = verdictWords(
      judgement({ opioid: { verdict: 'none-found', earliestStart: null, evidence } }),
    );
    expect(words.sentence).toMatch(
      /^The opioids on this chart are past, not active, or recorded as not taken\./,
    );
  });

  it('says, of a current opioid, when a start would be possible at the earliest if its last dose were today', () => {
    const current = judgement({
      opioid: { verdict: 'present', earliestStart: null, evidence: [] },
      findings: [finding()],
    });
    expect(verdictWords(current).ifLastToday).toBe(
      'If the last dose were today: not before 13-Mar-2026, after at least 10 days without any opioid.',
    );
    const withDepot = { ...current, findings: [...current.findings, finding({ rule: 'R05', key: 'R05' })] };
    expect(verdictWords(withDepot).ifLastToday).toBeNull();
    expect(verdictWords(judgement()).ifLastToday).toBeNull();
  });

  it('names the opioid and says do not start', () => {
    const words = verdictWords(
      judgement({
        opioid: { verdict: 'present', earliestStart: null, evidence: [] },
        findings: [finding()],
      }),
    );
    expect(words.sentence).toMatch(/^Do not start\. oxycodone 5 mg tablet is current/);
  });

  it('gives the earliest start once, as people write dates', () => {
    const recent = finding({
      rule: 'R03',
      key: 'R03',
      code: 'opioid-recent',
      facts: {
        medication: { ...oxycodone, words: 'tramadol 50 mg' },
        lastDay: day('2026-02-24'),
        clearFrom: day('2026-03-07'),
      },
    });
    const words = verdictWords(
      judgement({
        opioid: { verdict: 'present', earliestStart: day('2026-03-07'), evidence: [] },
        findings: [recent],
      }),
    );
    expect(words.sentence).toBe(
      'Do not start. tramadol 50 mg: last exposure may be 24-Feb-2026 (active order of 01-Dec-2025). Earliest start 07-Mar-2026.',
    );
  });

  it('says an unread chart is the reason it cannot tell', () => {
    const unread = finding({
      rule: 'R01',
      key: 'R01',
      code: 'record-incomplete',
      facts: { missing: [UNREAD] },
    });
    const words = verdictWords(
      judgement({
        opioid: { verdict: 'cannot-tell', earliestStart: null, evidence: [] },
        findings: [unread],
      }),
    );
    expect(words.sentence).toBe(
      'Do not start. Record incomplete; opioids not checked. Read the chart again.',
    );
  });

  it.each([
    [
      'a known opioid without a last day',
      ['oxycodone'],
      /^Nothing says when an opioid/,
      'Last day not known',
    ],
    ['a medicine nobody can name', [], /^Something on this chart may be an opioid/, 'Not identified'],
  ])('tells %s', (_what, ingredients, sentence, state) => {
    const row = opioidRow({ state: 'unidentified', ingredients });
    const words = verdictWords(
      judgement({ opioid: { verdict: 'cannot-tell', earliestStart: null, evidence: [row] } }),
    );
    expect(words.sentence).toMatch(sentence);
    expect(stateWords(row)).toBe(state);
  });

  it('says of a medicine to name only what is asked of it', () => {
    const unnamed = finding({
      rule: 'R06',
      key: 'R06',
      severity: 'confirm',
      code: 'no-medication-orders',
      facts: {},
    });
    const words = verdictWords(
      judgement({
        opioid: { verdict: 'cannot-tell', earliestStart: null, evidence: [] },
        findings: [unnamed],
      }),
    );
    expect(words.sentence).toBe(findingWords(unnamed));
  });

  it('does not say of an empty list that something on it may be an opioid', () => {
    const empty = judgement({ opioid: { verdict: 'cannot-tell', earliestStart: null, evidence: [] } });
    expect(verdictWords(empty).sentence).not.toMatch(/may be an opioid/);
  });

  it('puts a block that has nothing to do with opioids beside the verdict', () => {
    const pregnant = finding({
      rule: 'R17',
      key: 'R17',
      code: 'pregnant',
      facts: {
        signs: [{ source: 'Condition/c1', words: 'Pregnancy', day: day('2026-02-20'), says: null }],
      },
    });
    expect(verdictWords(judgement({ findings: [pregnant] })).alsoBlocked).toEqual([
      'Pregnancy, 20-Feb-2026. Data limited; decide outside this app.',
    ]);
  });

  it('carries a tick only where nothing blocks: the first look must not mislead', () => {
    const pregnant = finding({ rule: 'R17', key: 'R17', code: 'pregnant', facts: { signs: [] } });
    expect(verdictWords(judgement()).mark).toBe('tick');
    const blocked = verdictWords(judgement({ findings: [pregnant] }));
    expect(blocked).toMatchObject({ mark: 'stop', heading: 'Do not start' });
    expect(blocked.sentence).toMatch(/^No opioid found in the records this app could read\. /);
  });

  it('says of checks that raised nothing that they may rest on what was not read', () => {
    const { quiet } = SAFETY_WORDS.checks;
    expect(quiet(22, false)).toBe('22 checks raised nothing in the records this app could read');
    expect(quiet(22, true)).toContain('they may rest on what was not read');
  });

  it('ends the words of an EHR in one full stop', () => {
    const what = { code: 'ehr-says', said: 'Not the entire record.' } as const;
    const unread = finding({
      rule: 'R01',
      key: 'R01',
      code: 'record-incomplete',
      facts: { missing: [{ ...UNREAD, what }] },
    });
    expect(findingWords(unread)).toMatch(/record\."? Retry\.$/);
  });

  it('lists a raised check no longer among those that raised nothing', () => {
    const quiet = quietChecks([finding()]);
    expect(quiet).not.toContain(RULE_TITLES.R02);
    expect(quiet).toContain(RULE_TITLES.R15);
  });
});
