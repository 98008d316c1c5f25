'use client';

import { PROBLEM_WORDS } from '#lib/words/en/problem.ts';

const words = PROBLEM_WORDS.fault;

/** A fault of the app itself. The digest is the number under which the server logged it; nothing else is shown. */
export default function PageError({ error }: { readonly error: Error & { readonly digest?: string } }) {
  return (
    <main className="problem">
      <h1>{words.title}</h1>
      <p>{words.happened}</p>
      <p className="meaning">{words.meaning}</p>
      <p>{words.step}</p>
      {error.digest && <p>{words.reference(error.digest)}</p>}
    </main>
  );
}
