import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { Regimen } from '#lib/titration/regimen.ts';
import type { Words } from '#lib/words/words-for.ts';

/** The schedule and its source; what of it this patient's chart asked for. */
export function WhyThisProposal({
  words,
  regimen: { intervalDays, filler, startDate },
  today,
}: {
  readonly words: Words;
  readonly regimen: Regimen;
  readonly today: CalendarDate;
}) {
  return (
    <>
      <p>
        {words.plan.why.schedule(intervalDays)} <cite>{words.plan.why.source}</cite>
      </p>
      {filler === null ? null : (
        <p>
          {words.plan.why.filler(filler)} <cite>{words.citations.citationWords.clinicNotesFiller}</cite>
        </p>
      )}
      {startDate > today ? <p>{words.plan.why.firstNight(words.dates.screenDate(startDate))}</p> : null}
    </>
  );
}
