/** Tries a listed EHR before its users do: what a launch, a reading and a write would meet. Sends no token and reads no chart. */
import { grantedTo, type Permission } from '#lib/chart/read/granted.ts';
import { CHART_PARTS } from '#lib/chart/read/raw-chart.ts';
import { type CapabilitiesAnswer, readCapabilities } from '#lib/fhir/capabilities.ts';
import { createFhirServer } from '#lib/fhir/create-fhir-server.ts';
import { releaseInFull } from '#lib/fhir/fhir-version.ts';
import { publicKeys } from '#lib/launch/authorization-client.ts';
import { callbackUrl } from '#lib/launch/begin-launch.ts';
import { clockApart, clockRefusal } from '#lib/launch/clock.ts';
import { type Discovery, discover, whyUnanswered } from '#lib/launch/discover.ts';
import { isLaunchFailure } from '#lib/launch/failure.ts';
import { fetchJson } from '#lib/launch/guarded-fetch.ts';
import { scopesToAsk } from '#lib/launch/scopes.ts';
import { chooseRung } from '#lib/order/write/write-ladder.ts';
import type { Settings } from '#lib/settings/environment.ts';
import { isHooked, type Site, sharesCallback } from '#lib/settings/site.ts';
import { LANGUAGE_OF } from '#lib/words/language.ts';
import { type Words, wordsFor } from '#lib/words/words-for.ts';
import { hookLines } from './check-hooks.ts';
import type { CheckLine } from './check-line.ts';

const READ_TYPES = [...CHART_PARTS, 'Medication'] as const;

/** Without these nothing can be judged. */
const NEEDED: ReadonlySet<string> = new Set(['Patient', 'MedicationRequest']);

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

function launchLines(
  site: Site,
  { capabilities, authorizationEndpoint, tokenEndpoint }: Discovery,
): CheckLine[] {
  const found: CheckLine = {
    result: 'ok',
    about: 'discovery',
    text: `authorize at ${authorizationEndpoint}, token at ${tokenEndpoint}`,
  };
  const method = {
    public: 'client-public',
    'client-secret': 'client-confidential-symmetric',
    'private-key-jwt': 'client-confidential-asymmetric',
  }[site.authentication.method];
  const undeclared = ['launch-ehr', method, 'context-ehr-patient'].filter(
    (one) => !capabilities.includes(one),
  );
  if (undeclared.length === 0) return [found];
  return [
    found,
    {
      result: 'misses',
      about: 'discovery',
      text: `not declared, and to be asked of the EHR: ${undeclared.join(', ')}`,
    },
  ];
}

async function ehrKeys({ identityIssuer, jwksUri }: Discovery): Promise<CheckLine> {
  const stops = (text: string): CheckLine => ({ result: 'stops', about: 'keys', text });
  if (identityIssuer === null || jwksUri === null) {
    return stops('no issuer or no keys are published: an id_token from this EHR would be refused');
  }
  try {
    const keys = keysIn(await fetchJson(jwksUri));
    return keys.length > 0
      ? { result: 'ok', about: 'keys', text: `${keys.length} at ${jwksUri}, issuer ${identityIssuer}` }
      : stops(`${jwksUri} holds no key`);
  } catch (error) {
    return stops(`${jwksUri}: ${whyUnanswered(error)}`);
  }
}

/** The EHR must be able to fetch the app's keys, and they must be the ones the app signs with. */
async function appKeys({ appUrl, signingKeys }: Settings): Promise<CheckLine> {
  const address = `${appUrl}/.well-known/jwks.json`;
  const misses = (text: string): CheckLine => ({ result: 'misses', about: 'app keys', text });
  try {
    const published = new Set(keysIn(await fetchJson(address)));
    const missing = publicKeys(signingKeys).keys.filter(({ kid }) => !published.has(String(kid)));
    return missing.length === 0
      ? { result: 'ok', about: 'app keys', text: `published at ${address}` }
      : misses(
          `${address} lacks ${missing.map(({ kid }) => kid).join(', ')}: is an older app running there?`,
        );
  } catch (error) {
    return misses(`${address}: ${whyUnanswered(error)}. The EHR must reach it before the first launch`);
  }
}

/** The ids of the keys in a JWK Set. */
function keysIn(document: unknown): string[] {
  const keys = (document as { keys?: unknown } | null)?.keys;
  return Array.isArray(keys) ? keys.map((key) => String((key as { kid?: unknown } | null)?.kid)) : [];
}

function registerLine(site: Site, discovery: Discovery, { appUrl }: Settings): CheckLine {
  const scopes = scopesToAsk(discovery, site, true);
  const supported = discovery.scopesSupported;
  const unlisted = supported.length === 0 ? [] : scopes.filter((scope) => !isAmong(scope, supported));
  const redirect = callbackUrl(appUrl, site).href;
  const register = `launch ${appUrl}/launch, redirect ${redirect}, scopes: ${scopes.join(' ')}`;
  return unlisted.length === 0
    ? { result: 'ok', about: 'register', text: register }
    : {
        result: 'misses',
        about: 'register',
        text: `${register}. Not in scopes_supported (which need not be complete): ${unlisted.join(' ')}`,
      };
}

const RESOURCE_SCOPE = /^patient\/(\w+)\.(\w+)$/;

/** Whether the list has the scope, or wider ones that give all it asks for: `patient/*.rs`, `patient/*.read`. */
function isAmong(scope: string, supported: readonly string[]): boolean {
  if (supported.includes(scope)) return true;
  const [, type, asked] = RESOURCE_SCOPE.exec(scope) ?? [];
  if (type === undefined || asked === undefined) return false;
  const acts = { read: 'rs', write: 'cud' }[asked] ?? asked;
  const ofPatients = supported.filter((one) => one.startsWith('patient/'));
  return [...acts].every((act) => grantedTo(ofPatients, type, act as Permission).kind === 'granted');
}

/** Scopes a site names are asked for as they stand, whatever they leave out. */
function namedScopesLines({ scopes }: Site): CheckLine[] {
  if (scopes === undefined) return [];
  return READ_TYPES.filter((type) => grantedTo(scopes, type, 'r').kind === 'none').map((type) => ({
    result: NEEDED.has(type) ? 'stops' : 'misses',
    about: 'register',
    text: `"scopes" in the sites file does not ask to read ${type}`,
  }));
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

async function capabilitiesOf(site: Site): Promise<CapabilitiesAnswer> {
  let fault: unknown = null;
  const server = createFhirServer({
    base: site.issuer,
    accessToken: null,
    fetch: (...asked) =>
      fetch(...asked).catch((error: unknown) => {
        fault = error;
        throw error;
      }),
  });
  const answer = await server.get('metadata');
  if (answer.kind === 'silence') {
    return { kind: 'unavailable', why: answer.why === 'unreachable' ? whyUnanswered(fault) : answer.why };
  }
  if (answer.status !== 200) return { kind: 'unavailable', why: `HTTP ${answer.status}` };
  return readCapabilities(answer.body);
}

function readingLines(words: Words, site: Site, answer: CapabilitiesAnswer): CheckLine[] {
  if (answer.kind === 'other-version') {
    return [
      {
        result: 'stops',
        about: 'capabilities',
        text: `${releaseInFull(answer.fhirVersion)}; this app reads R4 and R4B`,
      },
    ];
  }
  if (answer.kind === 'unavailable') {
    return [
      {
        result: 'stops',
        about: 'capabilities',
        text: `${site.issuer}/metadata: ${words.unread.capabilitiesUnknownWords(answer.why)}`,
      },
    ];
  }
  const { capabilities } = answer;
  const lines: CheckLine[] = [
    {
      result: 'ok',
      about: 'capabilities',
      text: `FHIR ${capabilities.fhirVersion ?? 'of an unnamed version'}`,
    },
  ];
  const way = (type: string) => (type === 'Patient' || type === 'Medication' ? 'read' : 'search-type');
  const missing = READ_TYPES.filter((type) => !capabilities.supports(type, way(type)));
  for (const type of missing) {
    lines.push({
      result: NEEDED.has(type) ? 'stops' : 'misses',
      about: 'reading',
      text: NEEDED.has(type)
        ? `${type} cannot be read`
        : `${type} is not there: every verdict will name it as not seen`,
    });
  }
  for (const type of site.absent.filter((part) => capabilities.supports(part, 'search-type'))) {
    lines.push({
      result: 'misses',
      about: 'reading',
      text: `${type} is called absent in the sites file, but the server has it`,
    });
  }
  if (missing.length === 0)
    lines.push({ result: 'ok', about: 'reading', text: `all ${READ_TYPES.length} resource types` });
  return lines;
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
