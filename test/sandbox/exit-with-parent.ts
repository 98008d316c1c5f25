/** Preloaded into the app's server: it ends when the process that started it is gone, however that ended. */
import { flushCompileCache } from 'node:module';

const STARTED_MS = 5_000;

process.on('disconnect', () => process.exit(0));
// Next's development server waits for its first words from its own parent.
if (process.env.NEXT_PRIVATE_WORKER === undefined) process.channel?.unref();
// What it has compiled serves the next server, also where this one is killed.
setTimeout(flushCompileCache, STARTED_MS).unref();
