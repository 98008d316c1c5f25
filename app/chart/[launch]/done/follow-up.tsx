import { followUpDates } from '#lib/follow-up/follow-up-dates.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';
import { screenDate } from '#lib/words/en/dates.ts';
import { DONE_WORDS } from '#lib/words/en/done.ts';
import { followUpWords } from '#lib/words/en/follow-up.ts';

export function FollowUp({ plan, launchId }: { readonly plan: TitrationPlan; readonly launchId: string }) {
  const words = DONE_WORDS.followUp;
  return (
    <section aria-labelledby="follow-up">
      <h2 id="follow-up">{words.title}</h2>
      <table className="stacking">
        <caption>{words.countedFrom(plan.regimen.startDate)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.by}</th>
            <th scope="col">{words.columns.when}</th>
            <th scope="col">{words.columns.why}</th>
          </tr>
        </thead>
        <tbody>
          {followUpDates(plan)
            .map((date) => ({ on: date.on, ...followUpWords(date) }))
            .map(({ on, when, why }) => (
              <tr key={when}>
                <td data-label={words.columns.by} className="nowrap">
                  {screenDate(on)}
                </td>
                <td data-label={words.columns.when}>{when}</td>
                <td data-label={words.columns.why}>{why}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <p>
        <a className="button" href={`/chart/${launchId}/handout`}>
          {words.handout}
        </a>
      </p>
    </section>
  );
}
