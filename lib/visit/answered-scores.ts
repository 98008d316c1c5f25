/** PEG as answered at earlier visits and kept by the EHR as QuestionnaireResponse: no part of the chart that every launch reads. */
import { grantedTo } from '#lib/chart/read/granted.ts';
import { namesPatient } from '#lib/fhir/names-patient.ts';
import { readPages, resourcesIn } from '#lib/fhir/paging.ts';
import { answeredPeg } from '#lib/follow-up/answered-peg.ts';
import type { PainScore } from '#lib/follow-up/pain-scores.ts';
import { clinicDays } from '#lib/time/chart-day.ts';
import type { OpenChart } from './open-chart.ts';

type Reader = Pick<OpenChart, 'launch' | 'server' | 'capabilities' | 'judgement'>;

/** Newest first. Of a list that was not read to its end nothing is used: the score that is missing may be the newest, and is then asked. */
export async function answeredScores({
  launch: { session },
  server,
  capabilities,
  judgement: { asOf, timeZone },
}: Reader): Promise<readonly PainScore[]> {
  const isOffered =
    capabilities.kind === 'capabilities' &&
    capabilities.capabilities.supports('QuestionnaireResponse', 'search-type') &&
    grantedTo(session.scopes, 'QuestionnaireResponse', 's').kind === 'granted';
  if (!isOffered) return [];
  const { patientId } = session;
  const { pages, lost } = await readPages(
    server,
    `QuestionnaireResponse?patient=${encodeURIComponent(patientId)}`,
  );
  if (lost !== null) return [];
  const resources = resourcesIn(pages).map(({ json }) => json);
  return answeredPeg(resources, {
    isOfPatient: (subject) => namesPatient(subject, patientId),
    dayOf: clinicDays(timeZone),
    today: asOf,
  });
}
