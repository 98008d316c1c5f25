/** A population worker for tests: `node queue-worker.ts redis://... LOCK_MS`. */
import { runPopulationWorker } from '#lib/population/queue/population-worker.ts';

const [address = '', lockMs = ''] = process.argv.slice(2);
const stop = new AbortController();
process.on('SIGTERM', () => stop.abort());
process.exitCode = await runPopulationWorker([address, '--workers', '1'], {
  errors: process.stderr,
  stop: stop.signal,
  lockMs: Number(lockMs),
});
