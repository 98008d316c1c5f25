/**
 * The reviewed order as a FHIR file, for an EHR that can be given one. Of this launch alone, and only once it passed review. The link to it has
 * no `download` attribute: in a frame a browser then fetches it without the cookie of that frame.
 */
import { copyOrder } from '../../../../lib/order/copy-order.ts';
import { openChart } from '../open-chart.ts';
import { orderOf, reviewedPlan, stands } from '../write-reviewed.ts';

interface Context {
  readonly params: Promise<{ readonly launch: string }>;
}

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { launch: launchId } = await params;
  const opened = await openChart(launchId, 'recent');
  if ('failed' in opened)
    return refused(403, 'This launch is not open in this browser. Open the app again from the chart.');
  const { work } = opened.launch;
  const reviewed = reviewedPlan(opened, work);
  const sent = work.sent !== null && stands(work.sent.outcome) ? work.sent.order : null;
  const order = sent ?? (reviewed && orderOf(opened, work, reviewed));
  if (order === null)
    return refused(404, 'There is no reviewed order in this launch. Finish the review first.');
  return new Response(JSON.stringify(copyOrder(order).bundle, null, 2), {
    headers: {
      'content-type': 'application/fhir+json; charset=utf-8',
      // No patient data in a file name.
      'content-disposition': 'attachment; filename="ldn-draft-order.fhir.json"',
      'cache-control': 'no-store',
    },
  });
}

function refused(status: number, why: string): Response {
  return new Response(why, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}
