/**
 * What the EHR sent along with its call -> raw parts of a chart with what is missing of them. Not sent is not read: absent, null, a page of
 * several, a warning in place of rows, rows of another patient.
 * @see CDS Hooks 2.0.1, "Providing FHIR Resources to a CDS Service"
 */
import type { LedgerProblem } from '#lib/chart/ledger.ts';
import { unreadRest } from '#lib/chart/read/bundle-entries.ts';
import { outcomeProblems } from '#lib/chart/read/outcome-problems.ts';
import { type RawPart, type RawResource, rawResource } from '#lib/chart/read/raw-chart.ts';
import { type SortedRows, sortRows } from '#lib/chart/read/sort-rows.ts';
import { unaskedFilters } from '#lib/chart/read/unasked-filters.ts';
import type { Unread } from '#lib/chart/unread.ts';
import { isObject, type JsonObject } from '#lib/fhir/fields.ts';
import { nextLinks } from '#lib/fhir/next-links.ts';
import { outcomeIssues, saysNoResults } from '#lib/fhir/outcome.ts';
import type { Site } from '#lib/settings/site.ts';
import type { HookCall } from './hook-request.ts';
import { type HookPart, PREFETCH_KEYS, prefetchAddress } from './services.ts';

export interface SentPart {
  readonly part: RawPart;
  readonly others: readonly RawResource[];
  readonly strays: readonly RawResource[];
  /** Of the part Patient alone. */
  readonly patient: RawResource | null;
  /** Nothing more is to be read of it. */
  readonly isWhole: boolean;
}

export type HookSite = Pick<Site, 'issuer' | 'otherBases' | 'standingWarnings' | 'absent' | 'showsOnly'>;

export function sentPart(part: HookPart, call: HookCall, site: HookSite): SentPart {
  const sent = call.prefetch[PREFETCH_KEYS[part]];
  if (site.absent.some((absent) => absent === part)) return { ...nothing(part), ...absentAtThisSite(part) };
  if (sent === undefined || sent === null) return unread(part, { code: 'not-sent' });
  if (!isObject(sent)) return unread(part, { code: 'another-resource' });
  if (sent.resourceType === 'OperationOutcome') return fromOutcome(part, sent, site);
  if (part === 'Patient') return fromPatient(sent, call);
  if (sent.resourceType === part)
    return withProblem(fromBundle(part, { entry: [{ resource: sent }] }, call, site));
  if (sent.resourceType !== 'Bundle') return unread(part, { code: 'another-resource' });
  return fromBundle(part, sent, call, site);
}

function nothing(part: HookPart): SentPart {
  const none: RawPart = { part, asked: [], state: 'failed', gap: null, pages: 0, rows: [], problems: [] };
  return { part: none, others: [], strays: [], patient: null, isWhole: false };
}

function absentAtThisSite(part: HookPart): Pick<SentPart, 'part' | 'isWhole'> {
  return { part: { ...nothing(part).part, state: 'unsupported', gap: 'site-profile' }, isWhole: true };
}

function unread(part: HookPart, what: Unread): SentPart {
  const none = nothing(part);
  return { ...none, part: { ...none.part, problems: [{ where: part, what, weight: 'incomplete' }] } };
}

/** "No results" in place of an empty Bundle is an ordinary empty answer; whatever else it says, no row came. */
function fromOutcome(part: HookPart, outcome: JsonObject, { standingWarnings }: HookSite): SentPart {
  const problems = outcomeProblems(outcome, part, standingWarnings);
  const isEmpty = problems.length === 0 && part !== 'Patient' && outcomeIssues(outcome).some(saysNoResults);
  const none = nothing(part);
  if (isEmpty) return { ...none, part: { ...none.part, state: 'complete', pages: 1 }, isWhole: true };
  return {
    ...none,
    part: {
      ...none.part,
      problems: [...problems, { where: part, what: { code: 'not-read-whole' }, weight: 'incomplete' }],
    },
  };
}

function fromPatient(sent: JsonObject, { patientId }: HookCall): SentPart {
  if (sent.resourceType !== 'Patient') return unread('Patient', { code: 'another-resource' });
  if (sent.id !== patientId) {
    const other = unread('Patient', { code: 'another-patient' });
    const problems = other.part.problems.map(
      (problem): LedgerProblem => ({ ...problem, weight: 'other-patient' }),
    );
    return { ...other, part: { ...other.part, problems } };
  }
  const none = nothing('Patient');
  return {
    ...none,
    part: { ...none.part, state: 'complete', pages: 1 },
    patient: rawResource(sent, 'Patient', null, 1),
    isWhole: true,
  };
}

function fromBundle(part: HookPart, bundle: JsonObject, call: HookCall, site: HookSite): SentPart {
  const address = prefetchAddress(part, call.patientId);
  const said: LedgerProblem[] = [
    ...askedForAnother(part, bundle, call.patientId),
    ...(nextLinks(bundle).length > 0 ? unreadRest({ link: bundle.link }, 0, part) : []),
    ...unaskedFilters(bundle, address).map(
      ({ words }): LedgerProblem => ({
        where: part,
        what: { code: 'filtered', filter: words },
        weight: 'incomplete',
      }),
    ),
  ];
  const sorted: SortedRows = sortRows(
    part,
    { pages: [bundle], lost: null, problems: said },
    site.standingWarnings,
  );
  const problems = [...sorted.problems, ...standing(part, site)];
  return {
    ...nothing(part),
    part: { ...nothing(part).part, state: 'complete', pages: 1, rows: sorted.rows, problems },
    others: sorted.others,
    strays: sorted.strays,
    isWhole: problems.every(({ weight }) => weight !== 'incomplete' && weight !== 'other-patient'),
  };
}

/** One row in place of a list of them: evidence, and no answer. */
function withProblem(sent: SentPart): SentPart {
  const problem: LedgerProblem = {
    where: sent.part.part,
    what: { code: 'not-read-whole' },
    weight: 'incomplete',
  };
  return { ...sent, part: { ...sent.part, problems: [...sent.part.problems, problem] }, isWhole: false };
}

/** What this EHR is known to leave out of its answers without a word. */
function standing(part: HookPart, { showsOnly }: HookSite): LedgerProblem[] {
  return showsOnly
    .filter((one) => one.part === part)
    .map(({ what }) => ({ where: part, what: { code: 'shows-only', shown: what }, weight: 'confirm' }));
}

/** By its own self link the answer is another patient's, however few rows it has. @see FHIR R4 Search "self link" */
function askedForAnother(part: HookPart, { link }: JsonObject, patientId: string): LedgerProblem[] {
  const self = [link ?? []].flat().find((one) => isObject(one) && one.relation === 'self');
  const url = isObject(self) && typeof self.url === 'string' ? self.url : '';
  const asked = new URLSearchParams(url.split('?')[1] ?? '');
  const patients = ['patient', 'subject'].flatMap((name) => asked.getAll(name));
  const isOther = patients.length > 0 && !patients.some((one) => one.split('/').at(-1) === patientId);
  return isOther ? [{ where: part, what: { code: 'another-patient' }, weight: 'other-patient' }] : [];
}
