import type { ReactNode } from 'react';
import type { PresetId } from '#lib/titration/propose-regimen.ts';
import type { WorkbenchWords } from '#lib/words/workbench-words-for.ts';

/** The form these buttons post, wherever they stand: what is typed in it comes along, and Undo brings it back. */
export const PLAN_FORM = 'plan-form';

/** Enter in a field presses the first button of its form: one before the first preset that is in sight. */
export function UpdateOnEnter({ words }: { readonly words: WorkbenchWords }) {
  return (
    <button type="submit" form={PLAN_FORM} name="go" value="update" hidden>
      {words.plan.buttons.update}
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
export function Presets({ words }: { readonly words: WorkbenchWords }) {
  return (
    <div className="presets">
      {Object.entries(words.plan.presets.names).map(([preset, name]) => (
        <PresetButton key={preset} preset={preset as PresetId}>
          {name}
        </PresetButton>
      ))}
      <PresetButton preset="proposal">{words.plan.presets.proposal}</PresetButton>
    </div>
  );
}
