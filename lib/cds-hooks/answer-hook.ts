/** A call whose caller is known -> cards. Answered in time whatever the EHR does; nothing of the call is kept. */
import { randomUUID } from 'node:crypto';
import { audit, msSince } from '#lib/operations/audit.ts';
import { count, observe } from '#lib/operations/metrics.ts';
import { journalKey, type PatientDrafts } from '#lib/order/write/draft-journal.ts';
import type { OrderWarning } from '#lib/order-check/order-warning.ts';
import { concerns } from '#lib/order-check/ordered.ts';
import type { HowToJudge } from '#lib/safety/open-case.ts';
import type { HookedSite } from '#lib/settings/site.ts';
import { draftJournal } from '#lib/store/journal.ts';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import { clinicDay } from '#lib/time/clinic-day.ts';
import { LANGUAGE_OF } from '#lib/words/language.ts';
import { type Words, wordsFor } from '#lib/words/words-for.ts';
import type { HookResponse } from './card.ts';
import type { HookCall } from './hook-request.ts';
import { isUnread, judgeOpened, judgeOrders, type Orders, recogniseDrafts } from './judge-call.ts';
import { type CardMaking, makeCard } from './make-cards.ts';
import { type Drafts, readDrafts } from './read-drafts.ts';
import { readHookChart } from './read-missing.ts';
import { reviewedOrders } from './reviewed-orders.ts';
import type { HookService } from './services.ts';

/** POLICY: for reading what was not sent; the specification wants an answer within 500 ms. */
const READING_MS = 350;
/** POLICY: for what was reviewed, out of our own store. */
const JOURNAL_MS = 100;

export interface AnsweredHook {
  readonly response: HookResponse;
  /** What the answer was, for the counts: "opioid-present", "nothing-to-say", "another-order". */
  readonly outcome: string;
}

/** @param begun performance.now() when the call came; reading ends so long after it, not after this. */
export async function answerHook(
  service: HookService,
  call: HookCall,
  { site, appUrl, begun }: { readonly site: HookedSite; readonly appUrl: string; readonly begun: number },
): Promise<AnsweredHook> {
  const words = wordsFor(LANGUAGE_OF.screens);
  const timeZone = site.timeZone ?? null;
  const how: HowToJudge = {
    asOf: clinicDay(Date.now(), timeZone),
    timeZone,
    recognise: installedRecogniser(site.jurisdiction ?? null).recognise,
    preparation: 'capsules',
    jurisdiction: site.jurisdiction ?? null,
  };
  const judged = await judge(service, call, site, how, READING_MS - (performance.now() - begun));
  const { warnings } = judged;
  const making: CardMaking = {
    appUrl,
    hooks: site.cdsHooks,
    removable: removable(words, judged.drafts),
    newUuid: randomUUID,
  };
  const cards = warnings.map((warning) => makeCard(words, warning, making));
  tell(service, call, site, judged, begun);
  return { response: { cards: site.cdsHooks.silent ? [] : cards }, outcome: judged.outcome };
}

interface Judged {
  readonly warnings: readonly OrderWarning[];
  readonly drafts: Drafts | null;
  readonly outcome: string;
}

async function judge(
  { hook }: HookService,
  call: HookCall,
  site: HookedSite,
  how: HowToJudge,
  budgetMs: number,
): Promise<Judged> {
  const reading = { today: how.asOf, budgetMs: Math.max(1, Math.floor(budgetMs)) };
  if (hook === 'patient-view') {
    if (!site.cdsHooks.patientView) return { warnings: [], drafts: null, outcome: 'switched-off' };
    return judgement(judgeOpened(await readHookChart(call, site, [], reading), how), null);
  }
  const drafts = readDrafts(call, site);
  const orders = recogniseDrafts(drafts, how);
  const isAbout = concerns(orders);
  if (!isAbout && !orders.some((order) => order.isSelected && isUnread(order)))
    return { warnings: [], drafts, outcome: 'another-order' };
  const [raw, journal] = await Promise.all([
    readHookChart(call, site, unreadRows(orders, drafts), reading),
    journalOf(site, call),
  ]);
  const whole = isAbout ? drafts : readDrafts(call, site, raw.others);
  const named: Orders = isAbout ? orders : recogniseDrafts(whole, how);
  if (!concerns(named))
    return { warnings: [], drafts, outcome: named.some(isUnread) ? 'order-unread' : 'another-order' };
  const reviewed = reviewedOrders(journal, call.patientId, how.timeZone);
  return judgement(judgeOrders(named, whole, raw, reviewed, how), whole);
}

function judgement(warnings: readonly OrderWarning[], drafts: Drafts | null): Judged {
  return { warnings, drafts, outcome: warnings[0]?.code ?? 'nothing-to-say' };
}

/** Orders whose drug is only pointed to. */
function unreadRows(orders: Orders, { rows }: Drafts) {
  const unread = new Set(orders.filter(isUnread).map(({ medication }) => medication.row.source));
  return rows
    .filter(({ row }) => unread.has(row.source))
    .map(({ row, json }) => ({ json, type: 'MedicationRequest', source: row.source, fullUrl: null }));
}

/** Without our own memory the order is still judged beside the chart. */
async function journalOf({ issuer }: HookedSite, { patientId }: HookCall): Promise<PatientDrafts | null> {
  const late = new Promise<null>((resolve) => setTimeout(resolve, JOURNAL_MS, null));
  const read = draftJournal()
    .read<PatientDrafts>(journalKey({ issuer, patientId }))
    .then((entry) => entry?.payload ?? null)
    .catch(() => null);
  return Promise.race([read, late]);
}

/** An order without an id of its own cannot be named to the EHR. */
function removable(words: Words, drafts: Drafts | null): ReadonlyMap<string, string> {
  return new Map(
    (drafts?.rows ?? []).flatMap(({ row, json }) =>
      typeof json.id === 'string' && json.id !== ''
        ? [[row.source, words.rows.medicationName(row.words)]]
        : [],
    ),
  );
}

function tell(
  { id }: HookService,
  { patientId, user }: HookCall,
  { issuer, cdsHooks: { silent } }: HookedSite,
  { warnings, outcome }: Judged,
  begun: number,
): void {
  const ms = msSince(begun);
  count('ldn_hook_calls_total', { service: id, outcome });
  observe('ldn_hook_duration_seconds', { service: id }, ms / 1000);
  for (const { code, weight } of warnings)
    count('ldn_hook_cards_total', { service: id, kind: code, weight, shown: silent ? 'no' : 'yes' });
  if (warnings.length === 0) return;
  audit({
    event: 'hook',
    outcome: warnings.map(({ code }) => code).join(' '),
    issuer,
    patient: `Patient/${patientId}`,
    user,
    ms,
    ids: { service: id, shown: silent ? 'no' : 'yes' },
  });
}
