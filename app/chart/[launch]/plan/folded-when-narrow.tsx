'use client';

import { type ReactNode, useEffect, useRef } from 'react';

const NARROW = '(max-width: 420px)';

/**
 * The fields, open where there is room for them beside the plan. On a narrow screen they fold, so that the proposal, its picture and
 * the way on come first; not while anything in them was changed or has the focus, and not without scripts.
 */
export function FoldedWhenNarrow({
  mayFold,
  title,
  children,
}: {
  readonly mayFold: boolean;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const narrow = matchMedia(NARROW);
    const fold = () => {
      const fields = details.current;
      if (fields === null) return;
      fields.open = !(narrow.matches && mayFold) || fields.contains(document.activeElement);
    };
    fold();
    narrow.addEventListener('change', fold);
    return () => narrow.removeEventListener('change', fold);
  }, [mayFold]);
  return (
    <details ref={details} open className="plan-fields">
      <summary>
        <h2>{title}</h2>
      </summary>
      {children}
    </details>
  );
}
