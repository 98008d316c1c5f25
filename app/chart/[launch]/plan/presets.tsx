import type { ReactNode } from 'react';
import { PLAN_WORDS } from '../../../../lib/display/plan-words.ts';
import type { PresetId } from '../../../../lib/titration/propose-regimen.ts';

/** The buttons stand inside another form: they name their own by its id. */
export const PRESETS_FORM = 'presets';

export function PresetButton({
  preset,
  children,
}: {
  readonly preset: PresetId | 'proposal';
  readonly children: ReactNode;
}) {
  return (
    <button type="submit" form={PRESETS_FORM} name="preset" value={preset}>
      {children}
    </button>
  );
}

/** Whole plans to begin from, and the way back to what was proposed. */
export function Presets() {
  return (
    <div className="presets">
      {Object.entries(PLAN_WORDS.presets.names).map(([preset, name]) => (
        <PresetButton key={preset} preset={preset as PresetId}>
          {name}
        </PresetButton>
      ))}
      <PresetButton preset="proposal">{PLAN_WORDS.presets.proposal}</PresetButton>
    </div>
  );
}
