/** One launch with what its prescriber has done in it so far. */
import type { CookieReader } from '#lib/launch/cookies.ts';
import { launchFailure } from '#lib/launch/failure.ts';
import { keptLaunch, type OpenSession, openSession } from '#lib/launch/open-session.ts';
import type { LaunchFailure } from '#lib/launch/session.ts';
import type { KeptFields } from '#lib/launch/session-store.ts';
import { VERSION } from '#lib/settings/version.ts';
import { storedRecords } from '#lib/store/stored-records.ts';
import { keepPlan } from './kept-plan.ts';
import { type LaunchWork, WORK_FIELDS } from './launch-work.ts';

export interface OpenLaunch extends Omit<OpenSession, 'kept' | 'keep'> {
  /** As it stood when the launch was opened. */
  readonly work: LaunchWork;
  /** Saves the fields given, last write wins field by field, and answers the work as it now stands. @throws SessionEnded */
  saveWork(this: void, change: Partial<LaunchWork>): Promise<LaunchWork>;
}

/** The launch, or why it cannot be opened. Opening starts its idle time again. */
export async function openLaunch(
  launchId: string,
  cookies: CookieReader,
): Promise<OpenLaunch | LaunchFailure> {
  const opened = await openSession(launchId, cookies, WORK_FIELDS);
  if ('failed' in opened) return opened;
  const { kept, keep, ...launch } = opened;
  const work = { ...(kept as unknown as LaunchWork), chart: chartOfThisVersion(kept) };
  // A launch that lost its draft's identifier could write a second draft.
  if (work.draftIdentifier === null)
    return launchFailure('SESSION_EXPIRED', 'what the launch keeps is incomplete');
  return {
    ...launch,
    work,
    async saveWork(change) {
      const saved = await keep({ ...change });
      await keepPlan(storedRecords(), launch.session, change);
      return saved as unknown as LaunchWork;
    },
  };
}

/** The chart as last read in this launch, whatever became of the launch since; null where there is none, or the browser is another. */
export async function chartLastRead(launchId: string, cookies: CookieReader): Promise<LaunchWork['chart']> {
  const found = await keptLaunch(launchId, cookies, ['chart' satisfies keyof LaunchWork]);
  return found === null ? null : chartOfThisVersion(found.kept);
}

function chartOfThisVersion({ chart }: KeptFields): LaunchWork['chart'] {
  const kept = chart as LaunchWork['chart'] | undefined;
  return kept?.by === VERSION ? kept : null;
}
