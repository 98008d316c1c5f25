import { describe, expect, it } from 'vitest';
import { handout } from '#lib/handout/handout.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { PRESETS, type PresetId } from '#lib/titration/propose-regimen.ts';
import { proposeTitration } from '#lib/titration/propose-titration.ts';
import { sheetWords } from '#lib/words/en/handout-sheet.ts';
import type { SheetWords } from '#lib/words/shapes.ts';

const START = '2026-03-02' as CalendarDate;

function handoutOf(preset: PresetId): SheetWords {
  const regimen = { ...PRESETS[preset], startDate: START };
  const proposal = proposeTitration(regimen, { asOf: START, earliestStart: null });
  if (!('plan' in proposal)) throw new Error('the preset is no plan');
  return sheetWords(handout(proposal.plan));
}

function everyWord(sheet: SheetWords): string {
  return JSON.stringify(sheet);
}

describe('the handout', () => {
  it('names the night from which it is held before an operation', () => {
    const proposal = proposeTitration(
      { ...PRESETS.standard, startDate: START },
      { asOf: START, earliestStart: null },
    );
    if (!('plan' in proposal)) throw new Error('the preset is no plan');
    const holds = [{ from: '2026-03-13' as CalendarDate, operation: '2026-03-16' as CalendarDate }];
    const said = everyWord(sheetWords(handout({ ...proposal.plan, holds })));
    expect(said).toContain('take no low-dose naltrexone from the night of Friday 13 March 2026');
    expect(said).toContain('operation on Monday 16 March 2026');
    expect(everyWord(handoutOf('standard'))).not.toContain('You have an operation');
  });

  it('lists what to take at bedtime, week by week, with the day spelt out', () => {
    expect(handoutOf('standard').schedule).toEqual([
      {
        weeks: 'Weeks 1 to 2',
        from: 'Monday 2 March 2026',
        nights: 'for 14 nights',
        take: 'At bedtime: one 1.5 mg capsule',
      },
      {
        weeks: 'Weeks 3 to 4',
        from: 'Monday 16 March 2026',
        nights: 'for 14 nights',
        take: 'At bedtime: two 1.5 mg capsules',
      },
      {
        weeks: 'Weeks 5 to 8',
        from: 'Monday 30 March 2026',
        nights: 'for 28 nights',
        take: 'At bedtime: three 1.5 mg capsules',
      },
    ]);
  });

  it('warns of opioids first', () => {
    expect(handoutOf('standard').warning.title).toBe('Never take this with an opioid');
  });

  it('tells a capsule patient that it is not the 50 mg tablet', () => {
    expect(everyWord(handoutOf('standard'))).toContain('not the 50 mg tablet');
  });

  it('tells a liquid patient how to mix, keep and discard, and never to swallow the tablet', () => {
    const [mixing] = handoutOf('liquid-gentle').sections;
    const text = mixing?.lines.join(' ') ?? '';
    expect(text).toMatch(/^DO NOT SWALLOW THE TABLETS WHOLE/);
    for (const word of [
      '100 mL',
      '0.5 mg/mL',
      'fridge',
      'foil',
      'oral syringe',
      'children',
      'five tablets',
    ]) {
      expect(text).toContain(word);
    }
    expect(text).toContain('Bottle 5: from');
  });

  it('gives the liquid in mL with its mg beside it', () => {
    expect(handoutOf('liquid-gentle').schedule[0]?.take).toBe('At bedtime: 1 mL of the liquid (0.5 mg)');
  });

  it.each(Object.keys(PRESETS) as PresetId[])('holds no clinicians shorthand for the preset %s', (preset) => {
    expect(everyWord(handoutOf(preset))).not.toMatch(/bi-weekly|qhs|\bHS\b|\bq\.?d\b|\.0 mg| \.5/i);
  });
});
