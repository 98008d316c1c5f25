/**
 * Serves @asymmetrik/node-fhir-server-core from memory. Routes, arguments, resource classes, answers and the CapabilityStatement are
 * the library's; a library of this kind leaves only the store to whoever uses it.
 * Arguments: the folder it is installed in, the port, the base its clients know.
 */
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { patientOf } from '../../sandbox/fhir/patient-of.ts';
import { servedTypes } from '../../sandbox/fhir/served-types.ts';

const VERSION = '4_0_1';
const PAGE = 50;
type Row = Parameters<typeof patientOf>[0];
type Arguments = Readonly<Record<string, string | undefined>>;
interface Context {
  readonly req: { readonly body: Row; readonly query: Arguments };
}

const [home = '', port = '', clientBase = ''] = process.argv.slice(2);
const { initialize, resolveSchema, ServerError } = createRequire(join(home, 'package.json'))(
  '@asymmetrik/node-fhir-server-core',
);

function serviceOf(type: string) {
  const Resource = resolveSchema(VERSION, type.toLowerCase());
  const rows = new Map<string, Row>();
  const keep = (row: Row, id: string) => {
    const meta = { versionId: '1', lastUpdated: new Date().toISOString() };
    rows.set(id, new Resource({ ...row, id, meta }).toJSON());
    return { id, resource_version: '1' };
  };
  return {
    create: async (_arguments: Arguments, { req }: Context) => keep(req.body, randomUUID()),
    update: async ({ id = '' }: Arguments, { req }: Context) => keep(req.body, id),
    searchById: async ({ id = '' }: Arguments) => {
      const row = rows.get(id);
      if (row !== undefined) return row;
      const issue = [{ severity: 'error', code: 'not-found', details: { text: `no ${type}/${id}` } }];
      throw new ServerError('not found', { statusCode: 404, issue });
    },
    search: async (asked: Arguments, { req }: Context) => {
      const patient = asked.patient?.replace('Patient/', '');
      const found = [...rows.values()].filter(
        (row) =>
          (patient === undefined || patientOf(row) === patient) &&
          (asked._id === undefined || row.id === asked._id) &&
          (asked.identifier === undefined || hasIdentifier(row, asked.identifier)),
      );
      const offset = Number(req.query.offset ?? 0);
      const more = new URLSearchParams({ ...(patient ? { patient } : {}), offset: String(offset + PAGE) });
      return {
        resourceType: 'Bundle',
        type: 'searchset',
        total: found.length,
        ...(offset + PAGE < found.length && {
          link: [{ relation: 'next', url: `${clientBase}/${type}?${more}` }],
        }),
        entry: found.slice(offset, offset + PAGE).map((resource) => ({
          fullUrl: `${clientBase}/${type}/${resource.id}`,
          resource,
          search: { mode: 'match' },
        })),
      };
    },
  };
}

function hasIdentifier(row: Row, asked: string): boolean {
  const { identifier = [] } = row as { identifier?: { system?: string; value?: string }[] };
  return identifier.some(({ system, value }) => `${system ?? ''}|${value}` === asked || value === asked);
}

const profiles = Object.fromEntries(
  servedTypes.map(({ type }) => [type, { service: serviceOf(type), versions: [VERSION] }]),
);
initialize({ profiles, logging: { level: 'error' } }).listen(Number(port), '127.0.0.1');
// Whoever started this server ends it by closing its input, also by dying.
process.stdin.resume().once('end', () => process.exit(0));
