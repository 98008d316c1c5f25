import { LANGUAGE_OF } from '#lib/words/language.ts';
import { wordsFor } from '#lib/words/words-for.ts';

export default function NotFound() {
  const words = wordsFor(LANGUAGE_OF.screens);
  return (
    <main className="problem">
      <h1>{words.problem.noSuchPage.title}</h1>
      <p>{words.problem.noSuchPage.happened}</p>
      <p className="meaning">{words.problem.noSuchPage.meaning}</p>
      <p>{words.problem.noSuchPage.step}</p>
    </main>
  );
}
