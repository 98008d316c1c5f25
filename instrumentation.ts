/** Runs once when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { markLocalRequests } = await import('#lib/operations/local-requests.ts');
  markLocalRequests();
  if (process.env.NODE_ENV !== 'production') return;
  const { logAsJson } = await import('#lib/operations/json-log.ts');
  const { measureRequests } = await import('#lib/operations/measure-requests.ts');
  const { reportStart } = await import('#lib/operations/report-start.ts');
  logAsJson();
  measureRequests();
  void reportStart();
}
