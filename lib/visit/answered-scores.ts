/** PEG as answered at earlier visits and kept by the EHR as QuestionnaireResponse: no part of the chart that every launch reads. */
import { grantedTo } from '#lib/chart/read/granted.ts';
import { Fields } from '#lib/fhir/fields.ts';
import { readPages } from '#lib/fhir/paging.ts';
import type { PainScore } from '#lib/follow-up/pain-scores.ts';
import { PEG } from '#lib/terminology/codes/pain-scores.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { clinicDays } from '#lib/time/chart-day.ts';
import type { OpenChart } from './open-chart.ts';

const QUESTIONS = Object.values(PEG.questions);
const ANSWERED = new Set(['completed', 'amended']);

type Reader = Pick<OpenChart, 'launch' | 'server' | 'capabilities' | 'judgement'>;

/** Newest first; what cannot be read is no score, and is then asked. @see FHIR R4 QuestionnaireResponse */
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
  const { pages } = await readPages(
    server,
    `QuestionnaireResponse?patient=${encodeURIComponent(session.patientId)}`,
  );
  const dayOf = clinicDays(timeZone);
  return pages
    .flatMap((page) => new Fields(page, []).objects('entry'))
    .flatMap((entry) => entry.object('resource') ?? [])
    .flatMap((one) => pegScore(one, session.patientId, (text) => dayOf(text), asOf))
    .toSorted((a, b) => (a.day < b.day ? 1 : -1));
}

function pegScore(
  response: Fields,
  patientId: string,
  dayOf: (text: Parameters<ReturnType<typeof clinicDays>>[0]) => CalendarDate | null,
  today: CalendarDate,
): readonly PainScore[] {
  const subject = response.object('subject')?.text('reference') ?? '';
  const isOfPatient = subject === `Patient/${patientId}` || subject.endsWith(`/Patient/${patientId}`);
  const isAnswered = ANSWERED.has(response.text('status') ?? '');
  const day = dayOf(response.date('authored'));
  const values = QUESTIONS.map((code) => answerTo(response, code));
  const id = response.text('id');
  if (response.text('resourceType') !== 'QuestionnaireResponse' || !isOfPatient || !isAnswered) return [];
  if (day === null || day > today || id === null) return [];
  const known = values.filter((value) => value !== null && value >= 0 && value <= 10) as readonly number[];
  if (known.length !== QUESTIONS.length) return [];
  const mean = known.reduce((sum, one) => sum + one, 0) / known.length;
  return [
    {
      source: `QuestionnaireResponse/${id}`,
      day,
      measure: 'peg',
      score: Math.round(mean * 10) / 10,
    },
  ];
}

/** By LOINC's link id, "/75893-8", whatever stands before it. */
function answerTo(response: Fields, code: string): number | null {
  const item = response.objects('item').find((one) => (one.text('linkId') ?? '').endsWith(code));
  const answer = item?.objects('answer')[0];
  return answer?.number('valueDecimal') ?? answer?.number('valueInteger') ?? null;
}
