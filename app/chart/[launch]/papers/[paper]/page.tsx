import { notFound, redirect } from 'next/navigation';
import { holdNote } from '#lib/handout/hold-note.ts';
import { letter } from '#lib/handout/letter.ts';
import { type CalendarDate, calendarDate } from '#lib/time/calendar-date.ts';
import type { OpenChart } from '#lib/visit/open-chart.ts';
import { type PapersOfLaunch, papersOf } from '#lib/visit/papers-of-launch.ts';
import { whoToCall } from '#lib/visit/who-to-call.ts';
import { LANGUAGE_OF } from '#lib/words/language.ts';
import type { PaperWords } from '#lib/words/shapes.ts';
import { type Words, wordsFor } from '#lib/words/words-for.ts';
import { Problem } from '../../../../problem/problem.tsx';
import { openChart } from '../../open-chart.ts';
import { PrintButton } from '../../parts/print-button.tsx';
import { PaperSheet } from './paper-sheet.tsx';

interface Props {
  readonly params: Promise<{ readonly launch: string; readonly paper: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** The day that was typed; else that of the chart. A day that is over or none is a fault. */
function operationDay(typed: string | string[] | undefined, chart: CalendarDate | null, today: CalendarDate) {
  if (typeof typed !== 'string' || typed === '') return { day: chart, isFault: false };
  const day = calendarDate(typed);
  return day === null || day < today ? { day: null, isFault: true } : { day, isFault: false };
}

/** Typed where the chart names no day, or another one: a form without anything of the patient in its address but the day. */
function OperationForm({
  words,
  day,
  isFault,
  typed,
}: {
  readonly words: Words;
  readonly day: CalendarDate | null;
  readonly isFault: boolean;
  readonly typed: string;
}) {
  const { label, show, none, notADay } = words.papers.operation;
  return (
    <form method="get" className="no-print handout">
      {day === null && !isFault ? <p>{none}</p> : null}
      <div className={isFault ? 'field field-wrong' : 'field'}>
        <label htmlFor="operation">{label}</label>
        <input
          id="operation"
          type="date"
          name="operation"
          className="input-date"
          defaultValue={isFault ? typed : (day ?? '')}
          aria-describedby={isFault ? 'operation-error' : undefined}
        />
        {isFault ? (
          <span id="operation-error" className="field-error" role="alert">
            {notADay}
          </span>
        ) : null}
      </div>
      <button type="submit">{show}</button>
    </form>
  );
}

function paperWords(
  words: Words,
  paper: string,
  { treatment }: PapersOfLaunch,
  { judgement, launch }: OpenChart,
  day: CalendarDate | null,
): PaperWords | null {
  if (paper === 'letter')
    return words.papers.letterWords(letter(treatment, judgement.indication, launch.site.jurisdiction));
  return day === null ? null : words.papers.holdNoteWords(holdNote(treatment, day, judgement.asOf));
}

/** A paper for another professional. A plain page, as the handout is: printing from a frame may be blocked. */
export default async function PaperPage({ params, searchParams }: Props) {
  const words = wordsFor(LANGUAGE_OF.screens);
  const { launch: launchId, paper } = await params;
  if (paper !== 'letter' && paper !== 'hold-note') notFound();
  const { operation: typed } = await searchParams;
  const opened = await openChart(launchId, 'recent');
  if ('failed' in opened) return <Problem words={words} failure={opened} />;
  const papers = await papersOf(opened);
  if (papers === null) redirect(`/chart/${launchId}/safety`);
  const { judgement, server, launch, chart } = opened;
  const { day, isFault } = operationDay(typed, papers.operation, judgement.asOf);
  const toRead = wordsFor(LANGUAGE_OF.order);
  const written = paperWords(toRead, paper, papers, opened, day);
  return (
    <>
      <nav className="no-print handout-back" aria-label={words.papers.leave}>
        <a className="change-link" href={`/chart/${launchId}/done`}>
          {words.papers.back}
        </a>
        {written === null ? null : <PrintButton label={words.frame.print} />}
      </nav>
      <main>
        {written === null ? <h1 className="handout">{words.papers.links[paper]}</h1> : null}
        {paper === 'letter' ? null : (
          <OperationForm words={words} day={day} isFault={isFault} typed={String(typed ?? '')} />
        )}
        {written === null ? null : (
          <PaperSheet
            words={toRead}
            paper={written}
            patient={toRead.identity.identityOf(chart.patient, judgement.asOf)}
            call={await whoToCall(server, launch.session.user, judgement.asOf)}
            writtenOn={judgement.asOf}
          />
        )}
      </main>
    </>
  );
}
