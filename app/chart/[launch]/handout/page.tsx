import { redirect } from 'next/navigation';
import { handout } from '#lib/handout/handout.ts';
import { planToHandOut } from '#lib/visit/plan-to-hand-out.ts';
import { HANDOUT_WORDS } from '#lib/words/en/handout.ts';
import { sheetWords } from '#lib/words/en/handout-sheet.ts';
import { identityOf } from '#lib/words/en/identity.ts';
import { Problem } from '../../../problem/problem.tsx';
import { openChart } from '../open-chart.ts';
import { PrintButton } from '../parts/print-button.tsx';
import { HandoutSheet } from './handout-sheet.tsx';

interface Props {
  readonly params: Promise<{ readonly launch: string }>;
}

/** A plain page: printing from a frame may be blocked, so it prints as it stands. */
export default async function HandoutPage({ params }: Props) {
  const { launch: launchId } = await params;
  const opened = await openChart(launchId, 'recent');
  if ('failed' in opened) return <Problem failure={opened} />;
  const plan = await planToHandOut(opened);
  if (plan === null) redirect(`/chart/${launchId}/done`);
  const identity = identityOf(opened.chart.patient, opened.judgement.asOf);
  const { label, back } = HANDOUT_WORDS.leave;
  return (
    <>
      <nav className="no-print handout-back" aria-label={label}>
        <a className="change-link" href={`/chart/${launchId}/done`}>
          {back}
        </a>
        <PrintButton />
      </nav>
      <HandoutSheet sheet={sheetWords(handout(plan))} patient={identity} />
    </>
  );
}
