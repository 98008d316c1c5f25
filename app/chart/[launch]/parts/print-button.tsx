'use client';

import { useEffect, useState } from 'react';
import { FRAME_WORDS } from '#lib/words/en/frame.ts';

/** Prints this page, not the EHR around it. Shown where scripts run: elsewhere the browser's own menu prints. */
export function PrintButton() {
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return isReady ? (
    <button type="button" onClick={() => window.print()}>
      {FRAME_WORDS.print}
    </button>
  ) : null;
}
