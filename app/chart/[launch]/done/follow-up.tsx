import { followUpDates } from '#lib/follow-up/follow-up-dates.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';
import type { Words } from '#lib/words/words-for.ts';
import { PaperLinks } from '../parts/paper-links.tsx';

export function FollowUp({
  words,
  plan,
  launchId,
}: {
  readonly words: Words;
  readonly plan: TitrationPlan;
  readonly launchId: string;
}) {
  const { title, countedFrom, columns } = words.done.followUp;
  return (
    <section aria-labelledby="follow-up">
      <h2 id="follow-up">{title}</h2>
      <table className="stacking">
        <caption>{countedFrom(plan.regimen.startDate)}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.by}</th>
            <th scope="col">{columns.when}</th>
            <th scope="col">{columns.why}</th>
          </tr>
        </thead>
        <tbody>
          {followUpDates(plan)
            .map((date) => ({ on: date.on, ...words.followUp.followUpWords(date) }))
            .map(({ on, when, why }) => (
              <tr key={when}>
                <td data-label={columns.by} className="nowrap">
                  {words.dates.screenDate(on)}
                </td>
                <td data-label={columns.when}>{when}</td>
                <td data-label={columns.why}>{why}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <PaperLinks words={words} launchId={launchId} hasHandout />
    </section>
  );
}
