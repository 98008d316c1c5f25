/** `npm run population-worker -- redis://...`: judges buckets of runs that were begun with `assess --bulk --queue`. */
import { runPopulationWorker } from '#lib/population/queue/population-worker.ts';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
process.exitCode = await runPopulationWorker(process.argv.slice(2), {
  errors: process.stderr,
  stop: stop.signal,
});
