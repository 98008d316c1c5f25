/** Why something of a chart was not read, for a prescriber. What it is about stands before it. */
import type { Gap, RowFault, Unread } from '#lib/chart/unread.ts';
import type { ElementFault } from '#lib/fhir/fields.ts';

type Silence = Extract<Unread, { code: 'no-answer' }>['why'];
const SILENCE: Readonly<Record<Silence, string>> = {
  'timed-out': 'did not answer in time',
  unreachable: 'could not be reached, or the connection was cut',
  'not-json': 'answered with something that is not FHIR',
  'too-large': 'answered with more than this app reads',
  'foreign-address': 'lies at an address outside the EHR, which was not asked',
  'session-ended': 'was not asked: the sign-in has ended',
};

type Lost = Extract<Unread, { code: 'page-lost' }>['why'];
const LOST: Readonly<Record<Lost, string>> = {
  loop: 'leads back to a page already read',
  'too-many': 'was not read: there are more pages than any chart has',
  'no-bundle': 'answered with something that is no list of rows',
  'bad-link': 'has an address that could not be read',
};

/** What a status means to whoever reads it on screen; "was not answered" otherwise. */
const STATUS: ReadonlyMap<number, string> = new Map([
  [401, 'was refused'],
  [403, 'was refused'],
  [404, 'is not known to the EHR under this address'],
  [410, 'is not known to the EHR any more'],
  [429, 'was put off: the EHR is too busy at the moment'],
  [501, 'is not offered by the EHR, though the EHR lists it'],
]);

const NO_ORDERS: Readonly<Record<Gap, string>> = {
  server: 'is not supported by this EHR, so no order can be seen',
  'not-granted': 'was not granted by this EHR, so no order can be seen',
  'site-profile': 'is listed as absent in the site settings, so no order can be seen',
};

const ELEMENT: Readonly<Record<ElementFault['code'], string>> = {
  missing: 'is missing',
  'no-list': 'is no list',
  'no-date': 'is no date',
  'no-flag': 'is neither true nor false',
  'no-number': 'is no number',
  'no-object': 'is no object',
  'no-concept': 'is text, not a concept',
  'holds-no-object': 'holds something that is no object',
  'too-long': 'is too long to be read whole',
  'no-text': 'is not text',
  'no-value': 'has no value',
  negative: 'is negative',
  'no-unit-of-time': 'has a unit that is no time',
  'no-count': 'is no count',
  withheld: 'is withheld',
  'not-known': 'is not one this app knows',
};

const CAPABILITIES_UNKNOWN: ReadonlyMap<string, string> = new Map([
  ['no-capability-statement', 'the answer is no CapabilityStatement'],
  ['lists-no-resource', 'the CapabilityStatement lists no resource'],
]);

/** Why the EHR does not tell what it can answer. */
export function capabilitiesUnknownWords(why: string): string {
  return CAPABILITIES_UNKNOWN.get(why) ?? why;
}

/** What the EHR itself said of it stands in quotes: it may end as it likes, and what follows is ours again. */
export function unreadWords(unread: Unread): string {
  switch (unread.code) {
    case 'not-read-whole':
      return 'was not read whole';
    case 'not-sent':
      return 'was not sent with this request';
    case 'no-answer':
      return unread.status === null ? SILENCE[unread.why] : `${SILENCE[unread.why]} (HTTP ${unread.status})`;
    case 'not-answered':
      return `${STATUS.get(unread.status) ?? 'was not answered'} (HTTP ${unread.status})${unread.said === null ? '' : `: "${unread.said}"`}`;
    case 'page-lost':
      return LOST[unread.why];
    case 'another-resource':
      return 'was answered with something else';
    case 'another-patient':
      return 'was answered with another patient';
    case 'no-orders':
      return NO_ORDERS[unread.gap];
    case 'granted-in-part':
      return `was granted for ${unread.queries.join(' and ')} only`;
    case 'filtered':
      return `was answered for ${unread.filter} only, which was not asked for`;
    case 'shows-only':
      return `this EHR shows ${unread.shown} only`;
    case 'capabilities-unknown':
      return `what this EHR can answer is not known (${capabilitiesUnknownWords(unread.why)}); it was asked for everything`;
    case 'statement-unreadable':
      return 'could not be read';
    case 'other-fhir-version':
      return `the EHR speaks FHIR ${unread.release}; this app reads R4 and R4B`;
    case 'too-many-references':
      return 'more were referred to than can be read; the others go by the names on their rows, or are asked about';
    case 'answer-withheld-in-part':
      return 'was answered with parts withheld: the answer itself says so';
    case 'answer-in-part':
      return 'was answered in part only: the answer itself says so';
    case 'entries-unreadable':
      return 'has entries that could not be read';
    case 'no-resource':
      return 'is no resource that could be read';
    case 'bundles-too-deep':
      return 'holds Bundles within each other that were not read';
    case 'filed-as-another':
      return `is filed as ${unread.filedAs} and says it is ${unread.type}`;
    case 'holds-another':
      return `says it is ${unread.type} and holds ${unread.holds === 'medication' ? 'a medication' : 'resources of its own, which were not read'}`;
    case 'entry-refused':
      return `was answered with HTTP ${unread.status}`;
    case 'further-page':
      return 'has a further page that was not read';
    case 'rows-missing':
      return `holds ${unread.came} of the ${unread.total} rows it counts`;
    case 'total-unreadable':
      return 'has a total that is no number';
    case 'page-repeats':
      return 'repeats rows of an earlier page in place of new ones';
    case 'unasked-row':
      return `contains a ${unread.type} that was not asked for`;
    case 'warning-unreadable':
      return 'the EHR sent a warning that could not be read';
    case 'ehr-says':
      return unread.said === null ? 'the EHR sent a warning without words' : `the EHR says: "${unread.said}"`;
    case 'rows-differ':
      return 'came more than once, with different content';
    case 'row-of-another-patient':
      return 'belongs to another patient';
    case 'row-not-whole': {
      const more = unread.more === 0 ? [] : [`and ${unread.more} more`];
      return `row could not be read whole: ${[...unread.faults.map(rowFaultWords), ...more].join('; ')}`;
    }
  }
}

function rowFaultWords(fault: RowFault): string {
  switch (fault.code) {
    case 'nested-too-deep':
      return 'something is nested too deep to be read';
    case 'part-of-the-row':
      return 'only a part of the row was given';
    case 'row-withheld':
      return 'parts of the row are withheld';
    case 'patient-named-otherwise':
      return `patient is named by "${fault.name}", which is not how this EHR names the patient ("${fault.ours}")`;
    default:
      return `${fault.element} ${ELEMENT[fault.code]}`;
  }
}
