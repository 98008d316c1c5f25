/** A call whose caller is known -> cards. Answered in time whatever the EHR does; nothing of the call is kept. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { cardContextText } from '#lib/launch/card-context.ts';
import { audit, msSince } from '#lib/operations/audit.ts';
import { count, observe } from '#lib/operations/metrics.ts';
import { journalKey, type PatientDrafts } from '#lib/order/write/draft-journal.ts';
import { keepShown, type OfferedOrder, type OfferShown, readOffer } from '#lib/order/write/write-offer.ts';
import { checkOpenedChart, checkOrders, offerPlan } from '#lib/order-check/check-orders.ts';
import type { OrderWarning } from '#lib/order-check/order-warning.ts';
import { concerns, mayConcern, type Ordered, orderKind } from '#lib/order-check/ordered.ts';
import type { HowToJudge } from '#lib/safety/open-case.ts';
import type { Case } from '#lib/safety/rule.ts';
import type { HookedSite } from '#lib/settings/site.ts';
import { draftJournal } from '#lib/store/journal.ts';
import { storedRecords } from '#lib/store/stored-records.ts';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import { clinicDay } from '#lib/time/clinic-day.ts';
import { LANGUAGE_OF } from '#lib/words/language.ts';
import { type Words, wordsFor } from '#lib/words/words-for.ts';
import type { HookResponse } from './card.ts';
import type { HookCall } from './hook-request.ts';
import { type Orders, openHookCase, recogniseDrafts } from './judge-call.ts';
import { type CardMaking, makeCard } from './make-cards.ts';
import { type Drafts, readDrafts } from './read-drafts.ts';
import { readHookChart } from './read-missing.ts';
import { offeredOrder, reviewedOrders } from './reviewed-orders.ts';
import type { HookName, HookService } from './services.ts';

/** POLICY: for reading what was not sent; the specification wants an answer within 500 ms. */
const READING_MS = 350;
/** POLICY: for what was reviewed, out of our own store. */
const MEMORY_MS = 300;

interface AnsweredHook {
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
  const judged = await judge(service, call, site, how, begun);
  const { warnings } = judged;
  const making: CardMaking = {
    appUrl,
    hooks: site.cdsHooks,
    removable: removable(words, judged.drafts),
    offer:
      judged.offer === undefined ? null : { ...judged.offer.order, mayAdd: judged.offer.ordered === null },
    newUuid: randomUUID,
    contextOf: cardContextText,
  };
  const cards = warnings.map((warning) => makeCard(words, warning, making));
  if (!site.cdsHooks.silent) tellOffer(words, call, site, judged);
  tell(service, call, site, judged, begun);
  return { response: { cards: site.cdsHooks.silent ? [] : cards }, outcome: judged.outcome };
}

interface Judged {
  readonly warnings: readonly OrderWarning[];
  readonly drafts: Drafts | null;
  readonly outcome: string;
  /** What waits to be ordered, and what was seen of it now. */
  readonly offer?: { readonly order: OfferedOrder; readonly ordered: Ordered | null };
}

async function judge(
  service: HookService,
  call: HookCall,
  site: HookedSite,
  how: HowToJudge,
  begun: number,
): Promise<Judged> {
  const { hook } = service;
  const reading = () => ({
    today: how.asOf,
    budgetMs: Math.max(1, Math.floor(READING_MS - (performance.now() - begun))),
  });
  if (hook === 'patient-view') {
    if (!site.cdsHooks.patientView) return { warnings: [], drafts: null, outcome: 'switched-off' };
    return judgement(
      checkOpenedChart(openHookCase(await readHookChart(call, site, [], reading()), how)),
      null,
    );
  }
  const drafts = readDrafts(call, site);
  if (call.draftOrders?.length === 0) return { warnings: [], drafts, outcome: 'no-orders' };
  const orders = recogniseDrafts(drafts, how);
  const isAbout = concerns(orders);
  // Our own store and the EHR are asked at once: the user waits for both.
  const remembering = rememberedOf(service, site, call);
  if (!mayConcern(orders) && !isWaiting(await remembering))
    return { warnings: [], drafts, outcome: 'another-order' };
  const raw = await readHookChart(call, site, unreadRows(orders, drafts), reading());
  const whole = isAbout ? drafts : readDrafts(call, site, raw.others);
  const named: Orders = isAbout ? orders : recogniseDrafts(whole, how);
  const remembered = await remembering;
  if (!isWaiting(remembered) && !mayConcern(named)) return { warnings: [], drafts, outcome: 'another-order' };
  return judgeOrders(hook, named, whole, openHookCase(raw, how, whole), remembered, how);
}

function judgeOrders(
  hook: HookName,
  orders: Orders,
  drafts: Drafts,
  patient: Case,
  remembered: Remembered | null,
  { timeZone, asOf }: HowToJudge,
): Judged {
  const patientId = patient.chart.patient.source.slice('Patient/'.length);
  const offer = remembered?.offer ?? null;
  const waiting = offer === null ? [] : [offeredOrder(offer, patientId, timeZone)];
  const reviewed =
    remembered === null ? null : [...waiting, ...reviewedOrders(remembered.journal, patientId, timeZone)];
  const warnings = mayConcern(orders) ? checkOrders({ orders, reviewed }, patient) : [];
  const ordered = orders.find((order) => order.isSelected && orderKind(order) === 'naltrexone') ?? null;
  if (warnings.length === 0 && ordered === null && orders.some(isUnread))
    return { warnings, drafts, outcome: 'order-unread' };
  if (warnings.length === 0 && ordered === null && orders.some(isOpioidOrder) && !isReadWhole(patient))
    return { warnings, drafts, outcome: 'opioid-unchecked' };
  if (offer === null || (ordered === null && mayConcern(orders))) return judgement(warnings, drafts);
  const mayOffer = warnings.length === 0 && (hook === 'order-select' || ordered === null);
  const offered = mayOffer
    ? offerPlan({ plan: offer.plan, on: waiting[0]?.on ?? asOf }, orders, patient)
    : [];
  const all = [...warnings, ...offered];
  return { ...judgement(all, drafts), ...(all.length > 0 && { offer: { order: offer, ordered } }) };
}

function judgement(warnings: readonly OrderWarning[], drafts: Drafts | null): Judged {
  return { warnings, drafts, outcome: warnings[0]?.code ?? 'nothing-to-say' };
}

/** For Done to tell: that it was shown, and beside what. */
function tellOffer(words: Words, call: HookCall, { issuer }: HookedSite, { offer, warnings }: Judged): void {
  if (offer === undefined || call.user === null) return;
  const { order, ordered } = offer;
  const isAnother = warnings.some(({ code }) => code === 'not-as-reviewed');
  const shown: OfferShown = {
    at: Date.now(),
    ordered: ordered === null ? 'none' : isAnother ? 'another' : 'as-reviewed',
    words: ordered === null ? null : words.rows.medicationName(ordered.medication.row.words),
  };
  const to = { issuer, patientId: call.patientId, user: call.user };
  // Nobody waits for it: what is not kept now is told as "not yet shown".
  void keepShown(storedRecords(), to, order, shown).catch(() => {});
}

function isUnread(order: Ordered): boolean {
  return orderKind(order) === 'unread';
}

function isOpioidOrder(order: Ordered): boolean {
  return order.isSelected && ['opioid', 'perhaps-opioid'].includes(orderKind(order));
}

/** Whether naltrexone that the patient takes could stand in what was not read. */
function isReadWhole({ gaps }: Case): boolean {
  return gaps.incomplete.length + gaps.otherPatient.length === 0;
}

/** Orders whose drug is only pointed to. */
function unreadRows(orders: Orders, { rows }: Drafts) {
  const unread = new Set(orders.filter(isUnread).map(({ medication }) => medication.row.source));
  return rows
    .filter(({ row }) => unread.has(row.source))
    .map(({ row, json }) => ({ json, type: 'MedicationRequest', source: row.source, fullUrl: null }));
}

interface Remembered {
  readonly journal: PatientDrafts | null;
  readonly offer: OfferedOrder | null;
}

/** A reviewed plan that nobody was shown beside an order yet. */
function isWaiting(remembered: Remembered | null): boolean {
  return remembered?.offer?.shown === null;
}

/** Null where the store does not say it in time: the order is still judged beside the chart. Never rejects. */
async function rememberedOf(
  { id }: HookService,
  { issuer }: HookedSite,
  { patientId, user }: HookCall,
): Promise<Remembered | null> {
  const late = new AbortController();
  const read = async (): Promise<Remembered> => {
    const [entry, offer] = await Promise.all([
      draftJournal().read<PatientDrafts>(journalKey({ issuer, patientId })),
      user === null ? null : readOffer(storedRecords(), { issuer, patientId, user }),
    ]);
    return { journal: entry?.payload ?? null, offer };
  };
  const remembered = await Promise.race([read(), sleep(MEMORY_MS, null, { signal: late.signal })]).catch(
    () => null,
  );
  late.abort();
  if (remembered === null) count('ldn_hook_unremembered_total', { service: id });
  return remembered;
}

/** An order without an id of its own cannot be named to the EHR, and by an id of several the wrong one might go. */
function removable(words: Words, drafts: Drafts | null): ReadonlyMap<string, string> {
  const rows = drafts?.rows ?? [];
  const named = Map.groupBy(rows, ({ row }) => row.source);
  return new Map(
    rows.flatMap(({ row, json }) =>
      typeof json.id === 'string' && json.id !== '' && named.get(row.source)?.length === 1
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
