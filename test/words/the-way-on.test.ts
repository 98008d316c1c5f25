/** What Safety lets the prescriber do, and what it says of writing: never a promise of a draft while a check blocks. */
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { Judgement } from '#lib/safety/judgement.ts';
import { FRAME_WORDS } from '#lib/words/en/frame.ts';
import { besideVerdict, readOnPaper, SAFETY_WORDS } from '#lib/words/en/safety.ts';
import { writingWords } from '#lib/words/en/writing.ts';
import type { DraftToSee, Identity } from '#lib/words/shapes.ts';
import { wordsFor } from '#lib/words/words-for.ts';
import { WayOn } from '../../app/chart/[launch]/safety/way-on.tsx';
import { day, finding, judgement, opioidRow } from './judgement-fixture.ts';

const SITE = { name: 'Example EHR', writeBack: { rung: 'fhir-draft', intent: 'order' } } as const;
const PROMISE = 'A draft order can be written to Example EHR. You review and sign it there.';
const ADA: Identity = {
  name: 'EXAMPLE, Ada',
  born: '03-Mar-1981 (44y)',
  bornInFull: '3 March 1981',
  sex: 'Female',
  recordNumber: 'MRN-1',
};

function screen(judged: Judgement, draft: DraftToSee | null = null) {
  return renderToStaticMarkup(
    createElement(WayOn, {
      words: wordsFor('en'),
      judgement: judged,
      facts: {
        launchId: 'launch-1',
        identity: ADA,
        ehrName: 'Example EHR',
        readAt: '14:05',
        writing: writingWords({ rung: 'fhir-draft', obstacle: null }, SITE, judged, null),
        isFollowUp: false,
        clockApart: null,
      },
      draft,
      hasTreatment: false,
    }),
  );
}

const opioid = (change: Partial<Judgement['opioid']>): Judgement['opioid'] => ({
  ...judgement().opioid,
  ...change,
});
const asked = judgement({
  opioid: opioid({ verdict: 'cannot-tell', evidence: [opioidRow({ state: 'unidentified' })] }),
  findings: [finding({ rule: 'R06', key: 'R06', severity: 'confirm' })],
});
const current = judgement({
  opioid: opioid({ verdict: 'present', evidence: [opioidRow()] }),
  findings: [finding()],
});

describe('with nothing in the way', () => {
  test('the plan is one press away, and what the EHR takes is said', () => {
    const shown = screen(judgement());
    expect(shown).toContain('action="/chart/launch-1/plan"');
    expect(shown).toContain(PROMISE);
    expect(shown).not.toContain(SAFETY_WORDS.askedAtReview);
  });
});

describe('where the chart cannot tell and a person can', () => {
  test('the plan is open, and Review is named as the place that asks', () => {
    const shown = screen(asked);
    expect(shown).toContain('action="/chart/launch-1/plan"');
    expect(shown).toContain(SAFETY_WORDS.askedAtReview);
    expect(shown).toContain(PROMISE);
  });
});

describe('while a check blocks', () => {
  const bySurgeryOrReading = judgement({ findings: [finding({ rule: 'R19', key: 'R19' })] });

  test.each([
    ['a current opioid', current],
    ['another block', bySurgeryOrReading],
    ['a block beside an open question', { ...asked, findings: [finding(), ...asked.findings] }],
  ])('no way leads on and no draft is promised: %s', (_, judged) => {
    const shown = screen(judged);
    expect(shown).not.toContain('/plan');
    expect(shown).not.toContain('can be written');
    expect(shown).toContain(FRAME_WORDS.foot.blocked.replaceAll('"', '&quot;'));
    expect(shown).toContain(FRAME_WORDS.readAgain);
    expect(shown).not.toContain(SAFETY_WORDS.askedAtReview);
  });

  test('that no earliest start can be given is said where there is none', () => {
    expect(screen(current)).toContain(SAFETY_WORDS.noEarliestStart);
    const dated = { ...current, opioid: { ...current.opioid, earliestStart: day('2026-03-12') } };
    expect(screen(dated)).not.toContain(SAFETY_WORDS.noEarliestStart);
    expect(screen(bySurgeryOrReading)).not.toContain(SAFETY_WORDS.noEarliestStart);
  });

  test.each([
    ['own', 'Open the draft'],
    // It may be signed, stopped or completed since: no longer a draft.
    ['earlier', 'See the earlier order'],
  ] as const)('the order of this app can still be looked at: %s', (draft, name) => {
    expect(screen(current, draft)).toContain(`href="/chart/launch-1/done">${name}</a>`);
    expect(screen(current)).not.toContain('/done');
  });
});

describe('on paper', () => {
  const readAt = Date.UTC(2026, 2, 2, 23, 30);

  test('the time of reading comes with its day at the clinic', () => {
    expect(readOnPaper('Example EHR', readAt, 'America/New_York')).toBe(
      'Read from Example EHR at 18:30 on 02-Mar-2026',
    );
    expect(readOnPaper('Example EHR', readAt, 'Asia/Tokyo')).toBe(
      'Read from Example EHR at 08:30 on 03-Mar-2026',
    );
  });

  test('where the zone is not known, time and day are both in UTC', () => {
    expect(readOnPaper('Example EHR', readAt, null)).toBe(
      'Read from Example EHR at 23:30 UTC on 02-Mar-2026',
    );
  });
});

describe('beside the verdict', () => {
  const free = { isBlocked: false, isSentUnknown: false };

  test('a closed screen is explained while something blocks, and no longer', () => {
    expect(besideVerdict('plan', { ...free, isBlocked: true })).toMatch(/^The plan stays closed/);
    expect(besideVerdict('plan', free)).toBeNull();
    expect(besideVerdict(null, { ...free, isBlocked: true })).toBeNull();
  });

  test('where nothing was sent there is no draft yet', () => {
    expect(besideVerdict('done', free)).toMatch(/^There is no draft/);
  });

  test.each(['done', 'write', null] as const)(
    'a draft that was sent and may stand is never called none: %s',
    (closed) => {
      expect(besideVerdict(closed, { ...free, isSentUnknown: true })).toMatch(
        /nobody knows whether it arrived/,
      );
    },
  );
});
