import type { VerdictMark } from '#lib/words/shapes.ts';

const MARK_PATHS: Readonly<Record<VerdictMark, string>> = {
  stop: 'M10 2h12l8 8v12l-8 8H10l-8-8V10z M9 14h14v4H9z',
  question:
    'M16 2a14 14 0 1 0 0 28a14 14 0 1 0 0-28z M14.4 22h3.4v3.4h-3.4z M10.5 12.4c0-3.3 2.4-5.4 5.6-5.4s5.5 2 5.5 4.9c0 3.6-3.9 4.1-3.9 7.3v.7h-3.3v-1.1c0-4.4 3.6-4.6 3.6-6.7c0-1.2-.8-2-2-2c-1.4 0-2.2.9-2.2 2.300z',
  tick: 'M16 2a14 14 0 1 0 0 28a14 14 0 1 0 0-28z M8.5 16.500l2.3-2.300l3.7 3.700l7-7.600l2.4 2.200l-9.3 10.200z',
};

/** Beside a colour, so that nobody has to tell colours apart. */
export function Mark({ mark }: { readonly mark: VerdictMark }) {
  return (
    <svg className="verdict-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d={MARK_PATHS[mark]} fillRule="evenodd" />
    </svg>
  );
}
