import { keptFields, READ_BACK_WORDS } from '../../../../lib/display/read-back-words.ts';
import type { FieldCheck, VerifiedDraft, VerifiedRequest } from '../../../../lib/order/verify-draft.ts';

const STATE_WORDS: Readonly<Record<FieldCheck['state'], string>> = {
  kept: 'Kept',
  changed: 'Changed',
  dropped: 'Not kept',
};

function FieldRow({ check }: { readonly check: FieldCheck }) {
  return (
    <tr>
      <th scope="row">{check.field}</th>
      <td data-label="Sent">{check.sent}</td>
      <td data-label="In the chart">
        {check.state === 'kept' ? 'the same' : (check.stored ?? 'Nothing stored')}
      </td>
      <td data-label="Result" className={check.state === 'kept' ? 'kept' : 'not-kept'}>
        {STATE_WORDS[check.state]}
        {check.serious ? ': do not sign as it is' : ''}
      </td>
    </tr>
  );
}

function FieldTable({
  caption,
  fields,
}: {
  readonly caption: string;
  readonly fields: readonly FieldCheck[];
}) {
  return (
    <table className="stacking read-back">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Sent</th>
          <th scope="col">In the chart</th>
          <th scope="col">Result</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((check) => (
          <FieldRow key={check.field} check={check} />
        ))}
      </tbody>
    </table>
  );
}

/** What differs stands open; what is as it was sent can be opened. */
function RequestFields({ fields }: { readonly fields: readonly FieldCheck[] }) {
  const kept = fields.filter(({ state }) => state === 'kept');
  const differing = fields.filter(({ state }) => state !== 'kept');
  return (
    <>
      {differing.length === 0 ? null : (
        <FieldTable caption="What was sent and what the EHR holds" fields={differing} />
      )}
      {kept.length === 0 ? null : (
        <details>
          <summary className="kept">{keptFields(kept.length)}</summary>
          <FieldTable caption="Sent, and stored as it was sent" fields={kept} />
        </details>
      )}
    </>
  );
}

function RequestReadBack({ request }: { readonly request: VerifiedRequest }) {
  return (
    <>
      <h3>{request.drug}</h3>
      <p>
        <span className="label">Order</span>{' '}
        <span className="source">{request.location ?? 'Address not known'}</span>
      </p>
      {request.notRead === null ? (
        <RequestFields fields={request.fields} />
      ) : (
        <p className="notice">
          It could not be read back: {request.notRead}. Look at it in the EHR before you sign.
        </p>
      )}
    </>
  );
}

/** What the EHR made of the draft, read back from it at this moment, field by field. */
export function ReadBack({ verified }: { readonly verified: VerifiedDraft }) {
  const words = READ_BACK_WORDS[verified.state];
  return (
    <section aria-labelledby="read-back">
      <h2 id="read-back">Read back from the EHR</h2>
      <p className={verified.state === 'kept' ? undefined : 'notice'}>{words}</p>
      {verified.requests.map((request, index) => (
        <RequestReadBack key={request.location ?? index} request={request} />
      ))}
    </section>
  );
}
