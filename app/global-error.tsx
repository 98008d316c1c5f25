'use client';

import { VERSION } from '#lib/settings/version.ts';
import { faultWordsFor } from '#lib/words/fault-words-for.ts';
import { LANGUAGE_OF } from '#lib/words/language.ts';
import PageError from './error.tsx';

export default function GlobalError({ error }: { readonly error: Error & { readonly digest?: string } }) {
  return (
    <html lang={LANGUAGE_OF.screens}>
      <body>
        <PageError error={error} />
        <footer>{faultWordsFor(LANGUAGE_OF.screens).versionLine(VERSION)}</footer>
      </body>
    </html>
  );
}
