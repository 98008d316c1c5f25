import { APP_NAME, PROBLEM_WORDS } from '#lib/words/en/problem.ts';

const words = PROBLEM_WORDS.start;

/** The app has no door of its own: it is opened from a chart. */
export default function StartPage() {
  return (
    <main className="plain-page">
      <h1>{APP_NAME}</h1>
      <p>{words.what}</p>
      <p>
        <strong>{words.open}</strong> {words.notListed}
      </p>
    </main>
  );
}
