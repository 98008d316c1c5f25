import { redirect } from 'next/navigation';
import { writeWords } from '../../../../lib/display/write-words.ts';
import type { SentDraft } from '../../../../lib/launch/launch-work.ts';
import { copyOrder } from '../../../../lib/order/copy-order.ts';
import { readBack } from '../../../../lib/order/read-back.ts';
import { verifyDraft } from '../../../../lib/order/verify-draft.ts';
import { Problem } from '../../../problem/problem.tsx';
import { CopyOrderText } from '../copy-order-text.tsx';
import { FocusOnArrival } from '../focus-on-arrival.tsx';
import { type OpenChart, openChart } from '../open-chart.ts';
import { ScreenFrame } from '../screen-frame.tsx';
import { orderOf, reviewedPlan, stands } from '../write-reviewed.ts';
import { FollowUp } from './follow-up.tsx';
import { ReadBack } from './read-back.tsx';

interface Props {
  readonly params: Promise<{ readonly launch: string }>;
}

/** Where the draft of this launch stands; null for each strength whose address the EHR did not name. */
function locationsOf({ outcome }: SentDraft): readonly (string | null)[] {
  switch (outcome.kind) {
    case 'written':
    case 'half-written':
      return outcome.locations;
    case 'already-written':
      return outcome.drafts.map(({ location }) => location);
    default:
      return [];
  }
}

async function WrittenDraft({ opened, sent }: { readonly opened: OpenChart; readonly sent: SentDraft }) {
  const words = writeWords(sent.outcome);
  const stored = await readBack(opened.server, locationsOf(sent));
  const launchId = opened.launch.session.id;
  return (
    <>
      <section className="written" aria-labelledby="done-title">
        <h1 id="done-title" tabIndex={-1}>
          {words.title}
        </h1>
        <p>{words.happened}</p>
        <p>
          <strong>{words.meaning}</strong>
        </p>
        <ul>
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
        <FocusOnArrival on="done-title" />
      </section>
      <ReadBack verified={verifyDraft(sent.order, stored)} />
      <FollowUp plan={sent.order.plan} launchId={launchId} />
      <CopyOrderText copy={copyOrder(sent.order)} title="The order as text, to copy" />
    </>
  );
}

/** Nothing was written: this EHR takes no drafts. The reviewed order as text. */
function OrderToCopy({ opened }: { readonly opened: OpenChart }) {
  const launchId = opened.launch.session.id;
  const reviewed = reviewedPlan(opened, opened.launch.work);
  if (reviewed === null) redirect(`/chart/${launchId}/review?check=1`);
  const order = orderOf(opened, opened.launch.work, reviewed);
  return (
    <>
      <section aria-labelledby="done-title">
        <h1 id="done-title" tabIndex={-1}>
          Nothing was written: enter the order by hand
        </h1>
        <p>{opened.writing.why}</p>
        <FocusOnArrival on="done-title" />
      </section>
      <CopyOrderText copy={copyOrder(order)} title="The order as text, to copy" />
      <FollowUp plan={order.plan} launchId={launchId} />
    </>
  );
}

export default async function DonePage({ params }: Props) {
  const { launch: launchId } = await params;
  const opened = await openChart(launchId, 'recent');
  if ('failed' in opened) return <Problem failure={opened} />;
  const { sent } = opened.launch.work;
  const isWritten = sent !== null && stands(sent.outcome);
  if (!isWritten && opened.writing.rung !== 'copy') redirect(`/chart/${launchId}/safety?closed=done`);
  return (
    <ScreenFrame facts={opened.facts} step="done">
      {isWritten ? <WrittenDraft opened={opened} sent={sent} /> : <OrderToCopy opened={opened} />}
    </ScreenFrame>
  );
}
