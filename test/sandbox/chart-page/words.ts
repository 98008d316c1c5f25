/** FHIR rows in a few words, as a chart shows them. */
import type {
  CodeableConcept,
  Dosage,
  HumanName,
  Medication,
  MedicationRequest,
  Patient,
  Quantity,
  Reference,
  Resource,
} from '@medplum/fhirtypes';
import type { IndexedRepository } from '../fhir/indexed-repository.ts';

export const conceptWords = (concept: CodeableConcept | undefined): string =>
  concept?.text ?? concept?.coding?.map(({ display, code }) => display ?? code).join(', ') ?? 'Not recorded';

export function patientName(patient: Patient): string {
  const name: HumanName | undefined = patient.name?.[0];
  return `${(name?.family ?? 'Not known').toUpperCase()}, ${name?.given?.join(' ') ?? 'Not known'}`;
}

const referenceWords = (reference: Reference | undefined): string =>
  reference?.display ?? reference?.reference ?? 'Not recorded';

/** Who ordered: the display, else the name on the Practitioner it points to. */
export function authorWords(reference: Reference | undefined, repository: IndexedRepository): string {
  const [type = '', id = ''] = reference?.reference?.split('/') ?? [];
  const author = repository.peek(type, id);
  const name = author?.resourceType === 'Practitioner' ? author.name?.[0] : undefined;
  if (reference?.display || !name) return referenceWords(reference);
  return [...(name.prefix ?? []), ...(name.given ?? []), name.family].filter(Boolean).join(' ');
}

export const quantityWords = (quantity: Quantity | undefined): string =>
  quantity?.value === undefined
    ? 'Not recorded'
    : `${quantity.value} ${quantity.unit ?? quantity.code ?? ''}`.trim();

export const dayWords = (date: string | undefined): string => date?.slice(0, 10) ?? 'Not recorded';

/** What an order, dispense or administration is of; a Medication resource is looked up. */
export function medicationWords(
  row: Pick<MedicationRequest, 'medicationCodeableConcept' | 'medicationReference' | 'contained'>,
  repository: IndexedRepository,
): string {
  if (row.medicationCodeableConcept) return conceptWords(row.medicationCodeableConcept);
  const reference = row.medicationReference?.reference ?? '';
  const [type = '', id = ''] = reference.split('/');
  const medication: Resource | undefined = reference.startsWith('#')
    ? row.contained?.find((contained) => `#${contained.id}` === reference)
    : repository.peek(type, id);
  if (medication?.resourceType !== 'Medication') return referenceWords(row.medicationReference);
  return [conceptWords(medication.code), ...ingredientWords(medication)].join('; ');
}

function ingredientWords(medication: Medication): string[] {
  return (medication.ingredient ?? []).map(({ itemCodeableConcept, strength }) => {
    const { numerator, denominator } = strength ?? {};
    const per = denominator ? ` per ${quantityWords(denominator)}` : '';
    return `${conceptWords(itemCodeableConcept)} ${numerator ? quantityWords(numerator) : ''}${per}`.trim();
  });
}

/** The structured half of a dosage, so that a person can hold it against its text. */
export function dosageStructure(dosage: Dosage): string {
  const { timing, doseAndRate, route, maxDosePerPeriod, asNeededBoolean } = dosage;
  const repeat = timing?.repeat;
  return [
    doseAndRate?.[0]?.doseQuantity && `dose ${quantityWords(doseAndRate[0].doseQuantity)}`,
    repeat?.frequency && `${repeat.frequency} x per ${repeat.period ?? 1} ${repeat.periodUnit ?? ''}`,
    repeat?.when && `when ${repeat.when.join(', ')}`,
    repeat?.boundsDuration && `for ${quantityWords(repeat.boundsDuration)}`,
    repeat?.boundsPeriod &&
      `from ${dayWords(repeat.boundsPeriod.start)} to ${dayWords(repeat.boundsPeriod.end)}`,
    route && conceptWords(route),
    asNeededBoolean && 'as needed',
    maxDosePerPeriod &&
      `at most ${quantityWords(maxDosePerPeriod.numerator)} per ${quantityWords(maxDosePerPeriod.denominator)}`,
  ]
    .filter((part) => typeof part === 'string')
    .join(' · ');
}
