/** What a test of launches stands on: this app, with settings of its own, beside an EHR of other manners; both fresh for each test. */
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { isLaunchFailure } from '#lib/launch/failure.ts';
import { type OpenLaunch, openLaunch } from '#lib/visit/open-launch.ts';
import { type AppSettings, type SiteText, useAppSettings } from './app-settings.ts';
import type { Browser } from './browser.ts';
import { type SecondEhr, secondEhr, secondSite } from './second-ehr.ts';

interface AppBesideEhr {
  readonly ehr: SecondEhr;
  /** What the app wrote to its log in this test. */
  readonly log: readonly string[];
  /** Folder of the app's settings. */
  folder(): string;
  /** As after a restart with these sites alone. */
  useSites(sites: readonly SiteText[]): Promise<void>;
}

export function appBesideEhr(sites: readonly SiteText[] = [secondSite]): AppBesideEhr {
  const ehr = secondEhr();
  const log: string[] = [];
  let settings: AppSettings;

  beforeAll(() => ehr.server.listen({ onUnhandledFrame: 'error' }));
  afterAll(() => ehr.server.close());
  beforeEach(async () => {
    ehr.reset();
    log.length = 0;
    vi.spyOn(process.stdout, 'write').mockImplementation((line) => log.push(String(line)) > 0);
    settings = await useAppSettings(sites);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    settings.remove();
  });
  return {
    ehr,
    log,
    folder: () => settings.folder,
    async useSites(others) {
      settings.remove();
      settings = await useAppSettings(others);
    },
  };
}

/** A launch that must be open in this browser. */
export async function opened(browser: Browser, launchId: string): Promise<OpenLaunch> {
  const launch = await openLaunch(launchId, browser);
  if (isLaunchFailure(launch)) throw new Error(`${launch.code}: ${launch.detail}`);
  return launch;
}

/** Moves the clock; timers run on. */
export function later(ms: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
}
