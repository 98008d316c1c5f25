/** Rows of one patient's chart as a US EHR writes them: references, codings, requesters, dosage and supply filled in. */
import type {
  AllergyIntolerance,
  Bundle,
  CodeableConcept,
  Condition,
  Encounter,
  MedicationAdministration,
  MedicationDispense,
  MedicationRequest,
  Observation,
  ObservationReferenceRange,
  Patient,
  Practitioner,
  Quantity,
  Reference,
  Resource,
} from '@medplum/fhirtypes';
import { coded } from './concepts.ts';

const UCUM = 'http://unitsofmeasure.org';
const HL7 = 'http://terminology.hl7.org/CodeSystem';

/** The one prescriber of all stories. Plainly invented. */
export const PRESCRIBER: Practitioner = {
  resourceType: 'Practitioner',
  id: 'dr-exemplar',
  active: true,
  identifier: [{ system: 'https://ehr.example/practitioners', value: 'P-0001' }],
  name: [{ use: 'official', family: 'Exemplar', given: ['Robin'], prefix: ['Dr.'] }],
  telecom: [{ system: 'phone', value: '555-0142', use: 'work' }],
};
const prescriber: Reference<Practitioner> = {
  reference: 'Practitioner/dr-exemplar',
  display: 'Dr. Robin Exemplar',
};

interface Person {
  readonly family: string;
  readonly given: string;
  readonly birthDate: string;
  readonly sex: 'female' | 'male';
}

interface OrderDetails {
  readonly status: MedicationRequest['status'];
  readonly authoredOn: string;
  /** The whole instruction as the chart shows it. */
  readonly sig: string;
  /** Doses a day. */
  readonly perDay: number;
  readonly asNeeded?: boolean;
  readonly units?: number;
  readonly supplyDays: number;
  readonly repeats?: number;
  readonly reported?: boolean;
}

const concept = (code: string, system: string): CodeableConcept => ({
  coding: [{ system: `${HL7}/${system}`, code }],
});
export const quantity = (value: number, unit: string, code = unit): Quantity => ({
  value,
  unit,
  system: UCUM,
  code,
});

/** Makers of rows whose ids start with, and whose subject is, the patient `id`. */
export function chartRows(id: string) {
  const subject: Reference<Patient> = { reference: `Patient/${id}` };
  const rowId = (name: string) => `${id}-${name}`;

  return {
    patient: (person: Person): Patient => ({
      resourceType: 'Patient',
      id,
      active: true,
      identifier: [
        {
          use: 'usual',
          type: {
            coding: [{ system: `${HL7}/v2-0203`, code: 'MR', display: 'Medical record number' }],
            text: 'MRN',
          },
          system: 'https://ehr.example/mrn',
          value: `MRN-${id.toUpperCase()}`,
        },
      ],
      name: [{ use: 'official', family: person.family, given: [person.given] }],
      gender: person.sex,
      birthDate: person.birthDate,
      address: [{ use: 'home', line: ['1 Example Street'], city: 'Sampletown', country: 'US' }],
    }),

    encounter: (name: string, day: string, reason: CodeableConcept): Encounter => ({
      resourceType: 'Encounter',
      id: rowId(name),
      status: 'finished',
      class: { system: `${HL7}/v3-ActCode`, code: 'AMB', display: 'ambulatory' },
      type: [coded('http://snomed.info/sct', '185349003', 'Encounter for check up')],
      subject,
      participant: [{ individual: prescriber }],
      period: { start: `${day}T14:30:00Z`, end: `${day}T15:00:00Z` },
      reasonCode: [reason],
    }),

    problem: (name: string, code: CodeableConcept, recordedDate: string): Condition => ({
      resourceType: 'Condition',
      id: rowId(name),
      clinicalStatus: concept('active', 'condition-clinical'),
      verificationStatus: concept('confirmed', 'condition-ver-status'),
      category: [concept('problem-list-item', 'condition-category')],
      code,
      subject,
      onsetDateTime: recordedDate,
      recordedDate,
      recorder: prescriber,
    }),

    intolerance: (name: string, substance: string, reaction: string): AllergyIntolerance => ({
      resourceType: 'AllergyIntolerance',
      id: rowId(name),
      clinicalStatus: concept('active', 'allergyintolerance-clinical'),
      verificationStatus: concept('confirmed', 'allergyintolerance-verification'),
      type: 'intolerance',
      category: ['medication'],
      criticality: 'low',
      code: { text: substance },
      patient: subject,
      recordedDate: '2024-05-14',
      recorder: prescriber,
      reaction: [{ manifestation: [{ text: reaction }] }],
    }),

    order: (
      name: string,
      medicationCodeableConcept: CodeableConcept,
      order: OrderDetails,
    ): MedicationRequest => ({
      resourceType: 'MedicationRequest',
      id: rowId(name),
      identifier: [{ system: 'https://ehr.example/orders', value: rowId(name) }],
      status: order.status,
      intent: 'order',
      category: [concept(order.reported ? 'community' : 'outpatient', 'medicationrequest-category')],
      reportedBoolean: order.reported ?? false,
      medicationCodeableConcept,
      subject,
      authoredOn: order.authoredOn,
      requester: prescriber,
      dosageInstruction: [
        {
          sequence: 1,
          text: order.sig,
          timing: { repeat: { frequency: order.perDay, period: 1, periodUnit: 'd' } },
          asNeededBoolean: order.asNeeded ?? false,
          route: coded('http://snomed.info/sct', '26643006', 'Oral route'),
          doseAndRate: [{ doseQuantity: { value: order.units ?? 1, unit: 'unit' } }],
        },
      ],
      dispenseRequest: {
        numberOfRepeatsAllowed: order.repeats ?? 0,
        quantity: { value: (order.units ?? 1) * order.perDay * order.supplyDays, unit: 'units' },
        expectedSupplyDuration: quantity(order.supplyDays, 'days', 'd'),
      },
    }),

    /** Something the patient said they take: no code, no supply. */
    reportedAs: (name: string, text: string, authoredOn: string): MedicationRequest => ({
      resourceType: 'MedicationRequest',
      id: rowId(name),
      status: 'active',
      intent: 'order',
      category: [concept('community', 'medicationrequest-category')],
      reportedBoolean: true,
      medicationCodeableConcept: { text },
      subject,
      authoredOn,
      requester: prescriber,
    }),

    dispense: (
      name: string,
      order: string,
      medicationCodeableConcept: CodeableConcept,
      supply: { readonly day: string; readonly units: number; readonly days: number },
    ): MedicationDispense => ({
      resourceType: 'MedicationDispense',
      id: rowId(name),
      status: 'completed',
      medicationCodeableConcept,
      subject,
      authorizingPrescription: [{ reference: `MedicationRequest/${rowId(order)}` }],
      quantity: { value: supply.units, unit: 'each' },
      daysSupply: quantity(supply.days, 'days', 'd'),
      whenPrepared: supply.day,
      whenHandedOver: supply.day,
    }),

    injection: (
      name: string,
      medicationCodeableConcept: CodeableConcept,
      day: string,
      dose: Quantity,
    ): MedicationAdministration => ({
      resourceType: 'MedicationAdministration',
      id: rowId(name),
      status: 'completed',
      medicationCodeableConcept,
      subject,
      effectiveDateTime: day,
      performer: [{ actor: prescriber }],
      dosage: { text: 'Given under the skin of the abdomen', route: { text: 'subcutaneous' }, dose },
    }),

    observation: (
      name: string,
      kind: 'vital-signs' | 'laboratory' | 'survey' | 'social-history',
      code: CodeableConcept,
      day: string,
      value: Partial<Pick<Observation, 'valueQuantity' | 'valueCodeableConcept' | 'component'>>,
      referenceRange?: ObservationReferenceRange,
    ): Observation => ({
      resourceType: 'Observation',
      id: rowId(name),
      status: 'final',
      category: [concept(kind, 'observation-category')],
      code,
      subject,
      effectiveDateTime: kind === 'laboratory' ? `${day}T15:10:00Z` : `${day}T14:40:00Z`,
      performer: [prescriber],
      ...value,
      ...(referenceRange ? { referenceRange: [referenceRange] } : {}),
    }),
  };
}

export type ChartRows = ReturnType<typeof chartRows>;

/** The chart as one collection Bundle, the prescriber included. */
export function chartBundle(resources: readonly Resource[]): Bundle {
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [PRESCRIBER, ...resources].map((resource) => ({
      fullUrl: `https://ehr.example/fhir/${resource.resourceType}/${resource.id}`,
      resource: resource as Resource,
    })),
  };
}
