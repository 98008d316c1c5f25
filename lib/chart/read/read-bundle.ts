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
  | { readonly refused: BundleRefusal };

/** Why a file is no chart of one patient. */
export type BundleRefusal =
  | { readonly code: 'no-object' | 'no-type' | 'type-no-text' | 'no-patient' }
  | { readonly code: 'another-resource'; readonly type: string }
  | { readonly code: 'other-fhir-version'; readonly release: string }
  | { readonly code: 'several-patients'; readonly patients: readonly string[] };

/**
 * Reads a Bundle of any type. What a server would have said is read from the Bundle itself: an OperationOutcome entry or a
 * `next` link is an incomplete read; the types that an included CapabilityStatement lists are the supported ones.
 * Refuses what is no Bundle, another FHIR version, and a Bundle with no Patient or with two. Throws on no JSON whatever.
 * @see FHIR R4 Bundle
 */
export function readBundle(json: unknown, standingWarnings: readonly string[] = []): BundleReading {
  if (!isObject(json)) return { refused: { code: 'no-object' } };
  if (json.resourceType !== 'Bundle') return { refused: noBundle(json) };
  const other = otherVersionOf(json);
  if (other !== null) return { refused: { code: 'other-fhir-version', release: other } };

  const { entries, came, problems } = bundleEntries(json, 'Bundle', standingWarnings);
  const patients = distinctPatients(entries);
  const [patient] = patients;
  if (patient === undefined) return { refused: { code: 'no-patient' } };
  if (patients.length > 1) {
    return { refused: { code: 'several-patients', patients: patients.map(({ source }) => source) } };
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

function noBundle({ resourceType }: JsonObject): BundleRefusal {
  if (resourceType === undefined) return { code: 'no-type' };
  return typeof resourceType === 'string' && /^\w{1,64}$/.test(resourceType)
    ? { code: 'another-resource', type: resourceType }
    : { code: 'type-no-text' };
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
