import { redirect } from 'next/navigation';
import { handout } from '../../../../lib/handout/handout.ts';
import { Problem } from '../../../problem/problem.tsx';
import { openChart } from '../open-chart.ts';
import { PrintButton } from '../print-button.tsx';
import { planToHandOut } from '../write-reviewed.ts';
import { HandoutSheet } from './handout-sheet.tsx';

interface Props {
  readonly params: Promise<{ readonly launch: string }>;
}

/** A plain page: printing from a frame may be blocked, so it prints as it stands. */
export default async function HandoutPage({ params }: Props) {
  const { launch: launchId } = await params;
  const opened = await openChart(launchId, 'recent');
  if ('failed' in opened) return <Problem failure={opened} />;
  const plan = planToHandOut(opened);
  if (plan === null) redirect(`/chart/${launchId}/safety?closed=done`);
  const { identity } = opened.facts;
  return (
    <>
      <nav className="no-print handout-back" aria-label="Back to the draft">
        <a className="change-link" href={`/chart/${launchId}/done`}>
          Back
        </a>
        <PrintButton />
      </nav>
      <HandoutSheet sheet={handout(plan)} patient={identity} />
    </>
  );
}
