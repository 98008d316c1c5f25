import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { APP_NAME } from '../lib/display/problem-words.ts';
import './globals.css';

export const metadata: Metadata = { title: APP_NAME, icons: '/icon.svg' };

/** Every answer carries its own Content-Security-Policy nonce, so none is made at build time. */
export const dynamic = 'force-dynamic';

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
