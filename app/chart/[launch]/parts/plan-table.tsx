import type { Phase, TitrationPlan } from '#lib/titration/titration-plan.ts';
import { screenDate } from '#lib/words/en/dates.ts';
import { milligrams, supplyItem, unitsText } from '#lib/words/en/dose.ts';
import { PLAN_WORDS } from '#lib/words/en/plan.ts';
import { Dated } from './dated.tsx';

const WORDS = PLAN_WORDS.table;

function why(phase: Phase, { phases, regimen }: TitrationPlan): string {
  if (phase.sequence === 1) return WORDS.why.first;
  return phase.sequence < phases.length ? WORDS.why.next(regimen.intervalDays) : WORDS.why.last;
}

/** The step that is lit in the graph beside the table, and how to light another. */
interface LitStep {
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
      aria-label={WORDS.lightStep(sequence)}
      onClick={() => lit.light(isLit ? null : sequence)}
    >
      {sequence}
    </button>
  );
}

type Reading = (phase: Phase) => string;

const DATES: Reading = ({ from, to }) => `${from} ${to}`;
const DOSE: Reading = ({ dose }) => milligrams(dose);
const NIGHTS: Reading = ({ nights }) => String(nights);

function isAs(proposed: Phase | undefined, phase: Phase): boolean {
  if (proposed === undefined) return false;
  return [DATES, DOSE, unitsText, NIGHTS].every((read) => read(proposed) === read(phase));
}

function Step({
  phase,
  plan,
  proposed,
  lit,
}: {
  readonly phase: Phase;
  readonly plan: TitrationPlan;
  readonly proposed: Phase | undefined;
  readonly lit: LitStep | undefined;
}) {
  const mark = (read: Reading) =>
    proposed !== undefined && read(proposed) === read(phase) ? undefined : 'marked';
  return (
    <tr className={lit?.sequence === phase.sequence ? 'lit' : undefined}>
      <td className="plan-step">
        <StepNumber sequence={phase.sequence} lit={lit} />
      </td>
      <td className="plan-dates">
        <span className={mark(DATES)}>
          <span className="nowrap">{screenDate(phase.from)}</span>
          {WORDS.until}
          <span className="nowrap">{screenDate(phase.to)}</span>
        </span>
      </td>
      <td className="plan-dose nowrap">
        <strong className={mark(DOSE)}>{milligrams(phase.dose)}</strong>
      </td>
      <td className="plan-each-night">
        <span className={mark(unitsText)}>
          <Dated text={unitsText(phase)} />
        </span>
      </td>
      <td className="plan-nights" data-unit={WORDS.unitOfNights(phase.nights)}>
        <span className={mark(NIGHTS)}>{phase.nights}</span>
      </td>
      <td className="plan-why">{why(phase, plan)}</td>
    </tr>
  );
}

/**
 * The plan as it will be ordered, step by step; dates are a preview, the order carries nights. Beside a proposal, what is not as
 * proposed is marked.
 */
export function PlanTable({
  plan,
  proposed = plan,
  lit,
}: {
  readonly plan: TitrationPlan;
  readonly proposed?: TitrationPlan | undefined;
  readonly lit?: LitStep;
}) {
  const proposedFor = ({ sequence }: Phase) => proposed.phases[sequence - 1];
  const isMarked = plan.phases.some((phase) => !isAs(proposedFor(phase), phase));
  return (
    <table className="plan-table">
      <caption>
        <strong>{WORDS.drug}</strong>
        {WORDS.taken(plan.regimen.preparation)}
        {isMarked ? <span className="marked marked-note">{WORDS.marked}</span> : null}
      </caption>
      <thead>
        <tr>
          {Object.entries(WORDS.columns).map(([column, title]) => (
            <th key={column} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {plan.phases.map((phase) => (
          <Step key={phase.sequence} phase={phase} plan={plan} proposed={proposedFor(phase)} lit={lit} />
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
          <dd>{PLAN_WORDS.totals.quantity(line)}</dd>
        </div>
      ))}
      <div>
        <dt>{PLAN_WORDS.totals.lasts}</dt>
        <dd>{PLAN_WORDS.totals.nights(plan.regimen.days)}</dd>
      </div>
    </dl>
  );
}
