'use client';

import { useState } from 'react';
import type { Messaging } from '#lib/visit/writing-of.ts';

/** Asks the EHR's window to turn to the draft, or to put the app away. @see SMART Web Messaging 1.0.0, ui.launchActivity, ui.done */
export function ReviewInEhr({
  messaging,
  locations,
  words,
}: {
  readonly messaging: Messaging;
  readonly locations: readonly string[];
  readonly words: { readonly review: string; readonly close: string; readonly noAnswer: string };
}) {
  const [said, setSaid] = useState('');
  const turn = async (to: 'orders' | 'end') => {
    const { endInEhr, showOrders } = await import('../hand-over.ts');
    const turned = await (to === 'orders' ? showOrders(messaging, locations) : endInEhr(messaging));
    setSaid(turned ? '' : words.noAnswer);
  };
  return (
    <div className="actions">
      <button type="button" className="primary" onClick={() => turn('orders')}>
        {words.review}
      </button>
      <button type="button" onClick={() => turn('end')}>
        {words.close}
      </button>
      <p role="status">{said}</p>
    </div>
  );
}
