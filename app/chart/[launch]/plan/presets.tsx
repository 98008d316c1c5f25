import type { ReactNode } from 'react';
import type { PresetId } from '#lib/titration/propose-regimen.ts';
import { PLAN_WORDS } from '#lib/words/en/plan.ts';

/** The form these buttons post, wherever they stand: what is typed in it comes along, and Undo brings it back. */
export const PLAN_FORM = 'plan-form';

/** Enter in a field presses the first button of its form: one before the first preset that is in sight. */
export function UpdateOnEnter() {
  return (
    <button type="submit" form={PLAN_FORM} name="go" value="update" hidden>
      {PLAN_WORDS.buttons.update}
    </button>
  );
}

export function PresetButton({
  preset,
  children,
}: {
  readonly preset: PresetId | 'proposal';
  readonly children: ReactNode;
}) {
  return (
    <button type="submit" form={PLAN_FORM} name="preset" value={preset}>
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
