/** The Chart tab: problems, medicines and allergies, as far as a prescriber needs them to follow the story. */
import type {
  AllergyIntolerance,
  Condition,
  MedicationAdministration,
  MedicationRequest,
  Observation,
} from '@medplum/fhirtypes';
import type { IndexedRepository } from '../fhir/indexed-repository.ts';
import { type Html, html } from './html.ts';
import { conceptWords, dayWords, medicationWords, quantityWords } from './words.ts';

const RESULTS_SHOWN = 12;

export function chartSummary(patient: string, repository: IndexedRepository): Html {
  const problems = repository.rows('Condition', patient) as Condition[];
  const orders = repository.rows('MedicationRequest', patient) as MedicationRequest[];
  const given = repository.rows('MedicationAdministration', patient) as MedicationAdministration[];
  const allergies = repository.rows('AllergyIntolerance', patient) as AllergyIntolerance[];
  const results = (repository.rows('Observation', patient) as Observation[])
    .filter(({ valueQuantity, valueCodeableConcept }) => valueQuantity || valueCodeableConcept)
    .sort((a, b) => ((a.effectiveDateTime ?? '') < (b.effectiveDateTime ?? '') ? 1 : -1))
    .slice(0, RESULTS_SHOWN);
  return html`<div class="summary">
    ${section(
      'Problems',
      problems.map((problem) => [
        conceptWords(problem.code),
        `since ${dayWords(problem.onsetDateTime ?? problem.recordedDate)}`,
      ]),
    )}
    ${section('Medicines', [
      ...orders
        .filter(({ status }) => status !== 'draft')
        .map(
          (order) =>
            [medicationWords(order, repository), `${order.status}, ${dayWords(order.authoredOn)}`] as const,
        ),
      ...given.map(
        (dose) =>
          [
            medicationWords(dose, repository),
            `given ${dayWords(dose.effectiveDateTime ?? dose.effectivePeriod?.start)}`,
          ] as const,
      ),
    ])}
    ${section(
      'Allergies and intolerances',
      allergies.map((allergy) => [conceptWords(allergy.code), allergy.type ?? 'allergy']),
    )}
    ${section(
      'Latest results',
      results.map((result) => [
        conceptWords(result.code),
        `${result.valueQuantity ? quantityWords(result.valueQuantity) : conceptWords(result.valueCodeableConcept)}, ${dayWords(result.effectiveDateTime)}`,
      ]),
    )}
  </div>`;
}

function section(heading: string, rows: readonly (readonly [string, string] | readonly string[])[]): Html {
  return html`<section><h3>${heading}</h3>${
    rows.length === 0
      ? html`<p class="empty">None recorded.</p>`
      : html`<ul>${rows.map(([words = '', when = '']) => html`<li>${words} <small>${when}</small></li>`)}</ul>`
  }</section>`;
}
