/** What the log says when the server starts: what is wrong with its settings, or where it keeps what it must not forget. */
import { readFileSync } from 'node:fs';
import { SettingsError } from '#lib/settings/settings-error.ts';
import { isStoreAway } from '#lib/store/store-away.ts';
import { openStore } from '#lib/store/stored-records.ts';

/** One line for each fault of the settings; or which store is used, and since when it knows what was sent. */
export async function reportStart(): Promise<void> {
  const { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key } = process.env;
  if (key && key !== keyOfBuild()) {
    console.warn(
      'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY is not the one this build was made with: forms of the one are not taken by the other. Build with it',
    );
  }
  try {
    const store = openStore();
    const { begunAt } = await store.beginning();
    console.info(
      `launches and the journal of drafts are kept in: ${store.place}; it knows of drafts sent since ${new Date(begunAt).toISOString()}`,
    );
  } catch (error) {
    if (error instanceof SettingsError) for (const one of error.faults) console.error(`not ready: ${one}`);
    // The store says for itself that it is away.
    else if (!isStoreAway(error)) throw error;
  }
}

/** Null where the build cannot be looked at. */
function keyOfBuild(): string | null {
  try {
    const manifest = readFileSync(
      /*turbopackIgnore: true*/ '.next/server/server-reference-manifest.json',
      'utf8',
    );
    return String((JSON.parse(manifest) as { readonly encryptionKey?: string }).encryptionKey);
  } catch {
    return null;
  }
}
