/** A Bundle as an EHR would serve it: each part by its search, Medications and the Patient by their ids. Nothing is validated. */
import type { Chart } from '#lib/chart/chart.ts';
import { CHART_PARTS } from '#lib/chart/read/raw-chart.ts';
import { readChart } from '#lib/chart/read/read-chart.ts';
import { readCapabilities } from '#lib/fhir/capabilities.ts';
import type { FhirServer } from '#lib/fhir/fhir-server.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { answer } from '../../fhir/answers.ts';
import type { Json } from '../chart-json.ts';
import { ALL_SCOPES, BASE, EVERYTHING, statement } from './ehr.ts';

interface Entry {
  readonly fullUrl?: string;
  readonly resource: Json;
  readonly search?: Json;
}

const PARTS: ReadonlySet<unknown> = new Set(CHART_PARTS);
const READ_BY_ID: ReadonlySet<unknown> = new Set(['Medication', 'Substance', 'Practitioner', 'Organization']);

/** What the Bundle says of itself, and whatever is neither a row nor read by id, comes with the orders. */
export function ehrOf(bundle: Json, pageSize = Number.POSITIVE_INFINITY): FhirServer {
  const { entry = [], ...itself } = withLocalReferences(bundle);
  const entries = entry as Entry[];
  const rowsOf = (type: string) => entries.filter(({ resource }) => resource.resourceType === type);

  function search(type: string, params: URLSearchParams): Json {
    if (type !== 'MedicationRequest') {
      return { resourceType: 'Bundle', type: 'searchset', entry: rowsOf(type).filter(matches(params)) };
    }
    const beside = entries.filter(
      ({ resource, search }) =>
        search?.mode === 'include' ||
        !(PARTS.has(resource?.resourceType) || READ_BY_ID.has(resource?.resourceType)),
    );
    const came = [...rowsOf(type), ...beside];
    const total =
      typeof itself.total === 'number' ? itself.total - (entries.length - came.length) : itself.total;
    return { ...itself, resourceType: 'Bundle', type: 'searchset', total, entry: came };
  }

  function paged(bundle: Json, address: string, page: number): Json {
    const rows = bundle.entry as unknown[];
    const link = [bundle.link ?? []].flat();
    const more = rows.length > pageSize * page;
    const next = { relation: 'next', url: `${address.replace(/&page=\d+$/, '')}&page=${page + 1}` };
    return {
      ...bundle,
      entry: rows.slice(pageSize === Number.POSITIVE_INFINITY ? 0 : pageSize * (page - 1), pageSize * page),
      link: more ? [...link, next] : link,
    };
  }

  return {
    base: BASE,
    get: async (address) => {
      const url = new URL(address, `${BASE}/`);
      const [type = '', id] = url.pathname.slice('/fhir/'.length).split('/');
      if (id === undefined) {
        const page = Number(url.searchParams.get('page') ?? 1);
        return answer(200, structuredClone(paged(search(type, url.searchParams), url.href, page)));
      }
      const found = rowsOf(type).find(({ resource }) => resource.id === decodeURIComponent(id));
      return found === undefined
        ? answer(404, { resourceType: 'OperationOutcome' })
        : answer(200, structuredClone(found.resource));
    },
    create: async () => answer(405),
  };
}

/** The chart as the app reads it from there. */
export function chartServed(bundle: Json, today: CalendarDate, pageSize?: number): Promise<Chart> {
  const entries = (bundle.entry ?? []) as Entry[];
  const own = entries.find(({ resource }) => resource?.resourceType === 'CapabilityStatement')?.resource;
  const patient = entries.find(({ resource }) => resource?.resourceType === 'Patient');
  return readChart(ehrOf(bundle, pageSize), {
    patientId: `${patient?.resource.id ?? patient?.fullUrl?.split(':').at(-1)}`,
    scopes: ALL_SCOPES,
    site: { standingWarnings: [], absent: [] },
    capabilities: readCapabilities(own ?? statement(EVERYTHING)),
    today,
  });
}

/** By code, by category, by day: as a server would, by exact codes. */
function matches(params: URLSearchParams): (entry: Entry) => boolean {
  const wanted = (name: string) => params.get(name)?.split(',');
  const [codes, categories, since] = [wanted('code'), wanted('category'), params.get('date')?.slice(2)];
  return ({ resource }) =>
    (codes === undefined || codesIn(resource.code).some((code) => codes.includes(code))) &&
    (categories === undefined || codesIn(resource.category).some((code) => categories.includes(code))) &&
    (since === undefined || `${resource.effectiveDateTime ?? '9999'}` >= since);
}

function codesIn(concepts: unknown): string[] {
  return [concepts].flat().flatMap((concept) => {
    const coding = (concept as { coding?: { code?: string }[] } | undefined)?.coding;
    return (coding ?? []).flatMap((one) => one?.code ?? []);
  });
}

/** A server gives every row an id of its own and names it so. */
function withLocalReferences(bundle: Json): Json {
  let text = JSON.stringify(bundle);
  for (const { fullUrl, resource } of (bundle.entry ?? []) as Entry[]) {
    if (!fullUrl?.startsWith('urn:uuid:')) continue;
    resource.id ??= fullUrl.slice('urn:uuid:'.length);
    text = JSON.stringify(JSON.parse(text));
    text = text.replaceAll(
      `"reference":"${fullUrl}"`,
      `"reference":"${resource.resourceType}/${resource.id}"`,
    );
  }
  const served = JSON.parse(text) as { entry?: Entry[] };
  for (const entry of served.entry ?? []) {
    if (entry.fullUrl?.startsWith('urn:uuid:')) entry.resource.id ??= entry.fullUrl.slice('urn:uuid:'.length);
  }
  return served as Json;
}
