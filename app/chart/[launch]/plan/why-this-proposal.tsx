import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { Regimen } from '#lib/titration/regimen.ts';
import type { Words } from '#lib/words/words-for.ts';

/** What of the proposal this patient's chart asked for, and how long an effect may take. */
export function WhyThisProposal({
  words,
  regimen: { filler, startDate },
  today,
}: {
  readonly words: Words;
  readonly regimen: Regimen;
  readonly today: CalendarDate;
}) {
  return (
    <>
      {filler === null ? null : (
        <p>
          {words.plan.why.filler(filler)} <cite>{words.citations.citationWords.clinicNotesFiller}</cite>
        </p>
      )}
      {startDate > today ? <p>{words.plan.why.firstNight(words.dates.screenDate(startDate))}</p> : null}
    </>
  );
}
