import { screenDate } from '../../../../lib/display/dates.ts';
import { milligrams, supplyItem, unitsText } from '../../../../lib/display/dose.ts';
import type { Phase, TitrationPlan } from '../../../../lib/titration/titration-plan.ts';

function why(phase: Phase, { phases, regimen }: TitrationPlan): string {
  if (phase.sequence === 1) return 'Start low';
  if (phase.sequence < phases.length) return `After ${regimen.intervalDays} days, if tolerated`;
  return 'Highest dose, to the end of the supply';
}

/** The step that is lit in the graph beside the table, and how to light another. */
export interface LitStep {
  readonly sequence: number | null;
  light(this: void, sequence: number | null): void;
}

function StepNumber({ sequence, lit }: { readonly sequence: number; readonly lit: LitStep | undefined }) {
  if (lit === undefined) return sequence;
  const isLit = lit.sequence === sequence;
  return (
    <button
      type="button"
      className="step-button"
      aria-pressed={isLit}
      aria-label={`Step ${sequence}, show in the graph`}
      onClick={() => lit.light(isLit ? null : sequence)}
    >
      {sequence}
    </button>
  );
}

/** The plan as it will be ordered, step by step; dates are a preview, the order carries nights. */
export function PlanTable({ plan, lit }: { readonly plan: TitrationPlan; readonly lit?: LitStep }) {
  return (
    <table className="stacking plan-table">
      <caption>
        <strong>naltrexone</strong>, by mouth, once a day at bedtime
      </caption>
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col">From - to</th>
          <th scope="col">Dose</th>
          <th scope="col">Each night</th>
          <th scope="col">Nights</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {plan.phases.map((phase) => (
          <tr key={phase.sequence} className={lit?.sequence === phase.sequence ? 'lit' : undefined}>
            <td data-label="Step">
              <StepNumber sequence={phase.sequence} lit={lit} />
            </td>
            <td data-label="From - to">
              <span>
                <span className="nowrap">{screenDate(phase.from)}</span> -{' '}
                <span className="nowrap">{screenDate(phase.to)}</span>
              </span>
            </td>
            <td data-label="Dose">
              <strong className="nowrap">{milligrams(phase.dose)}</strong>
            </td>
            <td data-label="Each night">{unitsText(phase)}</td>
            <td data-label="Nights">{phase.nights}</td>
            <td data-label="Why">{why(phase, plan)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the pharmacy hands out, in exact numbers, and how long it lasts. */
export function SupplyTotals({ plan }: { readonly plan: TitrationPlan }) {
  return (
    <dl className="supply">
      {plan.supply.map((line) => (
        <div key={supplyItem(line)}>
          <dt>{supplyItem(line)}</dt>
          <dd>
            {line.quantity} {line.quantity === 1 ? line.item : `${line.item}s`}
          </dd>
        </div>
      ))}
      <div>
        <dt>Lasts</dt>
        <dd>{plan.regimen.days} nights, no repeats</dd>
      </div>
    </dl>
  );
}
