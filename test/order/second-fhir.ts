/**
 * The FHIR half of the second EHR: everything that FHIR leaves open it does otherwise than the pretend one. Two rows a page with
 * opaque links and no total, absolute references, drugs as Medications of their own, notes among the rows, no search by
 * identifier, no conditional create, no transaction, and a create that answers with an address alone.
 */
import type { Bundle, MedicationRequest, Patient, Resource } from '@medplum/fhirtypes';
import { type HttpHandler, HttpResponse, http } from 'msw';
import { ISSUER } from '../launch/second-ehr.ts';

const PAGE_SIZE = 2;
const READABLE = ['Patient', 'MedicationRequest', 'Medication', 'MedicationStatement', 'AllergyIntolerance'];
const SEARCHED = [...READABLE, 'Condition', 'Observation', 'Procedure', 'Encounter'];

type Row = Resource & { id: string };

export class SecondFhir {
  readonly rows: Row[];
  readonly created: MedicationRequest[] = [];
  /** The draft is kept, and the connection breaks before the answer. */
  loseAnswers = false;
  readonly #searches = new Map<string, readonly Row[]>();

  constructor(chart: Bundle) {
    const rows = (chart.entry ?? []).flatMap(({ resource }) => (resource?.id ? [resource as Row] : []));
    this.rows = rows.flatMap((row) => ownWay(row));
  }

  get patient(): Patient & Row {
    const [patient] = this.rows.filter((row) => row.resourceType === 'Patient');
    if (patient === undefined) throw new Error('the chart has no patient');
    return patient;
  }

  handlers(): HttpHandler[] {
    return [
      http.get(`${ISSUER}/metadata`, () => json(capabilityStatement())),
      http.get(ISSUER, ({ request }) => this.#page(new URL(request.url).searchParams)),
      http.get(`${ISSUER}/:type`, ({ request, params }) =>
        this.#search(String(params.type), new URL(request.url).searchParams),
      ),
      http.get(`${ISSUER}/:type/:id`, ({ params }) => {
        if (!SEARCHED.includes(String(params.type))) return undefined;
        const found = this.rows.find((row) => row.resourceType === params.type && row.id === params.id);
        return found === undefined ? json(outcome('error', 'not-found'), 404) : json(found);
      }),
      http.post(`${ISSUER}/MedicationRequest`, async ({ request }) =>
        this.#create((await request.json()) as MedicationRequest, request),
      ),
    ];
  }

  #search(type: string, parameters: URLSearchParams): Response {
    if (!SEARCHED.includes(type)) return json(outcome('error', 'not-supported'), 404);
    if (parameters.has('identifier')) return json(outcome('error', 'not-supported'), 400);
    const found = this.rows.filter((row) => row.resourceType === type);
    const search = crypto.randomUUID();
    this.#searches.set(search, found);
    return this.#page(new URLSearchParams({ _getpages: search, _getpagesoffset: '0' }));
  }

  #page(parameters: URLSearchParams): Response {
    const search = parameters.get('_getpages') ?? '';
    const found = this.#searches.get(search);
    if (found === undefined) return json(outcome('error', 'not-found'), 410);
    const offset = Number(parameters.get('_getpagesoffset'));
    const next = offset + PAGE_SIZE;
    const link = [{ relation: 'self', url: `${ISSUER}?_getpages=${search}&_getpagesoffset=${offset}` }];
    if (next < found.length)
      link.push({ relation: 'next', url: `${ISSUER}?_getpages=${search}&_getpagesoffset=${next}` });
    return json({
      resourceType: 'Bundle',
      type: 'searchset',
      link,
      entry: [
        ...found.slice(offset, next).map((resource) => ({ resource })),
        { resource: outcome('information', 'informational'), search: { mode: 'outcome' } },
      ],
    });
  }

  #create(draft: MedicationRequest, request: Request): Response {
    if (!/^Bearer opaque-/.test(request.headers.get('authorization') ?? ''))
      return json(outcome('error', 'login'), 401);
    this.created.push(draft);
    const id = String(900 + this.created.length);
    this.rows.push(
      ...ownWay({ ...draft, id, meta: { versionId: '1', lastUpdated: new Date().toISOString() } }),
    );
    if (this.loseAnswers) return HttpResponse.error();
    const location = `${ISSUER}/MedicationRequest/${id}/_history/1`;
    return new HttpResponse(null, { status: 201, headers: { Location: location } });
  }
}

/** A row as this EHR keeps it: absolute references, and the drug of an order as a Medication of its own. */
function ownWay(row: Row): Row[] {
  const absolute = JSON.parse(
    JSON.stringify(row).replace(/"reference":"([A-Z][A-Za-z]+\/)/g, `"reference":"${ISSUER}/$1`),
  ) as Row;
  if (absolute.resourceType !== 'MedicationRequest') return [absolute];
  const { contained, medicationCodeableConcept, ...order } = absolute as MedicationRequest;
  const id = `drug-of-${absolute.id}`;
  const drug = contained?.find(({ resourceType }) => resourceType === 'Medication');
  const medication = drug
    ? { ...drug, id }
    : { resourceType: 'Medication', id, code: medicationCodeableConcept };
  return [
    { ...order, medicationReference: { reference: `${ISSUER}/Medication/${id}` } } as Row,
    medication as Row,
  ];
}

function capabilityStatement() {
  const read = [{ code: 'read' }, { code: 'search-type' }];
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    kind: 'instance',
    fhirVersion: '4.0.1',
    format: ['json'],
    rest: [
      {
        mode: 'server',
        resource: SEARCHED.map((type) => ({
          type,
          interaction: type === 'MedicationRequest' ? [...read, { code: 'create' }] : read,
        })),
      },
    ],
  };
}

function outcome(severity: string, code: string): Resource {
  return { resourceType: 'OperationOutcome', issue: [{ severity, code }] } as Resource;
}

/** Plain JSON by name: this EHR does not know application/fhir+json. */
function json(body: object, status = 200): Response {
  return HttpResponse.json(body, { status, headers: { 'Content-Type': 'application/json;charset=UTF-8' } });
}
