import { LANGUAGE_OF } from '#lib/words/language.ts';
import { wordsFor } from '#lib/words/words-for.ts';

/** The app has no door of its own: it is opened from a chart. */
export default function StartPage() {
  const words = wordsFor(LANGUAGE_OF.screens);
  return (
    <main className="plain-page">
      <h1>{words.problem.appName}</h1>
      <p>{words.problem.start.what}</p>
      <p>
        <strong>{words.problem.start.open}</strong> {words.problem.start.notListed}
      </p>
    </main>
  );
}
