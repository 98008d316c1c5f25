/** What an EHR that calls the hooks lacks in its set-up: keys, parts it cannot send, and what has to be typed in there. */
import { HOOK_PARTS, PREFETCH, SERVICES } from '#lib/cds-hooks/services.ts';
import type { CapabilitiesAnswer } from '#lib/fhir/capabilities.ts';
import { whyUnanswered } from '#lib/launch/discover.ts';
import { fetchJson } from '#lib/launch/guarded-fetch.ts';
import type { Settings } from '#lib/settings/read-settings.ts';
import { type HookedSite, isHooked, type Site } from '#lib/settings/site.ts';
import type { CheckLine } from './check-line.ts';

export async function hookLines(
  site: Site,
  { appUrl, sites }: Settings,
  answer: CapabilitiesAnswer,
): Promise<readonly CheckLine[]> {
  if (!isHooked(site))
    return [hook('misses', '"cdsHooks" is not in the sites file: no call of this EHR is answered')];
  return [
    await keyLine(site),
    ...partLines(site, answer),
    ...twinLines(site, sites),
    ...choiceLines(site),
    hook(
      'ok',
      `to be typed in where the EHR reads no discovery: ${SERVICES.filter(
        ({ hook: name }) => name !== 'patient-view' || site.cdsHooks.patientView,
      )
        .map(({ id }) => `${appUrl}/cds-services/${id}`)
        .join(', ')}, each its own "aud"; iss ${site.cdsHooks.iss}; prefetch ${Object.entries(PREFETCH)
        .map(([key, template]) => `${key}=${template}`)
        .join(' ')}`,
    ),
  ];
}

function hook(result: CheckLine['result'], text: string): CheckLine {
  return { result, about: 'hooks', text };
}

const isOfAnAlgorithm = (key: { readonly kty?: unknown; readonly crv?: unknown }) =>
  (key.kty === 'EC' && key.crv === 'P-384') || key.kty === 'RSA';

async function keyLine({ cdsHooks: { jku, jwks } }: HookedSite): Promise<CheckLine> {
  const place = jku ?? '"jwks" of the sites file';
  try {
    const set = jku === undefined ? jwks : ((await fetchJson(jku)) as { keys?: unknown } | null);
    const keys = Array.isArray(set?.keys) ? set.keys : [];
    const usable = keys.filter((key) => typeof key === 'object' && key !== null && isOfAnAlgorithm(key));
    return usable.length > 0
      ? hook('ok', `${usable.length} keys for ES384 or RS384 at ${place}`)
      : hook('stops', `${place} holds no key for ES384 or RS384: every call is refused`);
  } catch (error) {
    return hook('stops', `${place}: ${whyUnanswered(error)}. Every call is refused`);
  }
}

/** What is never sent and never readable makes a warning of every naltrexone order. */
function partLines(site: HookedSite, answer: CapabilitiesAnswer): CheckLine[] {
  if (answer.kind !== 'capabilities') return [];
  const { capabilities } = answer;
  return HOOK_PARTS.filter(
    (part) =>
      !site.absent.some((absent) => absent === part) &&
      !capabilities.supports(part, part === 'Patient' ? 'read' : 'search-type'),
  ).map((part) =>
    hook(
      'misses',
      `${part} is not there and not in "absent": every naltrexone order gets a warning that it was not read`,
    ),
  );
}

function twinLines(site: HookedSite, sites: readonly Site[]): CheckLine[] {
  const twins = sites
    .filter(isHooked)
    .filter(
      ({ issuer, cdsHooks }) =>
        issuer !== site.issuer &&
        cdsHooks.iss === site.cdsHooks.iss &&
        cdsHooks.tenant === site.cdsHooks.tenant,
    );
  return twins.length === 0
    ? []
    : [
        hook(
          'stops',
          `another site has the same "iss" and tenant: no call of either can be told apart, and none is answered`,
        ),
      ];
}

function choiceLines({ cdsHooks }: HookedSite): CheckLine[] {
  return [
    ...(cdsHooks.silent
      ? [
          hook(
            'misses',
            '"silent": judged and counted, no card is shown (docs/operating.md, "Before cards are shown")',
          ),
        ]
      : []),
    ...(cdsHooks.orderable === undefined
      ? [
          hook(
            'misses',
            'no "orderable": a card never offers to make the reviewed order, it is copied from the app',
          ),
        ]
      : []),
  ];
}
