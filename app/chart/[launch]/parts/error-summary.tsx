import { FocusOnArrival } from './focus-on-arrival.tsx';

export interface Problem {
  /** Id of the field to mend; null for a problem of the whole screen. */
  readonly field: string | null;
  readonly message: string;
  /** In place of the message beside the field. */
  readonly besideField?: string;
}

/** Stands above the form, takes the focus and leads to each field. */
export function ErrorSummary({
  title,
  problems,
}: {
  readonly title: string;
  readonly problems: readonly Problem[];
}) {
  if (problems.length === 0) return null;
  return (
    <section
      className="error-summary"
      id="error-summary"
      tabIndex={-1}
      role="alert"
      aria-labelledby="error-title"
    >
      <h2 id="error-title">{title}</h2>
      <ul>
        {problems.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            {field === null ? message : <a href={`#${fieldId(field)}`}>{message}</a>}
          </li>
        ))}
      </ul>
      <FocusOnArrival on="error-summary" />
    </section>
  );
}

/** The id of a form field; finding keys hold characters that do not belong into a fragment. */
export function fieldId(field: string): string {
  return `field-${field.replace(/[^A-Za-z0-9]+/g, '-')}`;
}

/** The error of one field, beside it. */
export function FieldError({
  field,
  problems,
}: {
  readonly field: string;
  readonly problems: readonly Problem[];
}) {
  const own = problems.filter((problem) => problem.field === field);
  if (own.length === 0) return null;
  return (
    <span className="field-error" id={`${fieldId(field)}-error`}>
      {own.map(({ message, besideField }) => besideField ?? message).join(' ')}
    </span>
  );
}
