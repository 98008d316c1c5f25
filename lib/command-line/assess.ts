/** `npm run --silent assess`: the core on one Bundle, on many, or on the export of a whole clinic, without a browser. JSON on stdout, words on stderr. */
import { runAssess } from '#lib/assess/run-assess.ts';
import { runPopulation } from '#lib/population/run/run-population.ts';
import { LANGUAGE_OF } from '#lib/words/language.ts';
import { wordsFor } from '#lib/words/words-for.ts';

const args = process.argv.slice(2);
// A reader that has seen enough (`| head`) ends the command; that is no fault of it.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const isHelp = args.some((word) => word === '--help' || word === '-h');
const isBulk = args.some((word) => word === '--bulk' || word.startsWith('--bulk='));

if (isBulk && !isHelp) {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  process.exitCode = await runPopulation(args, { errors: process.stderr, stop: stop.signal, now: Date.now });
} else {
  process.exitCode = await runAssess(args, {
    input: process.stdin,
    output: process.stdout,
    errors: process.stderr,
  });
  if (isHelp) process.stdout.write(`\n${wordsFor(LANGUAGE_OF.screens).population.usage}\n`);
}
