/** FHIR JSON of small synthetic charts, each member to be overridden by a test. */
import type { Chart } from '#lib/chart/chart.ts';
import { ledgerGaps } from '#lib/chart/read/ledger-gaps.ts';
import { readBundle } from '#lib/chart/read/read-bundle.ts';
import { unreadWords } from '#lib/words/en/unread.ts';

export type Json = { [name: string]: unknown };

export const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';

export function patient(over: Json = {}): Json {
  return {
    resourceType: 'Patient',
    id: 'p1',
    name: [{ use: 'official', family: 'Test-Alpha', given: ['Ann', 'B.'] }],
    gender: 'female',
    birthDate: '1981-05-04',
    ...over,
  };
}

const subject = { reference: 'Patient/p1' };

export function request(over: Json = {}): Json {
  return {
    resourceType: 'MedicationRequest',
    id: 'm1',
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: {
      coding: [{ system: RXNORM, code: '1049502', display: 'oxycodone 10 MG Oral Tablet' }],
      text: 'Oxycodone 10 mg tablet',
    },
    subject,
    authoredOn: '2026-02-10',
    ...over,
  };
}

export function statement(over: Json = {}): Json {
  return {
    resourceType: 'MedicationStatement',
    id: 's1',
    status: 'active',
    medicationCodeableConcept: { text: 'tramadol' },
    subject,
    ...over,
  };
}

export function dispense(over: Json = {}): Json {
  return {
    resourceType: 'MedicationDispense',
    id: 'd1',
    status: 'completed',
    medicationCodeableConcept: { text: 'codeine 30 mg' },
    subject,
    whenHandedOver: '2026-02-18',
    daysSupply: { value: 7, unit: 'days', system: 'http://unitsofmeasure.org', code: 'd' },
    ...over,
  };
}

export function administration(over: Json = {}): Json {
  return {
    resourceType: 'MedicationAdministration',
    id: 'a1',
    status: 'completed',
    medicationCodeableConcept: { text: 'morphine' },
    subject,
    effectiveDateTime: '2026-02-20T08:00:00Z',
    ...over,
  };
}

export function observation(over: Json = {}): Json {
  return {
    resourceType: 'Observation',
    id: 'o1',
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code: '1742-6', display: 'ALT' }] },
    subject,
    effectiveDateTime: '2026-01-15',
    valueQuantity: { value: 22, unit: 'U/L' },
    referenceRange: [{ high: { value: 40, unit: 'U/L' } }],
    ...over,
  };
}

export function bundle(...resources: (Json | { fullUrl: string; resource: Json })[]): Json {
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((one) => ('resource' in one && 'fullUrl' in one ? one : { resource: one })),
  };
}

/** A person with rows of every part. */
export function wholeChart(): Json {
  return bundle(
    patient(),
    request(),
    request({
      id: 'm2',
      medicationCodeableConcept: undefined,
      medicationReference: { reference: '#med' },
      contained: [
        {
          resourceType: 'Medication',
          id: 'med',
          ingredient: [
            { itemCodeableConcept: { coding: [{ system: RXNORM, code: '2670', display: 'codeine' }] } },
            { itemReference: { reference: 'Substance/x1' } },
          ],
        },
      ],
      dosageInstruction: [
        {
          text: 'one as needed',
          asNeededBoolean: true,
          timing: { repeat: { boundsDuration: { value: 2, unit: 'wk', code: 'wk' } } },
        },
      ],
      dispenseRequest: {
        numberOfRepeatsAllowed: 1,
        validityPeriod: { start: '2026-01-01', end: '2026-02-01' },
        expectedSupplyDuration: { value: 30, code: 'd' },
      },
    }),
    { resourceType: 'Substance', id: 'x1', code: { text: 'acetaminophen' } },
    statement(),
    dispense(),
    administration(),
    observation(),
    {
      resourceType: 'Condition',
      id: 'c1',
      code: { coding: [{ system: 'http://snomed.info/sct', code: '203082005' }], text: 'Fibromyalgia' },
      clinicalStatus: { coding: [{ code: 'active' }] },
      subject,
    },
    { resourceType: 'AllergyIntolerance', id: 'al1', code: { text: 'lactose' }, patient: subject },
    { resourceType: 'Procedure', id: 'pr1', status: 'completed', code: { text: 'appendectomy' }, subject },
    {
      resourceType: 'Appointment',
      id: 'ap1',
      status: 'booked',
      start: '2026-03-09T09:00:00Z',
      participant: [{ actor: subject, status: 'accepted' }],
    },
    { resourceType: 'ServiceRequest', id: 'sr1', status: 'active', intent: 'order', subject },
    { resourceType: 'Encounter', id: 'e1', status: 'finished', class: { code: 'AMB' }, subject },
  );
}

/** The chart of a Bundle that has to be readable. */
export function chartOf(json: unknown): Chart {
  const reading = readBundle(json);
  if ('refused' in reading) throw new Error(`refused: ${reading.refused.code}`);
  return reading.chart;
}

/** The chart's problems that stop, of whatever part, as a person reads them. */
export function gapsOf(chart: Chart) {
  const { incomplete, otherPatient } = ledgerGaps(chart.ledger);
  return [...incomplete, ...otherPatient].map((gap) => ({ ...gap, what: unreadWords(gap.what) }));
}
