/** Raw FHIR rows -> Chart. The one place where FHIR becomes our own shapes, for a live server and for a file alike. */

import type {
  AllergyRow,
  Chart,
  ChartPatient,
  ConditionRow,
  EncounterRow,
  MedicationRow,
  ObservationRow,
  ProcedureRow,
} from '#lib/chart/chart.ts';
import type { ChartPart, LedgerEntry, LedgerProblem } from '#lib/chart/ledger.ts';
import { distinctRows } from '#lib/chart/read/distinct-rows.ts';
import { eachOnce } from '#lib/chart/read/each-once.ts';
import { patientOf } from '#lib/chart/read/patient-of.ts';
import { CHART_PARTS, type RawChart, type RawPart, type RawResource } from '#lib/chart/read/raw-chart.ts';
import { References } from '#lib/chart/read/references.ts';
import { hiddenBy, isSubset, unknownModifiers } from '#lib/chart/read/row-guards.ts';
import type { RowFault, Unread } from '#lib/chart/unread.ts';
import { Fields } from '#lib/fhir/fields.ts';
import { MedicationDescriber } from './describe-medication.ts';
import type { OpenRow } from './open-row.ts';
import { shapeAllergy, shapeCondition, shapeEncounter } from './shape-conditions.ts';
import { shapeAdministration, shapeDispense, shapeRequest, shapeStatement } from './shape-medications.ts';
import { shapeObservation } from './shape-observations.ts';
import { shapePatient, unreadPatient } from './shape-patient.ts';
import { shapeAppointment, shapeProcedure, shapeServiceRequest } from './shape-procedures.ts';

interface Rows {
  readonly medications: MedicationRow[];
  readonly allergies: AllergyRow[];
  readonly conditions: ConditionRow[];
  readonly observations: ObservationRow[];
  readonly procedures: ProcedureRow[];
  readonly encounters: EncounterRow[];
}

/**
 * Reshapes whatever was read; throws on nothing. A row that breaks FHIR's rules is kept as far as it can be read and named in
 * the ledger; a row of another patient is named and dropped.
 */
export function shapeChart(raw: RawChart): Chart {
  const references = new References(raw);
  const describer = new MedicationDescriber(references);
  const rows: Rows = {
    medications: [],
    allergies: [],
    conditions: [],
    observations: [],
    procedures: [],
    encounters: [],
  };
  const parts = new Map(raw.parts.map((part) => [part.part, part]));

  const patientProblems: LedgerProblem[] = [];
  const patient = readPatient(raw, references, describer, patientProblems);
  const entries = CHART_PARTS.flatMap((name) => {
    const part = parts.get(name);
    if (part === undefined) return [];
    if (name === 'Patient')
      return [entryOf(part, raw.patient === null ? 0 : 1, [...part.problems, ...patientProblems])];
    const problems = [...part.problems];
    const kept = distinctRows(part.rows, problems).filter((row) =>
      addRow(name, row, rows, references, describer, problems),
    );
    return [entryOf(part, kept.length, problems)];
  });
  return { patient, ...rows, ledger: { entries, unreadKinds: unreadKinds(raw), problems: raw.problems } };
}

function readPatient(
  raw: RawChart,
  references: References,
  describer: MedicationDescriber,
  problems: LedgerProblem[],
): ChartPatient {
  if (raw.patient === null) return unreadPatient(references.patient);
  const row = open(raw.patient, references, describer);
  const patient = shapePatient(row);
  report(row, problems);
  return patient;
}

/** False when the row is not this patient's and was left out. */
function addRow(
  part: ChartPart,
  resource: RawResource,
  rows: Rows,
  references: References,
  describer: MedicationDescriber,
  problems: LedgerProblem[],
): boolean {
  const row = open(resource, references, describer);
  const whose = patientOf(part, row.vital, references);
  if (whose.kind === 'other') {
    problems.push({ where: row.source, what: { code: 'row-of-another-patient' }, weight: 'other-patient' });
    return false;
  }
  if (whose.kind === 'nobody') row.faults.push({ element: 'patient', code: 'missing' });
  if (whose.kind === 'not-understood') {
    row.faults.push({ code: 'patient-named-otherwise', name: whose.name, ours: whose.ours });
  }
  shapeInto(rows, part, row);
  report(row, problems);
  return true;
}

function shapeInto(rows: Rows, part: ChartPart, row: OpenRow): void {
  switch (part) {
    case 'MedicationRequest':
      rows.medications.push(shapeRequest(row));
      break;
    case 'MedicationStatement':
      rows.medications.push(shapeStatement(row));
      break;
    case 'MedicationDispense':
      rows.medications.push(shapeDispense(row));
      break;
    case 'MedicationAdministration':
      rows.medications.push(shapeAdministration(row));
      break;
    case 'AllergyIntolerance':
      rows.allergies.push(shapeAllergy(row));
      break;
    case 'Condition':
      rows.conditions.push(shapeCondition(row));
      break;
    case 'Observation':
      rows.observations.push(...shapeObservation(row));
      break;
    case 'Procedure':
      rows.procedures.push(shapeProcedure(row));
      break;
    case 'Appointment':
      rows.procedures.push(shapeAppointment(row));
      break;
    case 'ServiceRequest':
      rows.procedures.push(shapeServiceRequest(row));
      break;
    case 'Encounter':
      rows.encounters.push(shapeEncounter(row));
      break;
    case 'Patient':
      break;
    default:
      part satisfies never;
  }
}

function open(resource: RawResource, references: References, describer: MedicationDescriber): OpenRow {
  const { json, type, source } = resource;
  const oddities: RowFault[] = [];
  const faults = unknownModifiers(json);
  if (isSubset(json)) faults.push({ code: 'part-of-the-row' });
  // A medication whose name is withheld is asked about; where the name stands, the rest of the row may be what was withheld.
  if (hiddenBy(json)) (type.startsWith('Medication') ? oddities : faults).push({ code: 'row-withheld' });
  const fields = new Fields(json, oddities);
  const meta = fields.object('meta');
  const version = meta?.text('versionId') ?? meta?.text('lastUpdated') ?? null;
  if (fields.has('id')) fields.text('id');
  return {
    source,
    version,
    fields,
    vital: new Fields(json, faults),
    faults,
    oddities,
    references,
    describer,
  };
}

/** POLICY: enough for a person to find the row by; all of it would bury the rest. */
const MOST_FAULTS_NAMED = 3;

function report({ source, faults, oddities }: OpenRow, problems: LedgerProblem[]): void {
  const add = (found: readonly RowFault[], weight: LedgerProblem['weight']) => {
    if (found.length > 0) problems.push({ where: source, what: rowNotWhole(found), weight });
  };
  add(faults, 'incomplete');
  add(oddities, 'odd');
}

function rowNotWhole(found: readonly RowFault[]): Unread {
  const faults = eachOnce(found);
  return {
    code: 'row-not-whole',
    faults: faults.slice(0, MOST_FAULTS_NAMED),
    more: Math.max(0, faults.length - MOST_FAULTS_NAMED),
  };
}

/** Read as what goes with the rows, or of no one patient: nothing is missed where they are not looked into. */
const COMPANIONS: ReadonlySet<string> = new Set([
  ...[
    'Medication',
    'Substance',
    'Practitioner',
    'PractitionerRole',
    'Organization',
    'Location',
    'RelatedPerson',
  ],
  ...['Provenance', 'AuditEvent', 'CapabilityStatement', 'Endpoint', 'HealthcareService'],
]);

function unreadKinds({ others }: RawChart): string[] {
  return [...new Set(others.map(({ type }) => type).filter((type) => !COMPANIONS.has(type)))].sort();
}

function entryOf(part: RawPart, rows: number, problems: readonly LedgerProblem[]): LedgerEntry {
  const unread = problems.some(({ weight }) => weight === 'incomplete' || weight === 'other-patient');
  const state = part.state === 'complete' && unread ? 'partial' : part.state;
  return { part: part.part, asked: part.asked, state, gap: part.gap, rows, pages: part.pages, problems };
}
