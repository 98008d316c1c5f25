'use client';

import { useEffect } from 'react';

/** Puts the keyboard and the screen reader on the answer. autofocus does nothing in a cross-origin frame. */
export function FocusOnArrival({ on }: { readonly on: string }) {
  useEffect(() => {
    document.getElementById(on)?.focus({ preventScroll: true });
  }, [on]);
  return null;
}
