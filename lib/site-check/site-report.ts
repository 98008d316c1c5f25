/** The check of one listed site as text, with the exit code of the command that prints it. */

import { settings } from '#lib/settings/environment.ts';
import type { Settings } from '#lib/settings/read-settings.ts';
import { SettingsError } from '#lib/settings/settings-error.ts';
import { checkSite } from './check-site.ts';

interface SiteReport {
  /** 0 when a launch can work, 1 when something stops it, 2 on bad input or settings. */
  readonly exit: 0 | 1 | 2;
  readonly text: string;
}

/** @param issuer exactly as it stands in the sites file. */
export async function siteReport(issuer: string): Promise<SiteReport> {
  try {
    return await reportOn(issuer, settings());
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return { exit: 2, text: error.message };
  }
}

async function reportOn(issuer: string, all: Settings): Promise<SiteReport> {
  const site = all.sites.find((listed) => listed.issuer === issuer);
  if (site === undefined) {
    const listed = all.sites.map((one) => `  ${one.issuer}`).join('\n');
    return { exit: 2, text: `${issuer} is not in SITES_FILE. It lists:\n${listed}` };
  }
  const lines = await checkSite(site, all);
  const told = lines.map(({ result, about, text }) => `${result.padEnd(6)}  ${about.padEnd(12)}  ${text}`);
  const stops = lines.filter(({ result }) => result === 'stops').length;
  const end =
    stops === 0
      ? `${site.name} can be launched from.`
      : `${stops} to put right before ${site.name} can be launched from.`;
  return { exit: stops === 0 ? 0 : 1, text: [...told, '', end].join('\n') };
}
