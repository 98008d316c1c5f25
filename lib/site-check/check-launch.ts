/** What a launch would meet: what the EHR declares, and whether the app is registered with what it asks for. */
import { grantedTo, type Permission } from '#lib/chart/read/granted.ts';
import { READ_TYPES } from '#lib/chart/read/raw-chart.ts';
import { callbackUrl } from '#lib/launch/begin-launch.ts';
import type { Discovery } from '#lib/launch/discover.ts';
import { scopesToAsk } from '#lib/launch/scopes.ts';
import type { Settings } from '#lib/settings/read-settings.ts';
import type { Site } from '#lib/settings/site.ts';
import type { CheckLine } from './check-line.ts';
import { NEEDED } from './check-reading.ts';

export function launchLines(
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

export function registerLine(site: Site, discovery: Discovery, { appUrl }: Settings): CheckLine {
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
export function namedScopesLines({ scopes }: Site): CheckLine[] {
  if (scopes === undefined) return [];
  return READ_TYPES.filter((type) => grantedTo(scopes, type, 'r').kind === 'none').map((type) => ({
    result: NEEDED.has(type) ? 'stops' : 'misses',
    about: 'register',
    text: `"scopes" in the sites file does not ask to read ${type}`,
  }));
}
