'use client';

import { STORE_AWAY_DIGEST } from '#lib/store/store-away.ts';
import { failureWords } from '#lib/words/en/failures.ts';
import { PROBLEM_WORDS } from '#lib/words/en/problem.ts';

/** A fault of the app itself, or of its store. The digest is the number under which the server logged it; nothing else is shown. */
export default function PageError({ error }: { readonly error: Error & { readonly digest?: string } }) {
  const { digest } = error;
  const words = digest?.startsWith(STORE_AWAY_DIGEST) ? failureWords('STORE_AWAY') : PROBLEM_WORDS.fault;
  return (
    <main className="problem">
      <h1>{words.title}</h1>
      <p>{words.happened}</p>
      <p className="meaning">{words.meaning}</p>
      {words.steps.map((step) => (
        <p key={step}>{step}</p>
      ))}
      {digest && <p>{PROBLEM_WORDS.fault.reference(digest)}</p>}
    </main>
  );
}
