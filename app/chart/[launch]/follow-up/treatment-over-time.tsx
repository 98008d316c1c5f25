import { painPlot } from '#lib/drawings/pain-history.ts';
import { plottedTreatment } from '#lib/follow-up/plotted-treatment.ts';
import type { Treatment } from '#lib/follow-up/treatment.ts';
import type { FollowUpOfLaunch } from '#lib/visit/follow-up-of-launch.ts';
import type { Words } from '#lib/words/words-for.ts';
import { DoseOverTime } from '../parts/dose-over-time.tsx';
import { PainOverTime } from '../parts/pain-over-time.tsx';

/** Several orders, or somebody else's, as one treatment: dose over time with the scores and today; the table says the same. */
export function TreatmentOverTime({
  words,
  treatment,
  followUp: { visit, judgement },
}: {
  readonly words: Words;
  readonly treatment: Treatment;
  readonly followUp: FollowUpOfLaunch;
}) {
  const plot = plottedTreatment(treatment, judgement.asOf);
  if (plot === null) return null;
  const { title, order, noEnd, origins } = words.followUpVisit.treatment;
  const { columns, until } = words.done.plan;
  const pain = painPlot(words, visit.scores, plot, judgement.asOf);
  return (
    <section aria-labelledby="treatment">
      <h2 id="treatment">{title}</h2>
      <DoseOverTime
        words={words}
        plan={plot}
        before={pain?.before ?? 0}
        after={pain?.after ?? 0}
        lit={null}
        today={judgement.asOf}
      />
      {pain === null ? (
        <p>{words.done.plan.noScores}</p>
      ) : (
        <PainOverTime words={words} scores={visit.scores} plot={pain} />
      )}
      <table className="standing-steps">
        <thead>
          <tr>
            <th scope="col">{columns.dose}</th>
            <th scope="col">{columns.dates}</th>
            <th scope="col">{order}</th>
          </tr>
        </thead>
        <tbody>
          {treatment.steps.map(({ dose, from, to, orders, origin }) => (
            <tr key={`${from} ${orders.join(' ')}`}>
              <td>
                <strong className="nowrap">{words.dose.milligrams(dose)}</strong>
              </td>
              <td>
                <span className="nowrap">{words.dates.screenDate(from)}</span>
                {to === null ? (
                  noEnd
                ) : (
                  <>
                    {until}
                    <span className="nowrap">{words.dates.screenDate(to)}</span>
                  </>
                )}
              </td>
              <td className="source">{orders.join(', ') || origins[origin]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
