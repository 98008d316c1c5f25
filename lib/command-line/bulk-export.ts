/** `npm run bulk-export -- ISSUER`: fetches a Bulk Data export into a folder. */
import { runBulkExport } from '#lib/population/fetch/run-bulk-export.ts';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
process.exitCode = await runBulkExport(process.argv.slice(2), { errors: process.stderr, stop: stop.signal });
