'use client';

import { unstable_isUnrecognizedActionError as isOfAnotherBuild } from 'next/navigation';
import { useEffect } from 'react';
import { STORE_AWAY_DIGEST } from '#lib/store/store-away.ts';
import { faultWordsFor } from '#lib/words/fault-words-for.ts';
import { LANGUAGE_OF } from '#lib/words/language.ts';
import { olderPageOf } from './posted/older-page-of.ts';

/** A fault of the app itself, or of its store. The digest is the number under which the server logged it; nothing else is shown. */
export default function PageError({ error }: { readonly error: Error & { readonly digest?: string } }) {
  const { digest } = error;
  const isOlderPage = isOfAnotherBuild(error);
  useEffect(() => {
    if (isOlderPage) location.replace(olderPageOf(location.pathname));
  }, [isOlderPage]);
  const { fault, storeAway } = faultWordsFor(LANGUAGE_OF.screens);
  const said = digest?.startsWith(STORE_AWAY_DIGEST) ? storeAway : fault;
  return (
    <main className="problem">
      <h1>{said.title}</h1>
      <p>{said.happened}</p>
      <p className="meaning">{said.meaning}</p>
      {said.steps.map((step) => (
        <p key={step}>{step}</p>
      ))}
      {digest && <p>{fault.reference(digest)}</p>}
    </main>
  );
}
