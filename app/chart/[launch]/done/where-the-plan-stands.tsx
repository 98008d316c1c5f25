import { painPlot } from '#lib/drawings/pain-history.ts';
import { painScores } from '#lib/follow-up/pain-scores.ts';
import { isStanding } from '#lib/order/standing/own-drafts.ts';
import type { StoredDraft } from '#lib/order/verify/read-back.ts';
import { clinicDays } from '#lib/time/chart-day.ts';
import type { OpenChart } from '#lib/visit/open-chart.ts';
import { titrationsOf } from '#lib/visit/titrations.ts';
import { DONE_WORDS } from '#lib/words/en/done.ts';
import { type PlanToday, planToday } from '#lib/words/en/standing-plan.ts';
import { DoseOverTime } from '../parts/dose-over-time.tsx';
import { PainOverTime } from '../parts/pain-over-time.tsx';

const words = DONE_WORDS.plan;

/** The table twin of the plot; all there is where the order gives nights and no dates. */
function Steps({ rows }: { readonly rows: PlanToday['rows'] }) {
  const isDated = rows.some(({ dates }) => dates !== null);
  return (
    <table className="standing-steps">
      <caption>
        <strong>{words.drug.name}</strong>
        {words.drug.taken}
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.columns.step}</th>
          <th scope="col">{words.columns.dose}</th>
          <th scope="col">{words.columns.nights}</th>
          {isDated ? <th scope="col">{words.columns.dates}</th> : null}
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
                {words.until}
                <span className="nowrap">{dates.to}</span>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Picture({ standing, opened }: { readonly standing: PlanToday; readonly opened: OpenChart }) {
  const { plot, rows } = standing;
  if (plot === null) return null;
  const { chart, judgement } = opened;
  const today = judgement.asOf;
  const scores = painScores(chart.observations, clinicDays(judgement.timeZone), today);
  const pain = painPlot(scores, plot, today);
  return (
    <div className="standing-picture">
      <h3>{words.doseOverTime}</h3>
      <DoseOverTime
        plan={plot}
        before={pain?.before ?? 0}
        after={pain?.after ?? 0}
        lit={rows.find(({ isTonight }) => isTonight)?.sequence ?? null}
        today={today}
      />
      {pain === null ? <p>{words.noScores}</p> : <PainOverTime scores={scores} plot={pain} />}
    </div>
  );
}

function PlanOfTitration({ standing, opened }: { readonly standing: PlanToday; readonly opened: OpenChart }) {
  const { headline, facts, notes, rows } = standing;
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
        {rows.length === 0 ? null : <Steps rows={rows} />}
      </div>
      <Picture standing={standing} opened={opened} />
    </div>
  );
}

/** Step, dates and effect of what stands, from the orders as the EHR holds them now; nothing where nothing of them can be said. */
export function WhereThePlanStands({
  orders,
  opened,
  isHeld,
}: {
  readonly orders: readonly StoredDraft[];
  readonly opened: OpenChart;
  /** A check of today blocks: no step is due. */
  readonly isHeld: boolean;
}) {
  const titrations = titrationsOf(opened, orders);
  const standing = titrations.filter(isStanding);
  const shown = (standing.length > 0 ? standing : titrations).flatMap(
    (titration) => planToday(titration, opened.judgement.asOf, isHeld) ?? [],
  );
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="plan-stands">
      <h2 id="plan-stands">{words.title}</h2>
      {shown.map((one) => (
        <PlanOfTitration key={JSON.stringify(one)} standing={one} opened={opened} />
      ))}
    </section>
  );
}
