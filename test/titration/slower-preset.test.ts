import { describe, expect, test } from 'vitest';
import { PRESETS, type PresetId } from '#lib/titration/propose-regimen.ts';
import { slowerPreset } from '#lib/titration/slower-preset.ts';
import { presetPlan } from '../order/reviewed.ts';

describe('a titration that was too fast', () => {
  test.each<[PresetId, PresetId | null]>([
    ['standard', 'gentle'],
    ['two-strengths', 'gentle'],
    ['weekly', 'gentle'],
    ['liquid-standard', 'liquid-gentle'],
    ['gentle', null],
    ['liquid-gentle', null],
  ])('"%s" is planned anew as %s', (stopped, slower) => {
    const { phases } = presetPlan(stopped);
    expect(slowerPreset(phases, PRESETS[stopped].preparation)).toBe(slower);
  });

  test('has none where the gentle schedule would be above it on any night', () => {
    expect(slowerPreset([{ dose: 500, nights: 28 }], 'capsules')).toBeNull();
    expect(slowerPreset([{ dose: 1500, nights: 42 }], 'capsules')).toBeNull();
  });
});
