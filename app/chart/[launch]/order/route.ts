/** The reviewed order as a FHIR file, for an EHR that can be given one. Of this launch alone, once it passed review, and as it was shown. */

import { failureOf } from '#lib/launch/failure.ts';
import { copyOrder } from '#lib/order/draft/copy-order.ts';
import type { DraftOrder } from '#lib/order/draft/draft-order.ts';
import type { OpenChart } from '#lib/visit/open-chart.ts';
import { orderWords } from '#lib/visit/order-words.ts';
import { hasStandingDraft, standsByThisLaunch } from '#lib/visit/own-orders.ts';
import { orderOf, reviewedPlan } from '#lib/visit/write-reviewed.ts';
import { LANGUAGE_OF } from '#lib/words/language.ts';
import { type Words, wordsFor } from '#lib/words/words-for.ts';
import { failurePage } from '../../../problem/failure-page.ts';
import { openChart } from '../open-chart.ts';

interface Context {
  readonly params: Promise<{ readonly launch: string }>;
}

/** The order that stands in the EHR, or the one that passed review; null when there is neither. */
function orderToTake(opened: OpenChart): DraftOrder | null {
  const { work } = opened.launch;
  if (work.sent !== null && standsByThisLaunch(opened)) return work.sent.order;
  const reviewed = reviewedPlan(opened, work);
  return reviewed && orderOf(opened, work, reviewed);
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const words = wordsFor(LANGUAGE_OF.screens);
  const { launch: launchId } = await params;
  const nonce = request.headers.get('x-nonce');
  try {
    return await fileOf(words, launchId, request, nonce);
  } catch (error) {
    return failurePage(words, failureOf(error), nonce);
  }
}

async function fileOf(
  words: Words,
  launchId: string,
  request: Request,
  nonce: string | null,
): Promise<Response> {
  const opened = await openChart(launchId, 'recent');
  if ('failed' in opened) {
    return opened.code === 'SESSION_EXPIRED'
      ? refused(403, words.frame.fileRefused.notOpen)
      : failurePage(words, opened, nonce);
  }
  if (!standsByThisLaunch(opened)) {
    if (opened.closedByHand !== null) return refused(409, words.doubt.closedByHand[opened.closedByHand].file);
    if (await hasStandingDraft(opened)) return refused(409, words.frame.fileRefused.standing);
  }
  const order = orderToTake(opened);
  if (order === null) return refused(404, words.frame.fileRefused.notReviewed);
  const { bundle, mark } = copyOrder(order, orderWords());
  if (new URL(request.url).searchParams.get('shown') !== mark)
    return refused(409, words.frame.fileRefused.outdated);
  return new Response(JSON.stringify(bundle, null, 2), {
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
