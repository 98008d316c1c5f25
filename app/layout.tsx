import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { VERSION } from '#lib/settings/version.ts';
// In this order: what stands later wins.
import './styles/base.css';
import './styles/frame.css';
import './styles/buttons.css';
import './styles/verdict.css';
import './styles/timeline.css';
import './styles/plots.css';
import './styles/reading.css';
import './styles/tables.css';
import './styles/checks.css';
import './styles/plan.css';
import './styles/fields.css';
import './styles/evidence.css';
import './styles/review-and-done.css';
import './styles/problem.css';
import './styles/handout.css';
import './styles/forced-colours.css';
import { LANGUAGE_OF } from '#lib/words/language.ts';
import { wordsFor } from '#lib/words/words-for.ts';

export function generateMetadata(): Metadata {
  return { title: wordsFor(LANGUAGE_OF.screens).problem.appName, icons: '/icon.svg' };
}

/** Every answer carries its own Content-Security-Policy nonce, so none is made at build time. */
export const dynamic = 'force-dynamic';

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  const words = wordsFor(LANGUAGE_OF.screens);
  return (
    <html lang={LANGUAGE_OF.screens}>
      <body>
        {children}
        <footer className="version">{words.problem.version(VERSION)}</footer>
      </body>
    </html>
  );
}
