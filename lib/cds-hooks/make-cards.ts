/** Warnings -> cards. Decides nothing: what is said, and what may be done about it, follows from the warning. */
import { OWN_DRAFT_SYSTEM } from '#lib/chart/own-draft.ts';
import type { CardLink, CardScreen } from '#lib/launch/card-context.ts';
import type { OfferedOrder } from '#lib/order/write/write-offer.ts';
import type { Direction, OrderWarning, WarningCode } from '#lib/order-check/order-warning.ts';
import type { HookedSite } from '#lib/settings/site.ts';
import type { Words } from '#lib/words/words-for.ts';
import type { Card, Coding, SmartLink, Suggestion } from './card.ts';
import { reviewedAsDraft } from './create-reviewed.ts';

export interface CardMaking {
  /** Public origin of the app, without a trailing slash. */
  readonly appUrl: string;
  readonly hooks: Pick<HookedSite['cdsHooks'], 'selectionBehavior' | 'deleteAction' | 'orderable'>;
  /** Orders that the EHR can be told to take out, by their source, with what they are called. */
  readonly removable: ReadonlyMap<string, string>;
  /** What was reviewed and waits to be ordered; null where nothing does. */
  readonly offer:
    | (Pick<OfferedOrder, 'texts' | 'requests'> & {
        /** No naltrexone is being ordered: an order that is added is the only one. */
        readonly mayAdd: boolean;
      })
    | null;
  readonly newUuid: () => string;
  /** What a link hands to the launch it leads to. */
  readonly contextOf: (link: CardLink) => string;
}

export function makeCard(words: Words, warning: OrderWarning, making: CardMaking): Card {
  const uuid = making.newUuid();
  const offer = warning.direction === 'own-draft' ? making.offer : null;
  const suggestions = [
    ...removals(words, warning, making),
    ...(offer?.mayAdd ? additions(words, offer, making) : []),
  ];
  return {
    uuid,
    summary: words.cards.cardSummary(warning),
    detail: [
      ...(offer === null ? [] : [words.cards.offeredTexts(offer.texts)]),
      words.cards.cardDetail(warning),
    ].join('\n\n'),
    indicator: warning.weight,
    source: { label: words.cards.source, url: making.appUrl, topic: topicOf(words, warning.direction) },
    ...(suggestions.length > 0 && {
      suggestions,
      selectionBehavior: making.hooks.selectionBehavior,
    }),
    overrideReasons: overrideReasons(words, warning.direction),
    links: [smartLink(words, { card: uuid, opensAt: SCREENS[warning.code] }, making)],
  };
}

/** Safety has the chart's opioids and what was not read; Follow-up what to do for whoever takes it; Review the order as it was reviewed. */
const SCREENS: Readonly<Record<WarningCode, CardScreen>> = {
  'opioid-present': 'safety',
  'opioid-depot-present': 'safety',
  'opioid-recent': 'safety',
  'opioid-ordered-too': 'safety',
  'opioid-beside-unread-order': 'safety',
  'chart-not-read': 'safety',
  'opioid-undated': 'safety',
  'opioid-unnamed': 'safety',
  'opioid-pending': 'safety',
  'medicines-unknown': 'safety',
  'no-medicines-listed': 'safety',
  'on-naltrexone': 'follow-up',
  // Whether there is a treatment to follow up is what nobody can tell, or it is none of this app.
  'perhaps-on-naltrexone': 'safety',
  'on-naltrexone-depot': 'safety',
  'not-as-reviewed': 'review',
  'changed-since-review': 'review',
  'not-compared': 'review',
  // "Open the check again."
  'draft-stale': 'safety',
  'plan-offered': 'review',
  'opioid-since-titration': 'follow-up',
  'review-overdue': 'follow-up',
};

/** It comes back with the launch, which then knows which card led there. */
function smartLink(words: Words, link: CardLink, { appUrl, contextOf }: CardMaking): SmartLink {
  return {
    label: words.cards.openApp,
    url: `${appUrl}/launch`,
    type: 'smart',
    appContext: contextOf(link),
  };
}

const TOPICS = `${OWN_DRAFT_SYSTEM}.3`;
/** The same each time: some EHRs carry the acknowledgement of a topic on to the next hook. @see Epic, topic.code: letters and digits */
const TOPIC_CODE: Readonly<Record<Direction, string>> = {
  naltrexone: 'LdnNaltrexoneBesideOpioids',
  opioid: 'LdnOpioidBesideNaltrexone',
  'own-draft': 'LdnOrderAgainstReviewedPlan',
  titration: 'LdnInCourse',
};

function topicOf(words: Words, direction: Direction): Coding {
  return { system: TOPICS, code: TOPIC_CODE[direction], display: words.cards.topicWords(direction) };
}

/** @see HL7 Terminology, Non-Adherence Reason Codes */
const OVERRIDE_SYSTEM = 'http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes';

function overrideReasons(words: Words, direction: Direction): Coding[] {
  return Object.entries(words.cards.overrideWords(direction)).map(([code, display]) => ({
    system: OVERRIDE_SYSTEM,
    code,
    display,
  }));
}

/** Where the naltrexone must not be signed as it stands. What nobody could tell of is the prescriber's to decide. */
const MUST_NOT_STAND: ReadonlySet<WarningCode> = new Set([
  'opioid-present',
  'opioid-depot-present',
  'opioid-recent',
  'opioid-ordered-too',
  'not-as-reviewed',
  'draft-stale',
]);

function removals(
  words: Words,
  warning: OrderWarning,
  { hooks, removable, newUuid }: CardMaking,
): Suggestion[] {
  if (!hooks.deleteAction || !MUST_NOT_STAND.has(warning.code)) return [];
  return warning.orders.flatMap((order, place) => {
    const name = removable.get(order);
    if (name === undefined) return [];
    return [
      {
        label: words.cards.removeOrder,
        uuid: newUuid(),
        ...(warning.weight === 'critical' && place === 0 && { isRecommended: true }),
        actions: [
          { type: 'delete', description: words.cards.removeOrderOf(name), resourceId: order } as const,
        ],
      },
    ];
  });
}

function additions(
  words: Words,
  { requests }: NonNullable<CardMaking['offer']>,
  { hooks, newUuid }: CardMaking,
): Suggestion[] {
  const resource = reviewedAsDraft(requests, hooks.orderable);
  if (resource === null || hooks.orderable === undefined) return [];
  const label = words.cards.addOrder(hooks.orderable.display);
  return [{ label, uuid: newUuid(), actions: [{ type: 'create', description: label, resource }] }];
}
