/** A FHIR Bundle file -> Chart, through the same reshaping as a live chart. */

import type { Chart } from '#lib/chart/chart.ts';
import type { ChartPart, LedgerProblem } from '#lib/chart/ledger.ts';
import { shapeChart } from '#lib/chart/shape/shape-chart.ts';
import { type CapabilitiesAnswer, readCapabilities } from '#lib/fhir/capabilities.ts';
import { isObject, type JsonObject } from '#lib/fhir/fields.ts';
import { isSameJson } from '#lib/fhir/same-json.ts';
import { type BundleEntry, bundleEntries, unreadRest } from './bundle-entries.ts';
import { otherVersionOf } from './other-version.ts';
import { CHART_PARTS, isChartPart, type RawPart } from './raw-chart.ts';

type BundleReading =
  | { readonly chart: Chart; readonly fhirVersion: string | null }
  /** One line: what is wrong with the file. */
  | { readonly refused: string };

/**
 * Reads a Bundle of any type. What a server would have said is read from the Bundle itself: an OperationOutcome entry or a
 * `next` link is an incomplete read; the types that an included CapabilityStatement lists are the supported ones.
 * Refuses what is no Bundle, another FHIR version, and a Bundle with no Patient or with two. Throws on no JSON whatever.
 * @see FHIR R4 Bundle
 */
export function readBundle(json: unknown, standingWarnings: readonly string[] = []): BundleReading {
  if (!isObject(json)) return { refused: 'is not a FHIR Bundle: no JSON object' };
  if (json.resourceType !== 'Bundle') return { refused: `is not a FHIR Bundle: ${kindOf(json)}` };
  const other = otherVersionOf(json);
  if (other !== null) return { refused: `is FHIR ${other}; this app reads R4 and R4B` };

  const { entries, came, problems } = bundleEntries(json, 'Bundle', standingWarnings);
  const patients = distinctPatients(entries);
  const [patient] = patients;
  if (patient === undefined) return { refused: 'has no Patient' };
  if (patients.length > 1) {
    return {
      refused: `has ${patients.length} Patients (${patients.map(({ source }) => source).join(', ')}); one chart is one patient`,
    };
  }

  const statements = entries.filter((entry) => entry.type === 'CapabilityStatement');
  const capabilities = statements.map((entry) => readCapabilities(entry.json));
  const chart = shapeChart({
    base: null,
    otherBases: [],
    patient,
    patientId: patient.source.slice('Patient/'.length),
    parts: CHART_PARTS.map((part) => rawPart(part, entries, capabilities)),
    others: entries.filter((entry) => !isChartPart(entry.type)),
    problems: [...problems, ...unreadRest(json, came, 'Bundle'), ...capabilities.flatMap(unreadStatement)],
  });
  return { chart, fhirVersion: capabilities.map(versionOf).find((version) => version !== null) ?? null };
}

function kindOf({ resourceType }: JsonObject): string {
  if (resourceType === undefined) return 'resourceType is missing';
  return typeof resourceType === 'string' && /^\w{1,64}$/.test(resourceType)
    ? `it is a ${resourceType}`
    : 'resourceType is not text';
}

function distinctPatients(entries: readonly BundleEntry[]): BundleEntry[] {
  const patients: BundleEntry[] = [];
  for (const entry of entries) {
    if (entry.type !== 'Patient') continue;
    if (!patients.some((one) => isSameJson(one.json, entry.json))) patients.push(entry);
  }
  return patients;
}

function rawPart(
  part: ChartPart,
  entries: readonly BundleEntry[],
  capabilities: readonly CapabilitiesAnswer[],
): RawPart {
  const rows = part === 'Patient' ? [] : entries.filter((entry) => entry.type === part);
  const listed = capabilities.flatMap((one) => (one.kind === 'capabilities' ? [one.capabilities.types] : []));
  const unlisted = part !== 'Patient' && listed.length > 0 && !listed.some((types) => types.has(part));
  const unsupported = unlisted && rows.length === 0;
  const problems: LedgerProblem[] =
    unsupported && part === 'MedicationRequest'
      ? [{ where: part, what: { code: 'no-orders', gap: 'server' }, weight: 'incomplete' }]
      : [];
  return {
    part,
    asked: [],
    state: unsupported ? 'unsupported' : 'complete',
    gap: unsupported ? 'server' : null,
    pages: unsupported ? 0 : 1,
    rows,
    problems,
  };
}

function unreadStatement(statement: CapabilitiesAnswer): LedgerProblem[] {
  if (statement.kind === 'capabilities') return [];
  return [{ where: 'CapabilityStatement', what: { code: 'statement-unreadable' }, weight: 'incomplete' }];
}

function versionOf(statement: CapabilitiesAnswer): string | null {
  return statement.kind === 'capabilities' ? statement.capabilities.fhirVersion : null;
}
