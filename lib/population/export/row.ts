/** One row of an export: what it is and whose. Rows that hold nothing of one patient are told from those whose patient cannot be told. */
import { addressKey } from '#lib/chart/read/address-key.ts';
import { isChartPart } from '#lib/chart/read/raw-chart.ts';
import { isObject, type JsonObject } from '#lib/fhir/fields.ts';
import { isResourceType } from '#lib/fhir/resource-types.ts';

export type ExportRow =
  | { readonly kind: 'chart'; readonly type: string; readonly patients: readonly string[] }
  /** Of no patient, and rows refer to it. */
  | { readonly kind: 'shared'; readonly type: string }
  /** Of no patient, and no rule looks into it. */
  | { readonly kind: 'nobodys'; readonly type: string }
  /** Opens the block of one patient. @see Bulk Data Access 3.0.0, organizeOutputBy */
  | { readonly kind: 'block'; readonly patient: string }
  /** What went wrong; `patients` empty: for all of them. */
  | { readonly kind: 'outcome'; readonly patients: readonly string[] }
  /** "Type/id" of what was deleted. */
  | { readonly kind: 'deleted'; readonly keys: readonly string[] }
  | { readonly kind: 'unplaced'; readonly type: string | null; readonly why: Unplaced };

export type Unplaced = 'no-json' | 'no-resource' | 'no-patient' | 'no-id' | 'too-large';

/** Rows refer to them for a name. */
const SHARED: ReadonlySet<string> = new Set(
  'Medication Organization Practitioner PractitionerRole Substance Location'.split(' '),
);

/** @see FHIR R4 compartment Patient: what is not in it, or is there only by way of other rows */
const NOBODYS: ReadonlySet<string> = new Set(
  `ActivityDefinition AuditEvent Binary BiologicallyDerivedProduct CapabilityStatement CatalogEntry ChargeItemDefinition
  CodeSystem CompartmentDefinition ConceptMap Contract Device DeviceDefinition DeviceMetric Endpoint EventDefinition Evidence
  EvidenceVariable ExampleScenario GraphDefinition Group HealthcareService ImplementationGuide InsurancePlan Library Linkage
  List Measure MeasureReport MedicationKnowledge MessageDefinition MessageHeader NamingSystem ObservationDefinition
  OperationDefinition OrganizationAffiliation PaymentNotice PaymentReconciliation PlanDefinition Provenance Questionnaire
  ResearchDefinition ResearchStudy Schedule SearchParameter Slot SpecimenDefinition StructureDefinition StructureMap
  Subscription SubstanceSpecification TerminologyCapabilities ValueSet VerificationResult`.split(/\s+/),
);

/** As nearly every row has it. */
const PLAIN = /^Patient\/([A-Za-z0-9.-]+)$/;
const PATIENT = /(?:^|\/)Patient\/([^/?#]+)$/;

export function readRow(json: unknown): ExportRow {
  if (!isObject(json) || typeof json.resourceType !== 'string' || !isResourceType(json.resourceType)) {
    return { kind: 'unplaced', type: null, why: 'no-resource' };
  }
  const type = json.resourceType;
  if (type === 'Parameters') return blockHeader(json) ?? { kind: 'nobodys', type };
  if (type === 'OperationOutcome') return { kind: 'outcome', patients: patientsNamed(json) };
  if (type === 'Bundle') return deletedIn(json) ?? { kind: 'unplaced', type, why: 'no-patient' };
  if (type === 'Patient') {
    return typeof json.id === 'string' && json.id !== ''
      ? { kind: 'chart', type, patients: [json.id] }
      : { kind: 'unplaced', type, why: 'no-id' };
  }
  if (SHARED.has(type)) return { kind: 'shared', type };
  const patients = patientsOf(json, type);
  if (patients.length > 0) return { kind: 'chart', type, patients };
  return NOBODYS.has(type) ? { kind: 'nobodys', type } : { kind: 'unplaced', type, why: 'no-patient' };
}

/** The id of the patient that a reference names, however it does. */
export function patientIn(reference: unknown): string | null {
  if (!isObject(reference) || typeof reference.reference !== 'string') return null;
  const plain = PLAIN.exec(reference.reference)?.[1];
  if (plain !== undefined) return plain;
  const key = addressKey(reference.reference);
  if (key.startsWith('urn:uuid:')) return key.slice('urn:uuid:'.length) || null;
  return PATIENT.exec(key)?.[1] ?? null;
}

function patientsOf(json: JsonObject, type: string): string[] {
  if (type === 'Appointment' || type === 'AppointmentResponse') {
    const actors = [json.participant ?? json.actor ?? []].flat();
    return named(actors.map((one) => (isObject(one) ? (one.actor ?? one) : one)).filter(isSaidToBePatient));
  }
  if (type === 'AllergyIntolerance') return named([json.patient]);
  if (isChartPart(type)) return named([json.subject]);
  return named([
    json.subject ?? json.patient ?? json.beneficiary ?? json.individual ?? json.for ?? json.policyHolder,
  ]);
}

/** Rooms and staff take part as well: of them a UUID tells nothing. */
function isSaidToBePatient(actor: unknown): boolean {
  return isObject(actor) && (actor.type === 'Patient' || !String(actor.reference).startsWith('urn:'));
}

function named(references: readonly unknown[]): string[] {
  return [...new Set(references.flat().flatMap((one) => patientIn(one) ?? []))];
}

function blockHeader({ parameter }: JsonObject): ExportRow | null {
  if (!Array.isArray(parameter)) return null;
  const header = parameter.find((one) => isObject(one) && one.name === 'header');
  const patient = isObject(header) ? patientIn(header.valueReference) : null;
  return patient === null ? null : { kind: 'block', patient };
}

/** Patients that an outcome names by reference, in whatever member. */
function patientsNamed(outcome: JsonObject): string[] {
  const found = JSON.stringify(outcome.issue ?? outcome).matchAll(
    /\bPatient\/([A-Za-z0-9.-]{1,64})(?![A-Za-z0-9-])/g,
  );
  return [...new Set([...found].map(([, id]) => (id ?? '').replace(/\.+$/, '')))].filter(Boolean);
}

/** @see Bulk Data Access 3.0.0, "deleted": Bundles of type transaction with requests to delete */
function deletedIn({ entry }: JsonObject): ExportRow | null {
  if (!Array.isArray(entry)) return null;
  const keys: string[] = [];
  for (const one of entry) {
    if (!isObject(one) || !isObject(one.request) || one.request.method !== 'DELETE') return null;
    if (typeof one.request.url !== 'string') return null;
    const key = /([A-Za-z]+\/[^/?#]+)$/.exec(addressKey(one.request.url))?.[1];
    if (key === undefined) return null;
    keys.push(key);
  }
  return { kind: 'deleted', keys };
}
