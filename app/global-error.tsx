'use client';

import { VERSION } from '#lib/settings/version.ts';
import { PROBLEM_WORDS } from '#lib/words/en/problem.ts';
import PageError from './error.tsx';

export default function GlobalError({ error }: { readonly error: Error & { readonly digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <PageError error={error} />
        <footer>{PROBLEM_WORDS.version(VERSION)}</footer>
      </body>
    </html>
  );
}
