import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { Regimen } from '#lib/titration/regimen.ts';
import { citationWords } from '#lib/words/en/citations.ts';
import { screenDate } from '#lib/words/en/dates.ts';
import { PLAN_WORDS } from '#lib/words/en/plan.ts';

const WORDS = PLAN_WORDS.why;

/** The schedule and its source; what of it this patient's chart asked for. */
export function WhyThisProposal({
  regimen: { intervalDays, filler, startDate },
  today,
}: {
  readonly regimen: Regimen;
  readonly today: CalendarDate;
}) {
  return (
    <>
      <p>
        {WORDS.schedule(intervalDays)} <cite>{WORDS.source}</cite>
      </p>
      {filler === null ? null : (
        <p>
          {WORDS.filler(filler)} <cite>{citationWords.clinicNotesFiller}</cite>
        </p>
      )}
      {startDate > today ? <p>{WORDS.firstNight(screenDate(startDate))}</p> : null}
    </>
  );
}
