'use client';

import { useEffect, useRef } from 'react';

/**
 * Puts the keyboard and the screen reader on the answer. autofocus does nothing in a cross-origin frame. A screen that has just come
 * stays where it is; one that answers again, with another `answer`, is scrolled to what has the focus. `onlyInView` leaves alone what is
 * out of view: saved answers keep their place.
 */
export function FocusOnArrival({
  on,
  answer = on,
  onlyInView = false,
}: {
  readonly on: string;
  readonly answer?: string;
  readonly onlyInView?: boolean;
}) {
  const focusedFor = useRef<string>(undefined);
  useEffect(() => {
    const target = document.getElementById(on);
    if (target === null || (onlyInView && !isInView(target))) return;
    target.focus({ preventScroll: true });
    const isAnotherAnswer = ![undefined, answer].includes(focusedFor.current);
    if (isAnotherAnswer) target.scrollIntoView({ block: 'nearest' });
    focusedFor.current = answer;
  }, [on, answer, onlyInView]);
  return null;
}

function isInView(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
}
