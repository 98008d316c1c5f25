import type { FieldCheck, VerifiedDraft, VerifiedRequest } from '#lib/order/verify/verify-draft.ts';
import type { Words } from '#lib/words/words-for.ts';

function FieldRow({ words, check }: { readonly words: Words; readonly check: FieldCheck }) {
  const kept = check.state === 'kept' ? words.done.readBack.same : null;
  return (
    <tr>
      <th scope="row">{words.readBack.checkedFieldWords(check.field)}</th>
      <td data-label={words.done.readBack.columns.sent}>{words.readBack.fieldValueWords(check.sent)}</td>
      <td data-label={words.done.readBack.columns.stored} className="stored">
        {check.state === 'dropped'
          ? words.done.readBack.nothing
          : (kept ?? words.readBack.fieldValueWords(check.stored))}
      </td>
      <td
        data-label={words.done.readBack.columns.result}
        className={check.state === 'kept' ? 'kept' : 'not-kept'}
      >
        {words.done.readBack.result(check)}
      </td>
    </tr>
  );
}

function FieldTable({
  words,
  caption,
  fields,
}: {
  readonly words: Words;
  readonly caption: string;
  readonly fields: readonly FieldCheck[];
}) {
  return (
    <table className="stacking read-back">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.done.readBack.columns.field}</th>
          <th scope="col">{words.done.readBack.columns.sent}</th>
          <th scope="col">{words.done.readBack.columns.stored}</th>
          <th scope="col">{words.done.readBack.columns.result}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((check) => (
          <FieldRow words={words} key={words.readBack.checkedFieldWords(check.field)} check={check} />
        ))}
      </tbody>
    </table>
  );
}

/** What differs stands open; what is as it was sent can be opened. */
function RequestFields({ words, fields }: { readonly words: Words; readonly fields: readonly FieldCheck[] }) {
  const kept = fields.filter(({ state }) => state === 'kept');
  const differing = fields.filter(({ state }) => state !== 'kept');
  return (
    <>
      {differing.length === 0 ? null : (
        <FieldTable words={words} caption={words.done.readBack.differing} fields={differing} />
      )}
      {kept.length === 0 ? null : (
        <details>
          <summary className="kept">{words.readBack.keptFields(kept.length)}</summary>
          <FieldTable words={words} caption={words.done.readBack.kept} fields={kept} />
        </details>
      )}
    </>
  );
}

function RequestReadBack({ words, request }: { readonly words: Words; readonly request: VerifiedRequest }) {
  return (
    <>
      <h3>{request.drug}</h3>
      <p>
        <span className="label">{words.done.readBack.order}</span>{' '}
        <span className="source">{request.location ?? words.done.readBack.noAddress}</span>
      </p>
      {request.notRead === null ? (
        <RequestFields words={words} fields={request.fields} />
      ) : (
        <p className="notice">{words.done.readBack.notRead(words.readBack.notReadWords(request.notRead))}</p>
      )}
    </>
  );
}

/** What the EHR made of the draft, read back from it at this moment, field by field. */
export function ReadBack({ words, verified }: { readonly words: Words; readonly verified: VerifiedDraft }) {
  return (
    <section aria-labelledby="read-back">
      <h2 id="read-back">{words.done.readBack.title}</h2>
      <p className={verified.state === 'kept' ? undefined : 'notice'}>{words.readBack[verified.state]}</p>
      {verified.requests.map((request, index) => (
        <RequestReadBack words={words} key={request.location ?? index} request={request} />
      ))}
    </section>
  );
}
