'use client';

import { useEffect, useRef } from 'react';

/**
 * Puts the keyboard and the screen reader on the answer. autofocus does nothing in a cross-origin frame. A screen that has just come
 * stays where it is; one that answers again, with another `answer`, is scrolled to what has the focus.
 */
export function FocusOnArrival({ on, answer = on }: { readonly on: string; readonly answer?: string }) {
  const focusedFor = useRef<string>(undefined);
  useEffect(() => {
    const target = document.getElementById(on);
    target?.focus({ preventScroll: true });
    const isAnotherAnswer = ![undefined, answer].includes(focusedFor.current);
    if (isAnotherAnswer) target?.scrollIntoView({ block: 'nearest' });
    focusedFor.current = answer;
  }, [on, answer]);
  return null;
}
