import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { VERSION } from '#lib/settings/version.ts';
import { APP_NAME, PROBLEM_WORDS } from '#lib/words/en/problem.ts';
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

export const metadata: Metadata = { title: APP_NAME, icons: '/icon.svg' };

/** Every answer carries its own Content-Security-Policy nonce, so none is made at build time. */
export const dynamic = 'force-dynamic';

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        {children}
        <footer className="version">{PROBLEM_WORDS.version(VERSION)}</footer>
      </body>
    </html>
  );
}
