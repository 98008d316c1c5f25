'use client';

import { useEffect } from 'react';

/** Puts the keyboard on the title of a screen that has just come. Saved answers keep their place: out of view, the title is left alone. */
export function FocusInView({ on }: { readonly on: string }) {
  useEffect(() => {
    const title = document.getElementById(on);
    if (title === null) return;
    const { top, bottom } = title.getBoundingClientRect();
    if (top >= 0 && bottom <= window.innerHeight) title.focus({ preventScroll: true });
  }, [on]);
  return null;
}
