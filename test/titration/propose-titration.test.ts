import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#lib/time/calendar-date.ts';
import { PRESETS, type PresetId, proposeRegimen } from '#lib/titration/propose-regimen.ts';
import { proposeTitration } from '#lib/titration/propose-titration.ts';
import { unitsText } from '#lib/words/en/dose.ts';
import { AS_OF, LIMITS, planOf, plans, regimens } from './regimens.ts';

function preset(id: PresetId) {
  return planOf(proposeRegimen(AS_OF, PRESETS[id]));
}

function outline(id: PresetId) {
  const { phases, supply, batches } = preset(id);
  let night = 1;
  const steps = phases.map(({ nights, dose, capsules, tenthsOfMl }) => {
    const from = night;
    night += nights;
    const units = capsules?.map(({ strength, count }) => `${count}x${strength / 1000}`).join('+');
    return `d${from}-${night - 1} ${dose / 1000} mg ${units ?? `${(tenthsOfMl ?? 0) / 10} mL`}`;
  });
  return {
    steps,
    supply: supply.map(({ item, strength, quantity }) => `${quantity} x ${strength / 1000} mg ${item}`),
    batches: batches.map(({ nights }) => nights),
  };
}

describe('the worked schedules', () => {
  test('A, the default: 1.5 mg nightly, 1.5 mg more every 14 days to 4.5 mg, 126 capsules', () => {
    expect(outline('standard')).toEqual({
      steps: ['d1-14 1.5 mg 1x1.5', 'd15-28 3 mg 2x1.5', 'd29-56 4.5 mg 3x1.5'],
      supply: ['126 x 1.5 mg capsule'],
      batches: [],
    });
    expect(planOf(proposeRegimen(AS_OF))).toEqual(preset('standard'));
    expect(preset('standard').phases.map(({ from, to }) => [from, to])).toEqual([
      ['2026-03-02', '2026-03-15'],
      ['2026-03-16', '2026-03-29'],
      ['2026-03-30', '2026-04-26'],
    ]);
  });

  test('B, weekly: 147 capsules', () => {
    expect(outline('weekly')).toEqual({
      steps: ['d1-7 1.5 mg 1x1.5', 'd8-14 3 mg 2x1.5', 'd15-56 4.5 mg 3x1.5'],
      supply: ['147 x 1.5 mg capsule'],
      batches: [],
    });
  });

  test('C, gentle: nine weeks from 0.5 mg in two strengths, 63 and 84 capsules', () => {
    expect(outline('gentle')).toEqual({
      steps: [
        'd1-7 0.5 mg 1x0.5',
        'd8-14 1 mg 2x0.5',
        'd15-21 1.5 mg 1x1.5',
        'd22-28 2 mg 1x1.5+1x0.5',
        'd29-35 2.5 mg 1x1.5+2x0.5',
        'd36-42 3 mg 2x1.5',
        'd43-49 3.5 mg 2x1.5+1x0.5',
        'd50-56 4 mg 2x1.5+2x0.5',
        'd57-63 4.5 mg 3x1.5',
      ],
      supply: ['63 x 0.5 mg capsule', '84 x 1.5 mg capsule'],
      batches: [],
    });
  });

  test('D, liquid gentle: 1 to 9 mL, 315 mL from five tablets, the default where the liquid is chosen', () => {
    const { steps, supply, batches } = outline('liquid-gentle');
    expect(steps).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `d${7 * n - 6}-${7 * n} ${n / 2} mg ${n} mL`),
    );
    expect(supply).toEqual(['5 x 50 mg tablet']);
    expect(batches).toEqual([14, 14, 14, 12, 9]);
    expect(preset('liquid-gentle').batches.reduce((sum, { tenthsOfMl }) => sum + tenthsOfMl, 0)).toBe(3150);
    expect(planOf(proposeRegimen(AS_OF, { preparation: 'liquid' }))).toEqual(preset('liquid-gentle'));
  });

  test('E, liquid standard: 3, 6 and 9 mL, 378 mL from five tablets', () => {
    const { steps, supply, batches } = outline('liquid-standard');
    expect(steps).toEqual(['d1-14 1.5 mg 3 mL', 'd15-28 3 mg 6 mL', 'd29-56 4.5 mg 9 mL']);
    expect(supply).toEqual(['5 x 50 mg tablet']);
    expect(batches).toEqual([14, 14, 10, 10, 8]);
    expect(preset('liquid-standard').batches.reduce((sum, { tenthsOfMl }) => sum + tenthsOfMl, 0)).toBe(3780);
  });

  test('F, standard in two strengths: 42 and 28 capsules', () => {
    expect(outline('two-strengths')).toEqual({
      steps: ['d1-14 1.5 mg 1x1.5', 'd15-28 3 mg 2x1.5', 'd29-56 4.5 mg 1x4.5'],
      supply: ['42 x 1.5 mg capsule', '28 x 4.5 mg capsule'],
      batches: [],
    });
  });
});

describe('every plan of every regimen', () => {
  const everyPlan = (check: (plan: ReturnType<typeof planOf>) => void) =>
    fc.assert(fc.property(plans, check), { numRuns: 500 });

  test('starts at the start, never falls, never passes the ceiling or 4.5 mg', () => {
    everyPlan(({ regimen, phases }) => {
      expect(phases[0]?.dose).toBe(regimen.start);
      phases.forEach(({ dose }, k) => {
        expect(dose).toBe(Math.min(regimen.start + k * regimen.step, regimen.ceiling));
        expect(dose).toBeLessThanOrEqual(4500);
        if (k > 0) expect(dose).toBeGreaterThan(phases[k - 1]?.dose ?? 0);
      });
    });
  });

  test('touches day on day and sums to its length, each dose but the last for one interval', () => {
    everyPlan(({ regimen, phases }) => {
      let next = regimen.startDate;
      for (const { from, to, nights, sequence } of phases) {
        expect(from).toBe(next);
        expect(to).toBe(addDays(from, nights - 1));
        if (sequence < phases.length) expect(nights).toBe(regimen.intervalDays);
        next = addDays(to, 1);
      }
      expect(phases.reduce((sum, { nights }) => sum + nights, 0)).toBe(regimen.days);
      expect(phases.map(({ sequence }) => sequence)).toEqual(phases.map((_, index) => index + 1));
    });
  });

  test('ends below the ceiling only because its days are over', () => {
    everyPlan(({ regimen, phases }) => {
      const last = phases.at(-1);
      if ((last?.dose ?? 0) < regimen.ceiling) expect(last?.nights).toBeLessThanOrEqual(regimen.intervalDays);
    });
  });

  test('makes each dose exactly of chosen strengths, five capsules a night at most, and supplies their exact sum', () => {
    everyPlan(({ regimen, phases, supply }) => {
      if (regimen.preparation !== 'capsules') return;
      for (const { dose, capsules } of phases) {
        const counts = capsules ?? [];
        expect(counts.reduce((sum, { strength, count }) => sum + strength * count, 0)).toBe(dose);
        expect(counts.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(5);
        for (const { strength } of counts) expect(regimen.strengths).toContain(strength);
      }
      const micrograms = supply.reduce((sum, { strength, quantity }) => sum + strength * quantity, 0);
      expect(micrograms).toBe(phases.reduce((sum, { dose, nights }) => sum + dose * nights, 0));
      expect(supply.every(({ quantity }) => Number.isSafeInteger(quantity) && quantity > 0)).toBe(true);
    });
  });

  test('measures the liquid to half a millilitre and never empties or outdates a bottle', () => {
    everyPlan(({ regimen, phases, supply, batches }) => {
      if (regimen.preparation !== 'liquid') {
        expect(batches).toEqual([]);
        return;
      }
      for (const { dose, tenthsOfMl, capsules } of phases) {
        expect(capsules).toBeNull();
        expect((tenthsOfMl ?? 0) * 50).toBe(dose);
        expect((tenthsOfMl ?? 0) % 5).toBe(0);
      }
      let next = regimen.startDate;
      for (const { from, to, nights, tenthsOfMl } of batches) {
        expect(from).toBe(next);
        expect(to).toBe(addDays(from, nights - 1));
        expect(nights).toBeLessThanOrEqual(14);
        expect(tenthsOfMl).toBeLessThanOrEqual(950);
        next = addDays(to, 1);
      }
      expect(batches.reduce((sum, { nights }) => sum + nights, 0)).toBe(regimen.days);
      const used = phases.reduce((sum, phase) => sum + (phase.tenthsOfMl ?? 0) * phase.nights, 0);
      expect(batches.reduce((sum, { tenthsOfMl }) => sum + tenthsOfMl, 0)).toBe(used);
      expect(supply).toEqual([{ item: 'tablet', strength: 50_000, quantity: batches.length }]);
    });
  });

  test('prints every dose without a trailing zero, a bare point or two numerals together', () => {
    everyPlan(({ phases }) => {
      for (const phase of phases)
        expect(unitsText(phase)).not.toMatch(/\.0 |(^| )\.|\d \d|\d0 mg\b(?<=\.\d*0 mg)/);
    });
  });
});

test('a regimen with a fault never becomes a plan', () => {
  const broken = regimens.chain((regimen) =>
    fc.constantFrom(
      { ...regimen, start: 499 },
      { ...regimen, start: 1501 },
      { ...regimen, step: 0 },
      { ...regimen, step: 1501 },
      { ...regimen, intervalDays: 6 },
      { ...regimen, intervalDays: 15 },
      { ...regimen, intervalDays: 7.5 },
      { ...regimen, ceiling: 4501 },
      { ...regimen, ceiling: regimen.start - 1 },
      { ...regimen, days: 85 },
      { ...regimen, days: 0 },
      { ...regimen, startDate: addDays(AS_OF, -1) },
      { ...regimen, startDate: addDays(AS_OF, 91) },
    ),
  );
  fc.assert(
    fc.property(broken, (regimen) => {
      expect(proposeTitration(regimen, LIMITS)).toHaveProperty('faults.0.code');
    }),
  );
});
