/** WrittenDraft -> VerifiedDraft: what the EHR kept of the draft, field by field. */
import { Fields, isObject } from '#lib/fhir/fields.ts';
import type { DraftOrder } from '#lib/order/draft/draft-order.ts';
import type { DraftRequest } from '#lib/order/draft/draft-shape.ts';
import { STEP_FIELDS, type StepField } from './dosage-fields.ts';
import { REQUEST_FIELDS, type RequestField } from './draft-fields.ts';
import { type ComparedField, type FieldValue, isSameValue, textValue } from './field-value.ts';
import type { StoredDraft, UnreadWhy } from './read-back.ts';
import { drugOf, identifierOf } from './stored-request.ts';

/** What is compared; `added-step` was sent by nobody. */
export type CheckedField =
  | { readonly name: RequestField | 'added-step'; readonly step: null }
  | { readonly name: StepField; readonly step: number | null };

export interface FieldCheck {
  readonly field: CheckedField;
  /** Null where nothing was sent. */
  readonly sent: FieldValue | null;
  /** Null when the EHR holds nothing there. */
  readonly stored: FieldValue | null;
  readonly state: 'kept' | 'changed' | 'dropped';
  /** Another drug, strength, dose, time, status, first night or patient: the draft must not be signed as it stands. */
  readonly serious: boolean;
}

export interface VerifiedRequest {
  readonly location: string | null;
  /** Name of the drug as sent. */
  readonly drug: string;
  /** Why it could not be read back; then nothing is known of what was kept. */
  readonly notRead: UnreadWhy | { readonly code: 'not-found' } | null;
  readonly fields: readonly FieldCheck[];
}

export interface VerifiedDraft {
  /** The worst of all fields. Only `kept` may be shown as done. */
  readonly state: 'kept' | 'differs' | 'serious' | 'not-read';
  readonly requests: readonly VerifiedRequest[];
}

/**
 * `stored` in the order of the order's requests; a request without one was not read back.
 *
 * @param looked `later`: the draft was seen standing before, so that another status is what a person made of it, and no difference.
 */
export function verifyDraft(
  order: Pick<DraftOrder, 'requests'>,
  stored: readonly StoredDraft[],
  looked: 'just-written' | 'later' = 'just-written',
): VerifiedDraft {
  const requests = order.requests
    .map((sent, index) => verifyRequest(sent, counterpart(sent, index, stored)))
    .map((request) => (looked === 'later' ? withoutStatus(request) : request));
  return { state: worst(requests), requests };
}

function withoutStatus(request: VerifiedRequest): VerifiedRequest {
  return { ...request, fields: request.fields.filter(({ field }) => field.name !== 'status') };
}

/** Matched by our identifier; by place where the EHR dropped that. */
function counterpart(
  sent: DraftRequest,
  index: number,
  stored: readonly StoredDraft[],
): StoredDraft | undefined {
  const same = stored.find(
    ({ resource }) =>
      isObject(resource) && identifierOf(new Fields(resource, [])) === sent.identifier[0].value,
  );
  return same ?? stored[index];
}

function verifyRequest(sent: DraftRequest, stored: StoredDraft | undefined): VerifiedRequest {
  const drug = drugOf(new Fields({ ...sent }, [])) ?? '';
  const location = stored?.location ?? null;
  if (stored === undefined || !isObject(stored.resource)) {
    return { location, drug, notRead: stored?.why ?? { code: 'not-found' }, fields: [] };
  }
  const ours = new Fields({ ...sent }, []);
  const theirs = new Fields(stored.resource, []);
  const fields = REQUEST_FIELDS.flatMap((compared) =>
    check({ name: compared.field, step: null }, compared, ours, theirs),
  );
  return { location, drug, notRead: null, fields: [...fields, ...checkSteps(ours, theirs)] };
}

function check(
  field: CheckedField,
  { serious, read }: Pick<ComparedField<string>, 'serious' | 'read'>,
  ours: Fields,
  theirs: Fields | null,
): FieldCheck[] {
  const sent = read(ours);
  const stored = theirs === null ? null : read(theirs);
  if (sent === null && stored === null) return [];
  const state = isSameValue(sent, stored) ? 'kept' : stored === null ? 'dropped' : 'changed';
  return [{ field, sent, stored, state, serious: isSerious(serious, state) }];
}

function isSerious(when: ComparedField<string>['serious'], state: FieldCheck['state']): boolean {
  return (state === 'changed' && when !== 'never') || (state === 'dropped' && when === 'changed-or-dropped');
}

/** Each step sent against the stored one of the same number, or of the same place where the EHR dropped the numbers. */
function checkSteps(ours: Fields, theirs: Fields): FieldCheck[] {
  const sent = ours.objects('dosageInstruction');
  const stored = theirs.objects('dosageInstruction');
  const isNumbered = stored.some((dosage) => dosage.number('sequence') !== null);
  const counterparts = sent.map((dosage, index) =>
    isNumbered
      ? stored.find((other) => other.number('sequence') === dosage.number('sequence'))
      : stored[index],
  );
  const compared = sent.flatMap((dosage, index) =>
    STEP_FIELDS.flatMap((compared) =>
      check(
        { name: compared.field, step: dosage.number('sequence') },
        compared,
        dosage,
        counterparts[index] ?? null,
      ),
    ),
  );
  const added = stored.filter((dosage) => !counterparts.includes(dosage));
  return [...compared, ...added.map(stepOfTheEhr)];
}

/** A step nobody sent may hold any dose. */
function stepOfTheEhr(dosage: Fields): FieldCheck {
  const stored = textValue(dosage.text('text') ?? '');
  return { field: { name: 'added-step', step: null }, sent: null, stored, state: 'changed', serious: true };
}

function worst(requests: readonly VerifiedRequest[]): VerifiedDraft['state'] {
  const fields = requests.flatMap((request) => request.fields);
  if (fields.some(({ serious }) => serious)) return 'serious';
  if (requests.some(({ notRead }) => notRead !== null)) return 'not-read';
  return fields.some(({ state }) => state !== 'kept') ? 'differs' : 'kept';
}
