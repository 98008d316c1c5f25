/** How many charts a second the command line assesses, one Bundle a line. Runs alone, too. */
import { Readable, Writable } from 'node:stream';
import { runAssess } from '#lib/assess/run-assess.ts';
import { stories } from '../patients/stories.ts';

const ROUNDS = 40;

/** @returns bundles a second over the story charts, warm, and how many were assessed. */
export async function benchAssessLines(): Promise<{ readonly perSecond: number; readonly bundles: number }> {
  const lines = stories.map(({ bundle }) => `${JSON.stringify(bundle)}\n`);
  await assess(lines);
  const start = performance.now();
  const bundles = await assess(Array.from({ length: ROUNDS }, () => lines).flat());
  return { perSecond: (bundles / (performance.now() - start)) * 1000, bundles };
}

async function assess(lines: readonly string[]): Promise<number> {
  let results = 0;
  const output = new Writable({
    write(chunk, _, done) {
      results += String(chunk).split('\n').length - 1;
      done();
    },
  });
  const errors = new Writable({ write: (_chunk, _encoding, done) => done() });
  await runAssess(['--ndjson', '--as-of', '2026-03-02'], { input: Readable.from(lines), output, errors });
  return results;
}

if (import.meta.main) {
  const { perSecond, bundles } = await benchAssessLines();
  console.log(`assess --ndjson: ${Math.round(perSecond)} bundles a second (${bundles} bundles)`);
}
