/** What stands among the medicines of a chart and is none: shown, so that a prescriber can see what was not judged as a medicine. */
import type { JudgedMedication } from './exposure/judged-medication.ts';

/** In the chart's own words, each once, in the chart's order. */
export function devicesAmong(medications: readonly JudgedMedication[]): readonly string[] {
  const named = medications.flatMap(({ row, recognition }) =>
    recognition.kind === 'device' && row.state !== 'in-error' && row.words !== null ? [row.words] : [],
  );
  return [...new Set(named)];
}
