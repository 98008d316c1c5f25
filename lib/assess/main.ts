/** `npm run --silent assess -- FILE.json`: the core on a FHIR Bundle, without a browser. JSON on stdout, words on stderr. */
import { runAssess } from './run-assess.ts';

process.exitCode = await runAssess(process.argv.slice(2), {
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
});
