import type { Phase, TitrationPlan } from '#lib/titration/titration-plan.ts';
import type { WorkbenchWords } from '#lib/words/workbench-words-for.ts';
import { Unbroken } from './unbroken.tsx';

function why(words: WorkbenchWords, phase: Phase, { phases, regimen }: TitrationPlan): string {
  if (phase.sequence === 1) return words.plan.table.why.first;
  return phase.sequence < phases.length
    ? words.plan.table.why.next(regimen.intervalDays)
    : words.plan.table.why.last;
}

/** The step that is lit in the graph beside the table, and how to light another. */
interface LitStep {
  readonly sequence: number | null;
  light(this: void, sequence: number | null): void;
}

function StepNumber({
  words,
  sequence,
  lit,
}: {
  readonly words: WorkbenchWords;
  readonly sequence: number;
  readonly lit: LitStep | undefined;
}) {
  if (lit === undefined) return sequence;
  const isLit = lit.sequence === sequence;
  return (
    <button
      type="button"
      className="step-button"
      aria-pressed={isLit}
      aria-label={words.plan.table.lightStep(sequence)}
      onClick={() => lit.light(isLit ? null : sequence)}
    >
      {sequence}
    </button>
  );
}

type Cell = (phase: Phase) => string;

const DATES: Cell = ({ from, to }) => `${from} ${to}`;
const DOSE: Cell = ({ dose }) => String(dose);
const NIGHTS: Cell = ({ nights }) => String(nights);

function isAs(words: WorkbenchWords, proposed: Phase | undefined, phase: Phase): boolean {
  if (proposed === undefined) return false;
  return [DATES, DOSE, words.dose.unitsText, NIGHTS].every((read) => read(proposed) === read(phase));
}

function Step({
  words,
  phase,
  plan,
  proposed,
  lit,
}: {
  readonly words: WorkbenchWords;
  readonly phase: Phase;
  readonly plan: TitrationPlan;
  readonly proposed: Phase | undefined;
  readonly lit: LitStep | undefined;
}) {
  const mark = (read: Cell) =>
    proposed !== undefined && read(proposed) === read(phase) ? undefined : 'marked';
  return (
    <tr className={lit?.sequence === phase.sequence ? 'lit' : undefined}>
      <td className="plan-step">
        <StepNumber words={words} sequence={phase.sequence} lit={lit} />
      </td>
      <td className="plan-dates">
        <span className={mark(DATES)}>
          <span className="nowrap">{words.dates.screenDate(phase.from)}</span>
          {words.plan.table.until}
          <span className="nowrap">{words.dates.screenDate(phase.to)}</span>
        </span>
      </td>
      <td className="plan-dose nowrap">
        <strong className={mark(DOSE)}>{words.dose.milligrams(phase.dose)}</strong>
      </td>
      <td className="plan-each-night">
        <span className={mark(words.dose.unitsText)}>
          <Unbroken text={words.dose.unitsText(phase)} />
        </span>
      </td>
      <td className="plan-nights" data-unit={words.plan.table.unitOfNights(phase.nights)}>
        <span className={mark(NIGHTS)}>{phase.nights}</span>
      </td>
      <td className="plan-why">{why(words, phase, plan)}</td>
    </tr>
  );
}

/**
 * The plan as it will be ordered, step by step; dates are a preview, the order carries nights. Beside a proposal, what is not as
 * proposed is marked.
 */
export function PlanTable({
  words,
  plan,
  proposed = plan,
  lit,
}: {
  readonly words: WorkbenchWords;
  readonly plan: TitrationPlan;
  readonly proposed?: TitrationPlan | undefined;
  readonly lit?: LitStep;
}) {
  const proposedFor = ({ sequence }: Phase) => proposed.phases[sequence - 1];
  const isMarked = plan.phases.some((phase) => !isAs(words, proposedFor(phase), phase));
  return (
    <table className="plan-table">
      <caption>
        <strong>{words.plan.table.drug}</strong>
        {words.plan.table.taken(plan.regimen.preparation)}
        {isMarked ? <span className="marked marked-note">{words.plan.table.marked}</span> : null}
      </caption>
      <thead>
        <tr>
          {Object.entries(words.plan.table.columns).map(([column, title]) => (
            <th key={column} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {plan.phases.map((phase) => (
          <Step
            words={words}
            key={phase.sequence}
            phase={phase}
            plan={plan}
            proposed={proposedFor(phase)}
            lit={lit}
          />
        ))}
      </tbody>
    </table>
  );
}

/** What the pharmacy hands out, in exact numbers, and how long it lasts. */
export function SupplyTotals({
  words,
  plan,
}: {
  readonly words: WorkbenchWords;
  readonly plan: TitrationPlan;
}) {
  return (
    <dl className="supply">
      {plan.supply.map((line) => (
        <div key={words.dose.supplyItem(line)}>
          <dt>{words.dose.supplyItem(line)}</dt>
          <dd>{words.plan.totals.quantity(line)}</dd>
        </div>
      ))}
      <div>
        <dt>{words.plan.totals.lasts}</dt>
        <dd>{words.plan.totals.nights(plan.regimen.days)}</dd>
      </div>
    </dl>
  );
}
