/** What an export is asked for. @see Bulk Data Access 3.0.0, "Bulk Data Kick-off Request" */
import { CHART_PARTS } from '#lib/chart/read/raw-chart.ts';
import { readCapabilities } from '#lib/fhir/capabilities.ts';
import { ExportFailed, type ExportServer } from './server.ts';

/** Rows refer to these for a name. */
const REFERRED_TO = ['Medication', 'Organization', 'Practitioner', 'PractitionerRole'];

interface KickedOff {
  /** Where the server tells how far it is. */
  readonly status: string;
  /** As it was asked, with the types by name. */
  readonly request: string;
}

/** Parts of a chart that this server has, and what they refer to; all of them where it does not say. */
export async function typesToAsk(server: ExportServer): Promise<readonly string[]> {
  const all = [...CHART_PARTS, ...REFERRED_TO];
  const answer = await server.ask(`${server.issuer}/metadata`, {
    headers: { accept: 'application/fhir+json' },
    withToken: false,
  });
  const json: unknown = answer.status === 200 ? await answer.json().catch(() => null) : null;
  const read = readCapabilities(json);
  if (read.kind !== 'capabilities') return all;
  const had = all.filter((type) => read.capabilities.types.has(type));
  return had.length === 0 ? all : had;
}

/** Asked in blocks of one patient; of a server that will not have it so, again without. By POST where it takes no GET. */
export async function kickOff(
  server: ExportServer,
  { group, types }: { readonly group: string | null; readonly types: readonly string[] },
): Promise<KickedOff> {
  const operation = group === null ? '$export' : `Group/${encodeURIComponent(group)}/$export`;
  const address = `${server.issuer}/${operation}`;
  const asked = { _outputFormat: 'application/fhir+ndjson', _type: types.join(',') };
  const headers = { accept: 'application/fhir+json', prefer: 'respond-async, handling=lenient' };
  let last = 0;
  const inBlocks: readonly Readonly<Record<string, string>>[] = [{ organizeOutputBy: 'Patient' }, {}];
  for (const more of inBlocks) {
    const request = `${address}?${new URLSearchParams({ ...asked, ...more })}`;
    let answer = await server.ask(request, { headers });
    if (answer.status === 405) {
      answer = await server.ask(address, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/fhir+json' },
        body: JSON.stringify(parameters({ ...asked, ...more }, types)),
      });
    }
    await answer.body?.cancel();
    last = answer.status;
    const status = answer.headers.get('content-location');
    if (answer.status === 202 && status !== null) {
      return { status: new URL(status, `${server.issuer}/`).href, request };
    }
    if (answer.status === 401 || answer.status === 403 || answer.status === 404 || answer.status >= 500)
      break;
  }
  throw new ExportFailed(`kick-off ${last}`);
}

/** STU 4 has no lists apart by commas: a type a parameter. */
function parameters(asked: Readonly<Record<string, string>>, types: readonly string[]): object {
  const { _type, ...others } = asked;
  return {
    resourceType: 'Parameters',
    parameter: [
      ...Object.entries(others).map(([name, valueString]) => ({ name, valueString })),
      ...types.map((type) => ({ name: '_type', valueString: type })),
    ],
  };
}
