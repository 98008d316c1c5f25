/** Tries a listed EHR before its users do: what a launch, a reading and a write would meet. Sends no token and reads no chart. */
import type { CapabilitiesAnswer } from '#lib/fhir/capabilities.ts';
import { clockApart, clockRefusal } from '#lib/launch/clock.ts';
import { type Discovery, discover } from '#lib/launch/discover.ts';
import { isLaunchFailure } from '#lib/launch/failure.ts';
import { chooseRung } from '#lib/order/write/write-ladder.ts';
import type { Settings } from '#lib/settings/read-settings.ts';
import { isHooked, type Site, sharesCallback } from '#lib/settings/site.ts';
import { LANGUAGE_OF } from '#lib/words/language.ts';
import { type Words, wordsFor } from '#lib/words/words-for.ts';
import { hookLines } from './check-hooks.ts';
import { appKeys, ehrKeys } from './check-keys.ts';
import { launchLines, namedScopesLines, registerLine } from './check-launch.ts';
import type { CheckLine } from './check-line.ts';
import { capabilitiesOf, readingLines } from './check-reading.ts';

export async function checkSite(site: Site, settings: Settings): Promise<readonly CheckLine[]> {
  const words = wordsFor(LANGUAGE_OF.screens);
  const discovery = await discover(site);
  const lines: CheckLine[] = [];
  if (isLaunchFailure(discovery)) {
    lines.push({ result: 'stops', about: 'discovery', text: discovery.detail });
  } else {
    lines.push(...launchLines(site, discovery), await ehrKeys(discovery));
    lines.push(registerLine(site, discovery, settings), ...namedScopesLines(site));
    if (sharesCallback(site, settings.sites)) {
      lines.push({
        result: 'misses',
        about: 'register',
        text: 'other EHRs have the same redirect address: a "callback" of its own would keep their answers apart',
      });
    }
  }
  if (site.authentication.method === 'private-key-jwt') lines.push(await appKeys(settings));
  const answer = await capabilitiesOf(site);
  lines.push(
    clockLine(site),
    ...readingLines(words, site, answer),
    writingLine(words, site, answer, isLaunchFailure(discovery) ? null : discovery),
    ...(await hookLines(site, settings, answer)),
  );
  lines.push(
    site.frameAncestors.length > 0
      ? { result: 'ok', about: 'frame', text: `may be framed by ${site.frameAncestors.join(', ')}` }
      : {
          result: 'misses',
          about: 'frame',
          text: 'frameAncestors is empty: the app opens in a window of its own only',
        },
  );
  return lines;
}

/** Heard with the answers before it. */
function clockLine({ issuer }: Site): CheckLine {
  const apart = clockApart(issuer);
  const refusal = clockRefusal(issuer);
  return {
    result: refusal === null ? (apart === null ? 'ok' : 'misses') : 'stops',
    about: 'clock',
    text:
      apart === null
        ? "within five minutes of the EHR's"
        : `this machine's is ${apart} the EHR's: set it by NTP`,
  };
}

function writingLine(
  words: Words,
  site: Site,
  answer: CapabilitiesAnswer,
  discovery: Discovery | null,
): CheckLine {
  const chosen = chooseRung({
    site,
    capabilities: answer.kind === 'capabilities' ? answer.capabilities : null,
    mayCreate: true,
    webMessaging: discovery?.capabilities.includes('smart-web-messaging') ?? false,
    hookCards: isHooked(site) && !site.cdsHooks.silent,
  });
  const asWished = chosen.rung === site.writeBack.rung;
  return {
    result: asWished ? 'ok' : 'misses',
    about: 'writing',
    text: `rung "${chosen.rung}", if the scopes are granted: ${words.writeLadder.rungWords(chosen, site)}`,
  };
}
