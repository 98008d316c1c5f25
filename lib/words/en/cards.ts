/**
 * What an EHR shows beside an order that is being made: one line under 140 characters with the drug and the day, and what it rests on. Texts of
 * the chart stand in it as text, whatever an EHR makes of Markdown.
 * @see CDS Hooks 2.0.1, "Card attributes"
 */
import type { ChartPart } from '#lib/chart/ledger.ts';
import type {
  Direction,
  NotReadFact,
  OrderWarning,
  WarningCode,
  WarningFacts,
} from '#lib/order-check/order-warning.ts';
import type { MedicationFact } from '#lib/safety/row-fact.ts';
import type { IngredientId } from '#lib/terminology/recognition.ts';
import { CEILING } from '#lib/titration/regimen-limits.ts';
import { citationWords } from './citations.ts';
import { screenDate } from './dates.ts';
import { milligrams } from './dose.ts';
import { findingWords } from './finding.ts';
import { checkedFieldWords } from './read-back.ts';
import { drugAndStatus, medicationName, recordedDay, rowName } from './rows.ts';
import { unreadWords } from './unread.ts';

/** The specification wants fewer than 140 characters. */
const LONGEST_SUMMARY = 139;

/** A sentence around a name that may have to be cut short. */
type Summary = (name: string) => string;

const day = (fact: MedicationFact) => recordedDay(fact.day, screenDate);
const capital = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** Of an order or statement: "active since 10-Nov-2025"; of what was handed over or given: "handed over 10-Nov-2025". */
function standsSince(fact: MedicationFact): string {
  if (fact.kind === 'dispense') return `dispensed ${day(fact)}`;
  if (fact.kind === 'administration') return `given ${day(fact)}`;
  const status = fact.status ?? 'on the chart';
  return fact.day === null ? `${status}, ${day(fact)}` : `${status} since ${day(fact)}`;
}

const isSupplied = ({ kind }: MedicationFact) => kind === 'request' || kind === 'dispense';

const PART: Readonly<Record<ChartPart, string>> = {
  Patient: "the patient's record",
  MedicationRequest: 'the medication orders',
  MedicationStatement: 'the medication statements',
  MedicationDispense: 'the dispenses',
  MedicationAdministration: 'the administrations',
  AllergyIntolerance: 'the allergies',
  Condition: 'the problems',
  Observation: 'the results',
  Procedure: 'the procedures',
  Appointment: 'the appointments',
  ServiceRequest: 'the service requests',
  Encounter: 'the visits',
};
const partName = (part: ChartPart | null) => (part === null ? 'a part of the chart' : PART[part]);

function notReadShort({ part, what }: NotReadFact): string {
  const words = `${partName(part)} ${part === null || part === 'Patient' ? 'was' : 'were'}`;
  switch (what.code) {
    case 'not-sent':
      return `${words} not sent with this request`;
    case 'another-patient':
    case 'row-of-another-patient':
      return `${words} mixed with another patient's`;
    case 'no-answer':
      return `${words} not read in time`;
    default:
      return `${words} not read whole`;
  }
}

/** The orders first: without them nothing can be told. */
function gravestGap(missing: readonly NotReadFact[]): NotReadFact {
  return (
    missing.find(({ part }) => part === 'MedicationRequest') ??
    missing.find(({ part }) => part !== null && part !== 'Patient') ??
    missing[0] ?? { part: null, what: { code: 'not-read-whole' } }
  );
}

function takesNaltrexone({ milligramsADay, isOurs }: WarningFacts<'on-naltrexone'>): string {
  if (milligramsADay === null) return 'Takes naltrexone';
  const often = isOurs ? 'nightly' : 'a day';
  const low = milligramsADay * 1000 <= CEILING ? 'low-dose ' : '';
  return `Takes ${low}naltrexone (${milligramsADay} mg ${often})`;
}

const SUMMARY: { readonly [C in WarningCode]: (facts: WarningFacts<C>) => Summary } = {
  'opioid-present':
    ({ medication }) =>
    (name) =>
      `Opioid on the chart: ${name}, ${standsSince(medication)}. Naltrexone can precipitate withdrawal: do not start.`,
  'opioid-depot-present':
    ({ medication }) =>
    (name) =>
      `Opioid depot, implant or pump: ${name}, ${day(medication)}. Naltrexone can precipitate withdrawal: no safe date.`,
  'opioid-recent':
    ({ medication, lastDay, clearFrom }) =>
    (name) =>
      `${capital(name)} ${isSupplied(medication) ? 'supply may have lasted' : 'may have been taken up'} to ${screenDate(lastDay)}. Earliest naltrexone start: ${screenDate(clearFrom)}.`,
  'opioid-ordered-too': () => (name) =>
    `An opioid is being ordered as well: ${name}. Naltrexone can precipitate withdrawal: never both.`,
  'opioid-beside-unread-order': () => (name) =>
    `The EHR did not send what is being ordered. If it is naltrexone, do not start: ${name} is on the chart.`,
  'chart-not-read':
    ({ missing }) =>
    () =>
      `Cannot tell whether an opioid is taken: ${notReadShort(gravestGap(missing))}. Check before signing.`,
  'opioid-undated': () => (name) =>
    `Cannot tell when ${name} was last taken. Naltrexone can precipitate withdrawal: ask before signing.`,
  'opioid-unnamed': () => (name) =>
    `Cannot tell: "${name}" could be an opioid. Name it before naltrexone is signed.`,
  'opioid-pending':
    ({ medication }) =>
    (name) =>
      `Opioid order pending: ${name}, ${day(medication)}. Naltrexone can precipitate withdrawal: settle it first.`,
  'medicines-unknown':
    ({ others }) =>
    (name) =>
      `Cannot tell what "${name}"${others === 0 ? ' is' : ` and ${others} more are`}. Name it before naltrexone is signed.`,
  'no-medicines-listed': () => () =>
    'Cannot tell whether an opioid is taken: the chart lists no medicines at all. Ask before naltrexone is signed.',
  'on-naltrexone': (facts) => (name) =>
    `${takesNaltrexone(facts)}: ${facts.isNamed ? 'this opioid' : facts.ordered.words === null ? 'this order, if an opioid,' : `"${name}", if an opioid,`} may not work, and the next naltrexone dose can cause withdrawal.`,
  'perhaps-on-naltrexone': () => () =>
    'May be taking naltrexone: ask. This opioid may then not work, and the next naltrexone dose can cause withdrawal.',
  'on-naltrexone-depot':
    ({ naltrexone, milligrams: dose }) =>
    () =>
      `Naltrexone depot${dose === null ? '' : ` ${dose} mg`} ${naltrexone.kind === 'request' ? 'ordered' : 'given'} ${day(naltrexone)} still blocks opioids. Overriding the block with more opioid is dangerous.`,
  'not-as-reviewed':
    ({ milligrams: dose, reviewedFirstDose }) =>
    (name) =>
      `This order reads ${dose === null ? name : `naltrexone ${dose} mg`}. The reviewed plan was ${milligrams(reviewedFirstDose)} at bedtime.`,
  'changed-since-review':
    ({ reviewedFirstDose }) =>
    (name) =>
      `${capital(name)}: changed since it was reviewed, at ${milligrams(reviewedFirstDose)} at bedtime. Compare before signing.`,
  'not-compared': () => (name) =>
    `Cannot tell whether ${name} is what was reviewed in LDN Titration: its records did not answer. Compare before signing.`,
  'plan-offered':
    ({ firstDose, highestDose, on }) =>
    () =>
      `Reviewed ${screenDate(on)} for this patient: naltrexone from ${milligrams(firstDose)} to ${milligrams(highestDose)} at bedtime. The order text is below.`,
  'draft-stale':
    ({ drafted, added, daysOld }) =>
    (name) =>
      added === null
        ? `Draft of ${screenDate(drafted)}, ${daysOld} days old: the chart may have changed. Open the check again before signing.`
        : `Draft of ${screenDate(drafted)}: since then ${name} was added to the chart. Do not sign; open the check again.`,
  'opioid-since-titration':
    ({ opioid }) =>
    (name) =>
      `On low-dose naltrexone, and ${name} is on the chart (${day(opioid)}). Hold naltrexone; contact the patient today.`,
  'review-overdue':
    ({ due }) =>
    () =>
      `Low-dose naltrexone: the review was due ${screenDate(due)}. Open the app to decide: step, stay, lower or stop.`,
};

/** Under 140 characters, whatever the chart calls its drugs. */
export function cardSummary(warning: OrderWarning): string {
  const summary = (SUMMARY[warning.code] as (facts: object) => Summary)(warning.facts);
  const fact = namedIn(warning);
  const whole = fact === null ? '' : oneLine(medicationName(rowName(fact)));
  const text = summary(whole);
  if (text.length <= LONGEST_SUMMARY) return text;
  const room = Math.max(8, whole.length - (text.length - LONGEST_SUMMARY));
  return cut(summary(shortened(whole, room, warning.ingredients)), LONGEST_SUMMARY);
}

function namedIn({ facts }: OrderWarning): MedicationFact | null {
  if ('medication' in facts) return facts.medication;
  if ('added' in facts) return facts.added;
  if ('opioid' in facts) return facts.opioid;
  return 'ordered' in facts ? facts.ordered : null;
}

/** A name that is cut short keeps what is in it: where the beginning does not say it, that takes its place. */
function shortened(name: string, room: number, ingredients: readonly IngredientId[]): string {
  const cutName = cut(name, room);
  const inIt = ingredients.map((id) => id.replaceAll('-', ' '));
  const says = inIt.every((one) => cutName.toLowerCase().includes(one));
  return says ? cutName : cut(inIt.join(', '), room);
}

function cut(text: string, room: number): string {
  return text.length <= room ? text : `${text.slice(0, Math.max(0, room - 3)).trimEnd()}...`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** GitHub-flavoured Markdown and HTML alike mean nothing in what a chart or an EHR says. */
function asText(text: string): string {
  return oneLine(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_[\]#|~!]/g, '\\$&')
    .replace(/https?:/gi, (scheme) => `${scheme.slice(0, -1)}&#58;`)
    .replace(/www\./gi, 'www&#46;');
}

/** More lines than these nobody reads beside an order; the app shows all. */
const LINES_SHOWN = 6;

function listed(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const each = [...new Set(lines)];
  const more = each.length - LINES_SHOWN;
  return [
    `**${title}**`,
    [
      ...each.slice(0, LINES_SHOWN).map((line) => `- ${asText(line)}`),
      ...(more > 0 ? [`- and ${more} more; the app shows all`] : []),
    ].join('\n'),
  ];
}

const HOLD =
  'Hold naltrexone for at least 72 hours before an opioid is needed; an anaesthetist or pain team decides. Overcoming the block with higher opioid doses is dangerous.';
const ON_DEPOT =
  'Use regional or non-opioid pain relief where possible; an anaesthetist or pain team decides. Opioids only with close monitoring of breathing.';

const ADVICE: Readonly<Record<Direction, string | null>> = {
  naltrexone: null,
  opioid: HOLD,
  'own-draft': null,
  titration: 'No step up. Hold naltrexone until this is settled.',
};

/** What the card rests on: the chart's own lines with their days, what was not read, what to do, and the source of the rule. */
export function cardDetail(warning: OrderWarning): string {
  return [
    ...listed('On the chart', chartLines(warning)),
    ...listed(
      'No longer as reviewed',
      warning.code === 'changed-since-review' ? warning.facts.fields.map(checkedFieldWords) : [],
    ),
    ...listed('Not read', warning.notRead.map(gapWords)),
    ...listed(
      'What this app cannot see in this EHR',
      warning.unseen.map((part) => capital(PART[part])),
    ),
    ...adviceLines(warning),
    `**Source:** ${sources(warning).map(asText).join('; ')}`,
  ].join('\n\n');
}

function chartLines(warning: OrderWarning): string[] {
  const naltrexone =
    'naltrexone' in warning.facts ? [drugAndStatus(warning.facts.naltrexone, screenDate)] : [];
  const findings = warning.findings.filter(({ rule }) => warning.direction !== 'opioid' || rule === 'R12');
  return [...naltrexone, ...findings.map((finding) => findingWords(finding))];
}

function gapWords({ part, what }: NotReadFact): string {
  return `${capital(partName(part))}: ${unreadWords(what)}`;
}

function adviceLines({ code, direction }: OrderWarning): string[] {
  const advice =
    code === 'on-naltrexone-depot' ? ON_DEPOT : code === 'review-overdue' ? null : ADVICE[direction];
  return advice === null ? [] : [advice];
}

/** Of what is ordered, where no rule of the chart is behind it. */
const BASIS: Readonly<Record<Direction, readonly (keyof typeof citationWords)[]>> = {
  naltrexone: ['labelContraindications', 'policy'],
  opioid: ['labelInteractions', 'painGuideline', 'perioperative'],
  'own-draft': ['policy'],
  titration: ['clinicNotes', 'policy'],
};

function sources({ direction, findings }: OrderWarning): string[] {
  const basis = direction === 'naltrexone' ? findings.flatMap((finding) => finding.basis) : [];
  return [...new Set(basis.length > 0 ? basis : BASIS[direction])].map((citation) => citationWords[citation]);
}

/** Why a card is passed over, four at the most. @see HL7 code system non-adherence-reason-codes */
const OVERRIDES: Readonly<Record<Direction, Readonly<Record<OverrideCode, string>>>> = {
  naltrexone: {
    'action-completed': 'Opioid already stopped',
    'patient-ineligible': 'Not taking it',
    'risk-benefit-ratio': 'Benefit outweighs the risk',
    'need-more-info': 'Needs more information',
  },
  opioid: {
    'action-completed': 'Naltrexone already stopped or held',
    'patient-ineligible': 'Not taking naltrexone',
    'risk-benefit-ratio': 'Benefit outweighs the risk',
    'need-more-info': 'Needs more information',
  },
  'own-draft': {
    'action-completed': 'Checked again outside the app',
    'patient-ineligible': 'A different order from the one reviewed',
    'risk-benefit-ratio': 'Benefit outweighs the risk',
    'need-more-info': 'Needs more information',
  },
  titration: {
    'action-completed': 'Already settled with the patient',
    'patient-ineligible': 'Not taking naltrexone',
    'risk-benefit-ratio': 'Benefit outweighs the risk',
    'need-more-info': 'Needs more information',
  },
};

export function overrideWords(direction: Direction): Readonly<Record<OverrideCode, string>> {
  return OVERRIDES[direction];
}

type OverrideCode = 'action-completed' | 'patient-ineligible' | 'risk-benefit-ratio' | 'need-more-info';

/** The reviewed order, to be copied into the one that is being made. */
export function offeredTexts(texts: readonly string[]): string {
  return ['**The reviewed order, to copy**', ...texts.map(asText)].join('\n\n');
}

export const CARD_WORDS = {
  source: 'LDN Titration',
  openApp: 'Open LDN Titration',
  addOrder: (display: string) => `Add the reviewed order as ${oneLine(display)}, unsigned`,
  removeOrder: 'Remove the naltrexone order',
  removeOrderOf: (name: string) => `Remove ${oneLine(name)} from the orders being made`,
} as const;

const TOPICS: Readonly<Record<Direction, string>> = {
  naltrexone: 'Naltrexone with opioids',
  opioid: 'Opioid with naltrexone',
  'own-draft': 'Naltrexone order against the reviewed plan',
  titration: 'Low-dose naltrexone under way',
};

export function topicWords(direction: Direction): string {
  return TOPICS[direction];
}

/** What discovery says of each service, for whoever sets the EHR up. */
const SERVICES = {
  'ldn-order-select': {
    title: 'Naltrexone and opioids: when an order is chosen',
    description:
      'Warns when naltrexone is chosen for a patient with an opioid, or an opioid for a patient on naltrexone. Says so where the medicines were not sent.',
  },
  'ldn-order-sign': {
    title: 'Naltrexone and opioids: when orders are signed',
    description:
      'The same over all orders to be signed, and whether a naltrexone draft is still what was reviewed.',
  },
  'ldn-patient-view': {
    title: 'Low-dose naltrexone: when a chart is opened',
    description:
      'Warns when an opioid came into the chart of a patient who titrates low-dose naltrexone, or the review is overdue.',
  },
} as const;

export function serviceWords(id: keyof typeof SERVICES): {
  readonly title: string;
  readonly description: string;
} {
  return SERVICES[id];
}

export const SERVICE_USAGE =
  'Send every prefetch key whole, all statuses and all pages: what is not sent counts as not read, and a naltrexone order is then answered with a warning.';
