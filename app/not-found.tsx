import { PROBLEM_WORDS } from '#lib/words/en/problem.ts';

const words = PROBLEM_WORDS.noSuchPage;

export default function NotFound() {
  return (
    <main className="problem">
      <h1>{words.title}</h1>
      <p>{words.happened}</p>
      <p className="meaning">{words.meaning}</p>
      <p>{words.step}</p>
    </main>
  );
}
