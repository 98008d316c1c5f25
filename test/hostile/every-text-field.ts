/** A chart with a text in every field that can hold one, and the same chart with all of them, or one, replaced. */
type Json = { readonly [name: string]: unknown };

const subject = { reference: 'Patient/p1' };
const concept = (code: string, text: string) => ({
  coding: [{ system: 'http://snomed.info/sct', code, display: text }],
  text,
});
const note = [{ authorString: 'Dr A', text: 'as told' }];
const quantity = { value: 7, unit: 'days', system: 'http://unitsofmeasure.org', code: 'd' };
const drug = (name: string) => ({
  coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '1', display: name }],
  text: name,
});
const dosage = [
  {
    text: 'one a day',
    patientInstruction: 'with water',
    additionalInstruction: [{ text: 'with food' }],
    timing: { code: { text: 'daily' }, event: ['2026-02-01'], repeat: { boundsDuration: quantity } },
    asNeededCodeableConcept: { text: 'pain' },
    site: { text: 'skin' },
    route: { text: 'oral' },
    method: { text: 'swallow' },
    doseAndRate: [{ type: { text: 'ordered' }, doseQuantity: { value: 1, unit: 'tablet' } }],
  },
];
const identifier = [{ type: { text: 'MRN' }, system: 'urn:ids', value: '17' }];
const person = { reference: 'Practitioner/d1', display: 'Dr A' };
const period = { start: '2026-01-01', end: '2026-02-01' };

const RESOURCES: readonly Json[] = [
  {
    resourceType: 'Patient',
    id: 'p1',
    identifier,
    name: [{ text: 'Ann Specimen', family: 'Specimen', given: ['Ann'], prefix: ['Ms'], suffix: ['Jr'] }],
    gender: 'female',
    birthDate: '1981-05-04',
    address: [{ text: 'Road 1', line: ['Road 1'], city: 'Town' }],
  },
  {
    resourceType: 'MedicationRequest',
    id: 'm1',
    identifier,
    status: 'active',
    statusReason: { text: 'none' },
    intent: 'order',
    category: [{ text: 'community' }],
    medicationCodeableConcept: drug('naproxen'),
    subject,
    encounter: { reference: 'Encounter/e1' },
    authoredOn: '2026-02-10',
    requester: person,
    recorder: person,
    reasonCode: [{ text: 'pain' }],
    note,
    dosageInstruction: dosage,
    dispenseRequest: { validityPeriod: period, expectedSupplyDuration: quantity },
  },
  {
    resourceType: 'MedicationRequest',
    id: 'm2',
    status: 'active',
    intent: 'order',
    medicationReference: { reference: '#med', display: 'a mixture' },
    contained: [
      {
        resourceType: 'Medication',
        id: 'med',
        code: drug('mixture'),
        form: { text: 'tablet' },
        ingredient: [{ itemCodeableConcept: drug('naproxen') }, { itemReference: { display: 'starch' } }],
      },
    ],
    subject,
    authoredOn: '2026-02-10',
  },
  {
    resourceType: 'MedicationStatement',
    id: 's1',
    status: 'active',
    medicationCodeableConcept: drug('ibuprofen'),
    subject,
    effectivePeriod: period,
    dateAsserted: '2026-02-01',
    informationSource: person,
    reasonCode: [{ text: 'pain' }],
    note,
    dosage,
  },
  {
    resourceType: 'MedicationDispense',
    id: 'd1',
    status: 'completed',
    medicationCodeableConcept: drug('lisinopril'),
    subject,
    performer: [{ actor: person }],
    whenHandedOver: '2026-02-18',
    whenPrepared: '2026-02-18',
    daysSupply: quantity,
    note,
    dosageInstruction: dosage,
  },
  {
    resourceType: 'MedicationAdministration',
    id: 'a1',
    status: 'completed',
    medicationCodeableConcept: drug('insulin'),
    subject,
    effectiveDateTime: '2026-02-20T08:00:00Z',
    performer: [{ actor: person }],
    reasonCode: [{ text: 'sugar' }],
    note,
    dosage: { text: 'one', site: { text: 'skin' }, route: { text: 'oral' }, method: { text: 'push' } },
  },
  {
    resourceType: 'AllergyIntolerance',
    id: 'al1',
    code: concept('1', 'lactose'),
    patient: subject,
    recordedDate: '2020-01-01',
    onsetString: 'childhood',
    note,
    reaction: [{ substance: { text: 'milk' }, description: 'rash', manifestation: [{ text: 'rash' }] }],
  },
  {
    resourceType: 'Condition',
    id: 'c1',
    code: concept('203082005', 'Fibromyalgia'),
    clinicalStatus: { coding: [{ code: 'active' }] },
    category: [{ text: 'problem' }],
    bodySite: [{ text: 'all' }],
    subject,
    onsetDateTime: '2019-01-01',
    recordedDate: '2019-01-01',
    note,
  },
  ...[
    ['1742-6', 'ALT'],
    ['19295-5', 'Opiates in urine'],
    ['2106-3', 'Pregnancy test in urine'],
  ].map(([code, display]) => ({
    resourceType: 'Observation',
    id: `o-${code}`,
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code, display }], text: display },
    subject,
    effectiveDateTime: '2026-01-15',
    ...(code === '1742-6' ? { valueQuantity: { value: 22, unit: 'U/L' } } : { valueString: 'negative' }),
    interpretation: [{ text: 'normal' }],
    method: { text: 'assay' },
    note,
    referenceRange: [{ text: 'up to 40', high: { value: 40, unit: 'U/L' } }],
  })),
  {
    resourceType: 'Procedure',
    id: 'pr1',
    status: 'completed',
    code: concept('2', 'appendectomy'),
    performedDateTime: '2020-01-01',
    outcome: { text: 'well' },
    note,
    subject,
  },
  {
    resourceType: 'Appointment',
    id: 'ap1',
    status: 'booked',
    description: 'visit',
    comment: 'bring list',
    serviceType: [{ text: 'surgery' }],
    reasonCode: [{ text: 'check' }],
    start: '2026-03-09T09:00:00Z',
    participant: [{ actor: { ...subject, display: 'Ann' }, status: 'accepted' }],
  },
  {
    resourceType: 'ServiceRequest',
    id: 'sr1',
    status: 'active',
    intent: 'order',
    code: concept('3', 'x-ray'),
    occurrenceDateTime: '2026-03-20',
    reasonCode: [{ text: 'pain' }],
    note,
    subject,
  },
  {
    resourceType: 'Encounter',
    id: 'e1',
    status: 'finished',
    class: { code: 'AMB' },
    reasonCode: [{ text: 'pain' }],
    period,
    subject,
  },
];

/** Words of FHIR's own that decide what a row is; another text in their place only makes the row unreadable. */
const STRUCTURE = new Set(['resourceType', 'id', 'status', 'intent']);

type Path = readonly (string | number)[];

/** Where the chart has texts, one path each. */
export const TEXT_PATHS: readonly Path[] = pathsIn(RESOURCES);

function pathsIn(node: unknown, path: Path = []): Path[] {
  if (typeof node === 'string') return [path];
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([name, child]) =>
    STRUCTURE.has(name) || child === subject ? [] : pathsIn(child, [...path, name]),
  );
}

/** The chart with this text at these places. */
export function chartWith(text: string, paths: readonly Path[]): Json {
  const chosen = new Set(paths.map((path) => path.join('/')));
  const replaced = (node: unknown, path: Path): unknown => {
    if (typeof node === 'string') return chosen.has(path.join('/')) ? text : node;
    if (Array.isArray(node)) return node.map((child, at) => replaced(child, [...path, at]));
    if (node === null || typeof node !== 'object') return node;
    return Object.fromEntries(
      Object.entries(node).map(([name, child]) => [name, replaced(child, [...path, name])]),
    );
  };
  const resources = replaced(RESOURCES, []) as Json[];
  return { resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) };
}
