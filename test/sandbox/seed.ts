/** Fills the pretend EHR with the stories of test/patients. */
import type { Organization, PractitionerRole } from '@medplum/fhirtypes';
import { type CalendarDate, calendarDate, daysBetween } from '#lib/time/calendar-date.ts';
import { PRESCRIBER } from '../patients/chart-rows.ts';
import { shiftDates } from '../patients/shift-dates.ts';
import { stories } from '../patients/stories.ts';
import type { IndexedRepository } from './fhir/indexed-repository.ts';
import { takeBundle } from './sandbox-api/take-bundle.ts';

/** Stores every story, moved to `today`, and returns the titles by patient. */
export async function seed(repository: IndexedRepository, today: string): Promise<Map<string, string>> {
  const day = calendarDate(today);
  if (day === null) throw new Error(`"${today}" is no date.`);
  await repository.createResource({ ...PRESCRIBER });
  await repository.createResource<Organization>({
    resourceType: 'Organization',
    id: 'exemplar-pain-clinic',
    active: true,
    name: 'Exemplar Pain Clinic',
    telecom: [{ system: 'phone', value: '555-0100', use: 'work' }],
  });
  await repository.createResource<PractitionerRole>({
    resourceType: 'PractitionerRole',
    id: `${PRESCRIBER.id}-role`,
    active: true,
    practitioner: { reference: `Practitioner/${PRESCRIBER.id}`, display: 'Dr. Robin Exemplar' },
    organization: { reference: 'Organization/exemplar-pain-clinic' },
  });
  await repository.createResource({
    ...PRESCRIBER,
    id: 'dr-second',
    name: [{ family: 'Second', given: ['Sasha'], prefix: ['Dr.'] }],
  });
  const titles = new Map<string, string>();
  for (const { bundle, asOf, title } of stories) {
    const moved = shiftDates(bundle, daysBetween(asOf as CalendarDate, day));
    titles.set(await takeBundle(moved, repository), title);
  }
  return titles;
}
