/** What apps may ask of this EHR, type by type. People and tests see everything through /sandbox/fhir. */

interface ServedType {
  readonly type: string;
  readonly search: readonly string[];
  /** Apps may create it. */
  readonly create?: true;
  /** Rows belong to a patient: an app sees those of the launched one alone. */
  readonly compartment: boolean;
}

const ofPatient = (type: string, ...search: string[]): ServedType => ({
  type,
  search: ['_id', 'patient', ...search],
  compartment: true,
});

export const servedTypes: readonly ServedType[] = [
  {
    type: 'Patient',
    search: ['_id', 'identifier', 'family', 'given', 'name', 'birthdate', 'gender'],
    compartment: true,
  },
  {
    ...ofPatient(
      'MedicationRequest',
      'subject',
      'status',
      'intent',
      'authoredon',
      'identifier',
      'encounter',
      'medication',
      'code',
    ),
    create: true,
  },
  ofPatient('MedicationStatement', 'subject', 'status', 'effective'),
  ofPatient('MedicationDispense', 'subject', 'status', 'whenhandedover', 'prescription'),
  ofPatient('MedicationAdministration', 'subject', 'status', 'effective-time'),
  ofPatient('AllergyIntolerance', 'clinical-status', 'code'),
  ofPatient('Condition', 'subject', 'clinical-status', 'category', 'code', 'encounter'),
  ofPatient('Observation', 'subject', 'status', 'category', 'code', 'date', 'encounter'),
  ofPatient('Procedure', 'subject', 'status', 'date', 'code'),
  ofPatient('Appointment', 'status', 'date'),
  ofPatient('ServiceRequest', 'subject', 'status', 'intent', 'authored', 'code'),
  ofPatient('Encounter', 'subject', 'status', 'date'),
  {
    ...ofPatient('QuestionnaireResponse', 'subject', 'status', 'authored', 'questionnaire', 'identifier'),
    create: true,
  },
  ofPatient('DiagnosticReport', 'subject', 'status', 'category', 'code', 'date'),
  ofPatient('Immunization', 'status', 'date'),
  ofPatient('RelatedPerson'),
  { ...ofPatient('DocumentReference', 'subject', 'status', 'type', 'date', 'identifier'), create: true },
  { ...ofPatient('Provenance', 'target', 'recorded'), create: true },
  { type: 'Medication', search: ['_id', 'code'], compartment: false },
  { type: 'Practitioner', search: ['_id', 'identifier', 'name'], compartment: false },
  { type: 'PractitionerRole', search: ['_id', 'practitioner'], compartment: false },
  { type: 'Organization', search: ['_id', 'name'], compartment: false },
  { type: 'Location', search: ['_id', 'name'], compartment: false },
];

export const servedType = (type: string): ServedType | undefined =>
  servedTypes.find((served) => served.type === type);
