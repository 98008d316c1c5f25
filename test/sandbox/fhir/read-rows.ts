/** Reading: a row by id, and pages of a search, within the scopes and the launched patient. */
import type { Bundle, BundleEntry, OperationOutcome } from '@medplum/fhirtypes';
import { type FaultSwitches, strikes } from '../faults.ts';
import {
  type Answer,
  type Call,
  type FhirStore,
  isWithin,
  route,
  SILENCE,
  scopeMissing,
  unknownParameter,
  versionHeaders,
} from './call.ts';
import { changeAfterRead } from './chart-changes.ts';
import { pageRequest, withLinks } from './pages.ts';
import { FHIR_JSON, issueCode, outcome, type Reply, refusals } from './reply.ts';
import { reachOf } from './scopes.ts';
import { servedType } from './served-types.ts';

/** Epic sends this with ordinary answers. */
const WARNING_4119: BundleEntry<OperationOutcome> = {
  search: { mode: 'outcome' },
  resource: {
    resourceType: 'OperationOutcome',
    issue: [
      {
        severity: 'warning',
        code: 'suppressed',
        details: {
          coding: [{ system: 'urn:oid:1.2.840.114350.1.13.0.1.7.2.657369', code: '4119' }],
          text: 'This response includes information available to the authorized user and may not contain the entire record.',
        },
      },
    ],
  },
};
const warningOf = (text: string): BundleEntry<OperationOutcome> => ({
  search: { mode: 'outcome' },
  resource: {
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'warning', code: 'incomplete', details: { text } }],
  },
});
const MAINTENANCE = {
  contentType: 'text/html',
  body: '<html><body>The service is being maintained.</body></html>',
};

export async function readRow(
  store: FhirStore,
  { grant, faults }: Call,
  type: string,
  id: string,
): Promise<Answer> {
  const { repository, writtenByApps } = store;
  const reach = reachOf(grant.scopes, type, 'r');
  if (reach === null) return scopeMissing(type, 'read');
  const refused = refusedByFault(store, type, faults);
  if (refused) return refused;
  const row = repository.peek(type, id);
  if (row === undefined || (faults.readBackNotFound && writtenByApps.has(`${type}/${id}`))) {
    return refusals.notFound(`${type}/${id}`);
  }
  if (!isWithin(reach, row, grant, repository)) {
    return refusals.forbidden(`${type}/${id} is not of the patient this app was launched for.`);
  }
  return { status: 200, resource: row, headers: versionHeaders(row) };
}

export async function searchRows(store: FhirStore, call: Call, type: string): Promise<Answer> {
  const { grant, faults, query } = call;
  const reach = reachOf(grant.scopes, type, 's');
  if (reach === null) return scopeMissing(type, 'search');
  if (strikes(faults.cutConnection, type)) return SILENCE;
  const refused = refusedByFault(store, type, faults);
  if (refused) return refused;
  if (strikes(faults.html, type)) return MAINTENANCE;

  const unknown = unknownParameter(type, query);
  if (unknown !== undefined)
    return outcome(400, 'not-supported', `${type} cannot be searched by "${unknown}".`);
  const page = pageRequest(query, faults.pageSize);
  if (page === null) return outcome(400, 'value', '_count and _offset are whole numbers.');
  const { failPage } = faults;
  if (failPage?.resourceType === type && failPage.page === page.number) {
    return outcome(
      failPage.status,
      issueCode(failPage.status),
      `Page ${page.number} of ${type} could not be made.`,
    );
  }

  const asked = new URLSearchParams(query);
  asked.set('_count', String(page.count));
  asked.set('_offset', String(page.offset));
  if (reach === 'patient' && servedType(type)?.compartment) {
    if (grant.patient === null) return refusals.forbidden('This app was launched without a patient.');
    if (!asksForOnly(grant.patient, type, query)) {
      return refusals.forbidden('The search asks for a patient this app was not launched for.');
    }
    asked.set(type === 'Patient' ? '_id' : 'patient', grant.patient);
    asked.delete('subject');
  }
  const found = await route(store.repository, 'GET', `${type}?${asked}`);
  if (found.status !== 200) return found;
  const linked = withLinks(found.resource as Bundle, store.base, type, query, page, faults);
  const bundle = shaped(linked, store, call, type);
  if (type === 'MedicationRequest') await changeAfterRead(store, call);
  if (strikes(faults.truncate, type)) {
    const whole = JSON.stringify(bundle);
    return { contentType: FHIR_JSON, body: whole.slice(0, Math.floor(whole.length / 2)) };
  }
  return { status: 200, resource: bundle };
}

/** What scopes take out of a searchset and what fault switches take out of it and put into it. */
function shaped(bundle: Bundle, store: FhirStore, { grant, faults }: Call, type: string): Bundle {
  const { repository } = store;
  let entries = (bundle.entry ?? []).filter(({ search, resource }) => {
    if (search?.mode !== 'include' || resource === undefined) return true;
    const reach = reachOf(grant.scopes, resource.resourceType, 'r');
    return reach !== null && isWithin(reach, resource, grant, repository);
  });
  let { total } = bundle;
  if (faults.hideDrafts) {
    entries = entries.filter(({ resource }) => (resource as { status?: string }).status !== 'draft');
    // A total that counts what is hidden would give it away.
    total = undefined;
  }
  const { searchLagMs = 0 } = faults;
  if (searchLagMs > 0) {
    const isIndexed = (updated: string | undefined) => Date.now() - Date.parse(updated ?? '') >= searchLagMs;
    entries = entries.filter(
      ({ resource }) =>
        !store.writtenByApps.has(`${resource?.resourceType}/${resource?.id}`) ||
        isIndexed(resource?.meta?.lastUpdated),
    );
    total = undefined;
  }
  if (strikes(faults.otherPatientsRow, type)) {
    const stranger = repository.rows(type).find((row) => repository.patientOf(row) !== grant.patient);
    if (stranger) entries = [...entries, { search: { mode: 'match' }, resource: stranger }];
  }
  if (strikes(faults.warningEntries, type)) entries = [...entries, WARNING_4119];
  if (type === 'MedicationRequest') entries = [...entries, ...(faults.warnings ?? []).map(warningOf)];
  return { ...bundle, total, entry: entries };
}

function refusedByFault({ faults }: FhirStore, type: string, switches: FaultSwitches): Reply | null {
  const refusal = switches.refuse?.[type];
  if (refusal === undefined) return null;
  if (refusal.times !== undefined && !faults.strikes(`refuse ${type}`, refusal.times)) return null;
  return {
    ...outcome(refusal.status, issueCode(refusal.status), `${type} is not available.`),
    ...(refusal.retryAfter === undefined ? {} : { headers: { 'retry-after': String(refusal.retryAfter) } }),
  };
}

/** Whether every patient the search names is the launched one. */
function asksForOnly(patient: string, type: string, query: URLSearchParams): boolean {
  const named =
    type === 'Patient' ? query.getAll('_id') : [...query.getAll('patient'), ...query.getAll('subject')];
  return named.every((value) => value === patient || value === `Patient/${patient}`);
}
