/** The reviewed order of a launch, offered where its user makes the next order for this patient. */
import { copyOrder } from '#lib/order/draft/copy-order.ts';
import type { DraftOrder } from '#lib/order/draft/draft-order.ts';
import { keepOffer, type OfferedOrder, type OfferTo, readOffer } from '#lib/order/write/write-offer.ts';
import { storedRecords } from '#lib/store/stored-records.ts';
import type { OpenChart } from './open-chart.ts';
import { orderWords } from './order-words.ts';

/** Keeps the order for this user's next one for this patient; does nothing where the EHR named no user. */
export async function offerOrder({ launch }: OpenChart, order: DraftOrder): Promise<void> {
  const to = offeredTo(launch);
  if (to === null) return;
  const { orderTexts: texts } = copyOrder(order, orderWords());
  await keepOffer(storedRecords(), to, order, { texts, at: Date.now() });
}

/** What this user was offered of this launch, and what was seen of it; null where nothing was, or it is too old. */
export async function offerOf({ launch }: OpenChart): Promise<OfferedOrder | null> {
  const to = offeredTo(launch);
  const offer = to === null ? null : await readOffer(storedRecords(), to);
  return offer?.identifier === launch.work.draftIdentifier ? offer : null;
}

function offeredTo({ session }: OpenChart['launch']): OfferTo | null {
  const { issuer, patientId, user } = session;
  return user === null ? null : { issuer, patientId, user: user.reference };
}
