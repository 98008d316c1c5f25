import { painPlot } from '#lib/drawings/pain-history.ts';
import { painScores } from '#lib/follow-up/pain-scores.ts';
import { isStanding } from '#lib/order/standing/draft-state.ts';
import type { StoredDraft } from '#lib/order/verify/read-back.ts';
import { clinicDays } from '#lib/time/chart-day.ts';
import type { OpenChart } from '#lib/visit/open-chart.ts';
import { titrationsOf } from '#lib/visit/titrations.ts';
import type { PlanToday } from '#lib/words/shapes.ts';
import type { Words } from '#lib/words/words-for.ts';
import { DoseOverTime } from './dose-over-time.tsx';
import { PainOverTime } from './pain-over-time.tsx';

/** The table twin of the plot; all there is where the order gives nights and no dates. */
function Steps({ words, rows }: { readonly words: Words; readonly rows: PlanToday['rows'] }) {
  const isDated = rows.some(({ dates }) => dates !== null);
  return (
    <table className="standing-steps">
      <caption>
        <strong>{words.done.plan.drug.name}</strong>
        {words.done.plan.drug.taken}
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.done.plan.columns.step}</th>
          <th scope="col">{words.done.plan.columns.dose}</th>
          <th scope="col">{words.done.plan.columns.nights}</th>
          {isDated ? <th scope="col">{words.done.plan.columns.dates}</th> : null}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ sequence, step, dose, nights, dates, isTonight }) => (
          <tr key={sequence} className={isTonight ? 'lit' : undefined}>
            <td>{isTonight ? <strong>{step}</strong> : step}</td>
            <td>
              <strong className="nowrap">{dose}</strong>
            </td>
            <td className="nowrap">{nights}</td>
            {dates === null ? null : (
              <td>
                <span className="nowrap">{dates.from}</span>
                {words.done.plan.until}
                <span className="nowrap">{dates.to}</span>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Picture({
  words,
  shown,
  opened,
}: {
  readonly words: Words;
  readonly shown: PlanToday;
  readonly opened: OpenChart;
}) {
  const { plot, rows } = shown;
  if (plot === null) return null;
  const { chart, judgement } = opened;
  const today = judgement.asOf;
  const scores = painScores(chart.observations, clinicDays(judgement.timeZone), today);
  const pain = painPlot(words, scores, plot, today);
  return (
    <div className="standing-picture">
      <h3>{words.done.plan.doseOverTime}</h3>
      <DoseOverTime
        words={words}
        plan={plot}
        before={pain?.before ?? 0}
        after={pain?.after ?? 0}
        lit={rows.find(({ isTonight }) => isTonight)?.sequence ?? null}
        today={today}
      />
      {pain === null ? (
        <p>{words.done.plan.noScores}</p>
      ) : (
        <PainOverTime words={words} scores={scores} plot={pain} />
      )}
    </div>
  );
}

function PlanOfTitration({
  words,
  shown,
  opened,
}: {
  readonly words: Words;
  readonly shown: PlanToday;
  readonly opened: OpenChart;
}) {
  const { headline, facts, notes, rows } = shown;
  return (
    <div className="standing-columns">
      <div>
        <p>
          <strong>{headline}</strong>
        </p>
        {facts.length === 0 ? null : (
          <dl className="supply">
            {facts.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        {rows.length === 0 ? null : <Steps words={words} rows={rows} />}
      </div>
      <Picture words={words} shown={shown} opened={opened} />
    </div>
  );
}

/** Step, dates and effect of what stands, from the orders as the EHR holds them now; nothing where nothing of them can be said. */
export function WhereThePlanStands({
  words,
  orders,
  opened,
  isHeld,
}: {
  readonly words: Words;
  readonly orders: readonly StoredDraft[];
  readonly opened: OpenChart;
  /** A check of today blocks: no step is due. */
  readonly isHeld: boolean;
}) {
  const titrations = titrationsOf(opened, orders);
  const standing = titrations.filter(({ state }) => isStanding(state));
  const shown = (standing.length > 0 ? standing : titrations).flatMap(
    (titration) => words.planToday.planToday(titration, opened.judgement.asOf, isHeld) ?? [],
  );
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="plan-stands">
      <h2 id="plan-stands">{words.done.plan.title}</h2>
      {shown.map((one) => (
        <PlanOfTitration words={words} key={JSON.stringify(one)} shown={one} opened={opened} />
      ))}
    </section>
  );
}
