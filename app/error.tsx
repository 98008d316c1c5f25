'use client';

/** A fault of the app itself. The digest is the number under which the server logged it; nothing else is shown. */
export default function PageError({ error }: { readonly error: Error & { readonly digest?: string } }) {
  return (
    <main className="problem">
      <h1>LDN Titration met a fault of its own</h1>
      <p>This page could not be made.</p>
      <p className="meaning">
        Do not assume that a draft was written. Look in the chart&apos;s orders before you write one again.
      </p>
      <p>Open LDN Titration again from the chart. If it happens again, call IT.</p>
      {error.digest && <p>Reference: {error.digest}</p>}
    </main>
  );
}
