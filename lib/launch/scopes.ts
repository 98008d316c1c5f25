/** The scopes asked of an EHR, in the version it speaks: what its entry in the sites file needs, and nothing else. */
import { READ_TYPES } from '#lib/chart/read/raw-chart.ts';
import type { Site } from '#lib/settings/site.ts';
import type { Discovery } from './discover.ts';

/** What a way of writing creates over FHIR: the draft itself, and what goes beside it. */
const CREATED: Readonly<Record<Site['writeBack']['rung'], readonly string[]>> = {
  'fhir-draft': ['MedicationRequest', 'DocumentReference', 'Provenance'],
  'web-messaging': ['DocumentReference', 'Provenance'],
  copy: [],
};

const SCRATCHPAD = ['messaging/scratchpad', 'messaging/ui'];

/** Whom the patient calls: names and numbers for the handout. */
const CALLED = ['Practitioner', 'PractitionerRole', 'Organization'];

/** @see SMART App Launch 2.2.0, "Scopes and Launch Context" */
export function scopesToAsk(discovery: Discovery, site: Site, launchedFromEhr: boolean): string[] {
  const launch = launchedFromEhr ? 'launch' : 'launch/patient';
  if (site.scopes !== undefined) {
    return [launch, ...site.scopes.filter((scope) => scope !== 'launch' && scope !== 'launch/patient')];
  }
  const { rung, scores = [] } = site.writeBack;
  const parts = READ_TYPES.filter((type) => !site.absent.some((part) => part === type));
  // A score is looked for before it is written.
  const read = [...new Set([...parts, ...scores])];
  const created = [...CREATED[rung], ...scores];
  return [
    launch,
    'openid',
    'fhirUser',
    'online_access',
    ...(speaksV2(discovery) ? v2(read, created) : v1(read, created)),
    ...(rung === 'web-messaging' ? SCRATCHPAD : []),
    ...called(discovery),
  ];
}

/** Only where the EHR lists the very scope: a telephone number is not worth a launch that is refused for a scope nobody knows. */
function called({ scopesSupported }: Discovery): string[] {
  return CALLED.flatMap(
    (type) =>
      ['rs', 'read', 'r']
        .map((how) => `user/${type}.${how}`)
        .find((scope) => scopesSupported.includes(scope)) ?? [],
  );
}

function v2(read: readonly string[], created: readonly string[]): string[] {
  const unread = created.filter((type) => !read.includes(type));
  return [
    ...read.map((type) => `patient/${type}.${created.includes(type) ? 'crs' : 'rs'}`),
    ...unread.map((type) => `patient/${type}.c`),
  ];
}

function v1(read: readonly string[], created: readonly string[]): string[] {
  return [...read.map((type) => `patient/${type}.read`), ...created.map((type) => `patient/${type}.write`)];
}

/** An EHR that names neither version is taken at the form of the scopes it lists, and at v2 when it lists none. */
function speaksV2({ capabilities, scopesSupported }: Discovery): boolean {
  if (capabilities.includes('permission-v2')) return true;
  if (capabilities.includes('permission-v1')) return false;
  return !scopesSupported.some((scope) => /\.(read|write|\*)$/.test(scope));
}
