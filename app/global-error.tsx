'use client';

import PageError from './error.tsx';

export default function GlobalError({ error }: { readonly error: Error & { readonly digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <PageError error={error} />
      </body>
    </html>
  );
}
