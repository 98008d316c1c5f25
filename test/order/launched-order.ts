/** One launch at the pretend EHR, from its token to the order that would be written: the same functions the screens run. */

import type { MedicationRequest } from '@medplum/fhirtypes';
import { grantedTo } from '#lib/chart/read/granted.ts';
import { readChart } from '#lib/chart/read/read-chart.ts';
import { createCapabilitiesCache } from '#lib/fhir/capabilities-cache.ts';
import { createFhirServer } from '#lib/fhir/create-fhir-server.ts';
import { nextPageSize } from '#lib/fhir/page-size.ts';
import { type DraftOrder, draftOrder } from '#lib/order/draft/draft-order.ts';
import { readBack } from '#lib/order/verify/read-back.ts';
import { verifyDraft } from '#lib/order/verify/verify-draft.ts';
import { recheckBeforeWrite } from '#lib/order/write/compare-chart.ts';
import { isInDoubt, journalKey, type PatientDrafts, sendingOf } from '#lib/order/write/draft-journal.ts';
import { writeDraft } from '#lib/order/write/write-draft.ts';
import { chooseRung } from '#lib/order/write/write-ladder.ts';
import type { WriteOutcome } from '#lib/order/write/write-outcome.ts';
import { writePersonLooked } from '#lib/order/write/write-person-looked.ts';
import { review } from '#lib/review/review.ts';
import { judgeSafety } from '#lib/safety/judge-safety.ts';
import { siteSchema } from '#lib/settings/site.ts';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { clinicDay } from '#lib/time/clinic-day.ts';
import { PRESETS, type PresetId, proposeRegimen } from '#lib/titration/propose-regimen.ts';
import { proposeTitration } from '#lib/titration/propose-titration.ts';
import { ORDER_WORDS } from '#lib/words/en/order.ts';
import type { SmartClient } from '../sandbox/smart-client.ts';
import type { Sandbox } from '../sandbox/start-sandbox.ts';
import { MemoryJournal, MemorySearch } from './write/fake-ehr.ts';

export const SCOPES =
  'launch openid fhirUser online_access patient/MedicationRequest.crs patient/*.rs patient/DocumentReference.c patient/Provenance.c';

export async function launchedOrder(
  ehr: Sandbox,
  app: SmartClient,
  patientId: string,
  {
    scopes = SCOPES,
    preset = 'standard' as PresetId,
    journal = new MemoryJournal(),
    search = new MemorySearch('shown'),
  } = {},
) {
  const token = await app.launch(ehr.launchUrl(patientId), scopes);
  const granted = token.scope.split(' ');
  const site = siteSchema.parse({
    issuer: ehr.fhirBase,
    name: 'Pretend EHR',
    clientId: 'ldn-titration',
    authentication: { method: 'public' },
    timeZone: 'UTC',
    writeBack: { rung: 'fhir-draft' },
  });
  const server = createFhirServer({ base: ehr.fhirBase, accessToken: async () => token.access_token });
  const capabilities = await createCapabilitiesCache().of(server);
  const declared = capabilities.kind === 'capabilities' ? capabilities.capabilities : null;

  const judge = async () => {
    const chart = await readChart(server, {
      patientId,
      scopes: granted,
      site,
      capabilities,
      today: '2026-03-02' as CalendarDate,
      pageSize: nextPageSize(),
    });
    const asOf = clinicDay(Date.now(), 'UTC');
    const { recognise } = installedRecogniser();
    return judgeSafety(chart, { asOf, timeZone: 'UTC', recognise, preparation: 'capsules' });
  };
  const before = await judge();
  const regimen = proposeRegimen(before.asOf, PRESETS[preset]);
  const proposal = proposeTitration(regimen, { asOf: before.asOf, earliestStart: null });
  const answers = Object.fromEntries(
    before.findings
      .filter(({ severity }) => severity === 'confirm')
      .map(({ key }) => [key, { words: 'asked' }]),
  );
  const reviewed = review(before, proposal, answers);
  const makeOrder = (identifier: string): DraftOrder => {
    if (reviewed.outcome !== 'draft') throw new Error(`the review says ${reviewed.outcome}`);
    return draftOrder(reviewed.reviewed, {
      identifier,
      requester: { reference: 'Practitioner/dr-exemplar', display: null },
      encounterId: null,
      authoredOn: before.asOf,
      intent: 'order',
      words: ORDER_WORDS,
    });
  };

  return {
    server,
    journal,
    before,
    makeOrder,
    rung: chooseRung({
      site,
      capabilities: declared,
      mayCreate: grantedTo(granted, 'MedicationRequest', 'c').kind === 'granted',
      webMessaging: false,
      hookCards: false,
    }),
    /** Reads and judges the chart again, then writes. */
    async write(order: DraftOrder): Promise<WriteOutcome> {
      const recheck = recheckBeforeWrite(before, await judge(), journal.now);
      if (!('fresh' in recheck)) return recheck;
      return writeDraft(order, recheck.fresh, server, {
        launch: { issuer: ehr.fhirBase, patientId },
        journal,
        conditionalCreate: declared?.conditionalCreate('MedicationRequest') ?? false,
        transaction: declared?.transaction ?? false,
        search,
        now: () => journal.now,
        words: ORDER_WORDS,
        pause: async (ms) => {
          journal.now += ms;
        },
      });
    },
    /** A person looks into the EHR, finds no draft and says so. */
    async sayNotThere(): Promise<number | null> {
      const launch = { issuer: ehr.fhirBase, patientId };
      const drafts = (await journal.read<PatientDrafts>(journalKey(launch)))?.payload.drafts ?? [];
      const sendings = drafts.filter(isInDoubt).map(sendingOf);
      const pause = async (ms: number) => {
        journal.now += ms;
      };
      return writePersonLooked(sendings, { at: journal.now, by: null }, { launch, journal, pause });
    },
    /** What stands of the order, compared field by field. */
    async readBack(order: DraftOrder, outcome: WriteOutcome) {
      const locations = outcome.kind === 'written' ? outcome.locations : [];
      return verifyDraft(order, await readBack(server, locations));
    },
  };
}

/** The naltrexone orders the EHR holds for this patient, hidden ones included. */
export function naltrexoneIn(ehr: Sandbox, patientId: string): MedicationRequest[] {
  const rows = ehr.repository.rows('MedicationRequest', patientId) as MedicationRequest[];
  return rows.filter((row) => /naltrexone/i.test(JSON.stringify(row)));
}
