import type { FieldCheck, VerifiedDraft, VerifiedRequest } from '#lib/order/verify/verify-draft.ts';
import { DONE_WORDS } from '#lib/words/en/done.ts';
import {
  checkedFieldWords,
  fieldValueWords,
  keptFields,
  notReadWords,
  READ_BACK_WORDS,
} from '#lib/words/en/read-back.ts';

const words = DONE_WORDS.readBack;

function FieldRow({ check }: { readonly check: FieldCheck }) {
  const kept = check.state === 'kept' ? words.same : null;
  return (
    <tr>
      <th scope="row">{checkedFieldWords(check.field)}</th>
      <td data-label={words.columns.sent}>{fieldValueWords(check.sent)}</td>
      <td data-label={words.columns.stored} className="stored">
        {check.state === 'dropped' ? words.nothing : (kept ?? fieldValueWords(check.stored))}
      </td>
      <td data-label={words.columns.result} className={check.state === 'kept' ? 'kept' : 'not-kept'}>
        {words.result(check)}
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
          <th scope="col">{words.columns.field}</th>
          <th scope="col">{words.columns.sent}</th>
          <th scope="col">{words.columns.stored}</th>
          <th scope="col">{words.columns.result}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((check) => (
          <FieldRow key={checkedFieldWords(check.field)} check={check} />
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
      {differing.length === 0 ? null : <FieldTable caption={words.differing} fields={differing} />}
      {kept.length === 0 ? null : (
        <details>
          <summary className="kept">{keptFields(kept.length)}</summary>
          <FieldTable caption={words.kept} fields={kept} />
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
        <span className="label">{words.order}</span>{' '}
        <span className="source">{request.location ?? words.noAddress}</span>
      </p>
      {request.notRead === null ? (
        <RequestFields fields={request.fields} />
      ) : (
        <p className="notice">{words.notRead(notReadWords(request.notRead))}</p>
      )}
    </>
  );
}

/** What the EHR made of the draft, read back from it at this moment, field by field. */
export function ReadBack({ verified }: { readonly verified: VerifiedDraft }) {
  return (
    <section aria-labelledby="read-back">
      <h2 id="read-back">{words.title}</h2>
      <p className={verified.state === 'kept' ? undefined : 'notice'}>{READ_BACK_WORDS[verified.state]}</p>
      {verified.requests.map((request, index) => (
        <RequestReadBack key={request.location ?? index} request={request} />
      ))}
    </section>
  );
}
