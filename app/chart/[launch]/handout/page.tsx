import { redirect } from 'next/navigation';
import { handout } from '#lib/handout/handout.ts';
import { planToHandOut } from '#lib/visit/plan-to-hand-out.ts';
import { whoToCall } from '#lib/visit/who-to-call.ts';
import { LANGUAGE_OF } from '#lib/words/language.ts';
import { wordsFor } from '#lib/words/words-for.ts';
import { Problem } from '../../../problem/problem.tsx';
import { openChart } from '../open-chart.ts';
import { PrintButton } from '../parts/print-button.tsx';
import { HandoutSheet } from './handout-sheet.tsx';

interface Props {
  readonly params: Promise<{ readonly launch: string }>;
}

/** A plain page: printing from a frame may be blocked, so it prints as it stands. */
export default async function HandoutPage({ params }: Props) {
  const words = wordsFor(LANGUAGE_OF.screens);
  const { launch: launchId } = await params;
  const opened = await openChart(launchId, 'recent');
  if ('failed' in opened) return <Problem words={words} failure={opened} />;
  const plan = await planToHandOut(opened);
  if (plan === null) redirect(`/chart/${launchId}/done`);
  const toRead = wordsFor(LANGUAGE_OF.handout);
  const identity = toRead.identity.identityOf(opened.chart.patient, opened.judgement.asOf);
  const { server, launch, judgement } = opened;
  const call = await whoToCall(server, launch.session.user, judgement.asOf);
  const sheet = toRead.handoutSheet.sheetWords(handout(plan, launch.site.jurisdiction), call);
  const { label, back } = words.handout.leave;
  return (
    <>
      <nav className="no-print handout-back" aria-label={label}>
        <a className="change-link" href={`/chart/${launchId}/done`}>
          {back}
        </a>
        <PrintButton label={words.frame.print} />
      </nav>
      <div lang={LANGUAGE_OF.handout}>
        <HandoutSheet words={toRead} sheet={sheet} patient={identity} />
      </div>
    </>
  );
}
