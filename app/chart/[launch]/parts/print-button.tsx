'use client';

import { useEffect, useState } from 'react';

/** Prints this page, not the EHR around it. Shown where scripts run: elsewhere the browser's own menu prints. */
export function PrintButton({ label }: { readonly label: string }) {
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return isReady ? (
    <button type="button" onClick={() => window.print()}>
      {label}
    </button>
  ) : null;
}
