import { screenDate } from '../../../../lib/display/dates.ts';
import { followUpDates } from '../../../../lib/display/follow-up-dates.ts';
import type { TitrationPlan } from '../../../../lib/titration/titration-plan.ts';

export function FollowUp({ plan, launchId }: { readonly plan: TitrationPlan; readonly launchId: string }) {
  return (
    <section aria-labelledby="follow-up">
      <h2 id="follow-up">Follow-up</h2>
      <table className="stacking">
        <caption>Counted from the planned first night, {screenDate(plan.regimen.startDate)}</caption>
        <thead>
          <tr>
            <th scope="col">By</th>
            <th scope="col">When</th>
            <th scope="col">What for</th>
          </tr>
        </thead>
        <tbody>
          {followUpDates(plan).map(({ on, when, why }) => (
            <tr key={when}>
              <td data-label="By" className="nowrap">
                {screenDate(on)}
              </td>
              <td data-label="When">{when}</td>
              <td data-label="What for">{why}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <a className="button" href={`/chart/${launchId}/handout`}>
          Handout for the patient, to print
        </a>
      </p>
    </section>
  );
}
