import { type OfferedOrder, offeredUntil } from '#lib/order/write/write-offer.ts';
import { clinicDay } from '#lib/time/clinic-day.ts';
import type { OpenChart } from '#lib/visit/open-chart.ts';
import type { Words } from '#lib/words/words-for.ts';

interface Props {
  readonly words: Words;
  readonly offer: OfferedOrder;
  readonly opened: OpenChart;
}

/** The EHR shows the reviewed order where the next one is made: until when, and what it was shown beside. */
export function OfferedAtOrders({ words, offer, opened }: Props) {
  const { offered } = words.done;
  const { timeZone } = opened.judgement;
  const { shown } = offer;
  return (
    <section aria-labelledby="offered-title">
      <h2 id="offered-title">{offered.title}</h2>
      <p>{offered.waits(opened.launch.site.name, clinicDay(offeredUntil(offer), timeZone))}</p>
      {shown === null ? null : (
        <p>
          {offered.shown(words.dates.clockTime(shown.at, timeZone))}{' '}
          {offered.compared[shown.ordered](shown.words ?? '')}
        </p>
      )}
    </section>
  );
}
