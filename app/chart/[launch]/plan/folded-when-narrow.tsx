'use client';

import { type ReactNode, useEffect, useRef } from 'react';

const NARROW = '(max-width: 420px)';

/**
 * Open where there is room. On a narrow screen it folds, so that the proposal, its picture and the way on come first; not while it may
 * not or holds the focus, and not without scripts.
 */
export function FoldedWhenNarrow({
  mayFold = true,
  summary,
  className,
  children,
}: {
  readonly mayFold?: boolean;
  readonly summary: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const narrow = matchMedia(NARROW);
    const fold = () => {
      const folded = details.current;
      if (folded === null) return;
      folded.open = !(narrow.matches && mayFold) || folded.contains(document.activeElement);
    };
    fold();
    narrow.addEventListener('change', fold);
    return () => narrow.removeEventListener('change', fold);
  }, [mayFold]);
  return (
    <details ref={details} open className={className}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
