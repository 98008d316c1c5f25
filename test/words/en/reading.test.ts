import { describe, expect, it } from 'vitest';
import { readingLines, STILL_READING, STOPPED_READING } from '#lib/words/en/reading.ts';

describe('while a chart is being read', () => {
  it('every part is named, arrived or not', () => {
    const lines = readingLines({
      Patient: { state: 'complete', rows: 1 },
      Observation: { state: 'refused', rows: 0 },
      MedicationRequest: { state: 'partial', rows: 200 },
    });
    expect(lines).toHaveLength(12);
    const said = Object.fromEntries(lines.map(({ part, state }) => [part, state]));
    expect(said).toMatchObject({
      Patient: 'Read, 1 row',
      Results: 'Refused by the EHR',
      'Medication orders': 'Read in part, 200 rows',
      Allergies: 'Being read',
    });
  });

  it('nothing on it could pass for a verdict', () => {
    const words = [...Object.values(STILL_READING), ...Object.values(STOPPED_READING)].join(' ');
    expect(words).not.toMatch(/none|no opioid|clear|safe/i);
  });
});
