import type { Encounter, MedicationRequest, Observation, Reference, Resource } from '@medplum/fhirtypes';
import { coded, medicines, problems } from './concepts.ts';
import { type PatientStory, STORY_DAY } from './story.ts';

/**
 * A transaction Bundle in the shape patient generators write: urn:uuid everywhere, orders without dosage, supply or author of
 * their own, thin codings, a display as the only text. All of it is our own.
 */
const urn = (number: number) => `urn:uuid:5eed0000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const at = <T extends Resource>(number: number): Reference<T> => ({ reference: urn(number) });

const PATIENT = 1;
const CLINICIAN = 2;
const ORGANIZATION = 3;

const years = [2015, 2017, 2019, 2021, 2023, 2025];
const encounterOf = (year: number) => 100 + year - 2000;

const visits = years.map(
  (year): Encounter => ({
    resourceType: 'Encounter',
    id: urn(encounterOf(year)).slice('urn:uuid:'.length),
    status: 'finished',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
    type: [coded('http://snomed.info/sct', '162673000', 'General examination of patient')],
    subject: at(PATIENT),
    participant: [{ individual: at(CLINICIAN) }],
    serviceProvider: at(ORGANIZATION),
    period: { start: `${year}-09-14T09:12:41+00:00`, end: `${year}-09-14T09:42:41+00:00` },
  }),
);

const measurements = years.flatMap((year) =>
  (
    [
      ['8302-2', 'Body Height', 164.2, 'cm'],
      ['29463-7', 'Body Weight', 68.9, 'kg'],
      ['72514-3', 'Pain severity - 0-10 verbal numeric rating [Score] - Reported', 5, '{score}'],
      ['1742-6', 'Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma', 24, 'U/L'],
    ] as const
  ).map(
    ([code, display, value, unit], place): Observation => ({
      resourceType: 'Observation',
      id: urn(1000 + year * 10 + place).slice('urn:uuid:'.length),
      status: 'final',
      category: [
        {
          coding: [
            {
              system: 'http://terminology.hl7.org/CodeSystem/observation-category',
              code: code === '1742-6' ? 'laboratory' : 'vital-signs',
            },
          ],
        },
      ],
      code: coded('http://loinc.org', code, display),
      subject: at(PATIENT),
      encounter: at(encounterOf(year)),
      effectiveDateTime: `${year}-09-14T09:12:41+00:00`,
      issued: `${year}-09-14T09:12:41.218+00:00`,
      valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit },
    }),
  ),
);

const orders = (
  [
    [201, medicines.naproxen, 'active', 2025],
    [202, medicines.cetirizine, 'active', 2015],
    [203, medicines.duloxetine, 'stopped', 2021],
    [204, medicines.ibuprofen, 'stopped', 2017],
  ] as const
).map(
  ([number, medicationCodeableConcept, status, year]): MedicationRequest => ({
    resourceType: 'MedicationRequest',
    id: urn(number).slice('urn:uuid:'.length),
    status,
    intent: 'order',
    medicationCodeableConcept,
    subject: at(PATIENT),
    encounter: at(encounterOf(year)),
    authoredOn: `${year}-09-14T09:12:41+00:00`,
    requester: at(CLINICIAN),
  }),
);

const resources: Resource[] = [
  {
    resourceType: 'Patient',
    id: urn(PATIENT).slice('urn:uuid:'.length),
    identifier: [
      {
        type: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }],
          text: 'Medical Record Number',
        },
        system: 'https://generator.example/records',
        value: '5eed0000-0000-4000-8000-000000000001',
      },
    ],
    name: [{ use: 'official', family: 'Generated741', given: ['Kara193'], prefix: ['Mrs.'] }],
    gender: 'female',
    birthDate: '1979-02-11',
  },
  {
    resourceType: 'Practitioner',
    id: urn(CLINICIAN).slice('urn:uuid:'.length),
    active: true,
    name: [{ family: 'Generated12', given: ['Omar77'], prefix: ['Dr.'] }],
  },
  {
    resourceType: 'Organization',
    id: urn(ORGANIZATION).slice('urn:uuid:'.length),
    active: true,
    name: 'Generated Family Practice',
  },
  ...visits,
  {
    resourceType: 'Condition',
    id: urn(301).slice('urn:uuid:'.length),
    clinicalStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
    },
    verificationStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'confirmed' }],
    },
    code: problems.fibromyalgiaSynthea,
    subject: at(PATIENT),
    encounter: at(encounterOf(2017)),
    onsetDateTime: '2017-09-14T09:12:41+00:00',
    recordedDate: '2017-09-14T09:12:41+00:00',
  },
  ...orders,
  ...measurements,
];

export const story: PatientStory = {
  id: 's01',
  title: 'A generated record: fibromyalgia, naproxen, no opioid',
  story:
    'A woman of 47 whose record came out of a patient generator: urn:uuid references, orders without dosage, fibromyalgia as ' +
    'SNOMED 95417003, naproxen active. Nothing is an opioid.',
  asOf: STORY_DAY,
  expected: {
    verdict: 'none-found',
    earliestStart: null,
    outcome: 'needs-confirmation',
    blocks: [],
    confirms: ['R09'],
    informs: ['R16'],
  },
  bundle: {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: resources.map((resource) => ({
      fullUrl: `urn:uuid:${resource.id}`,
      resource,
      request: { method: 'POST', url: resource.resourceType },
    })),
  },
};
