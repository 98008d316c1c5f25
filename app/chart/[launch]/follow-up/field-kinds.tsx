/** The kinds of field a visit asks with: a tap, a typed answer, a choice. */
import type { FollowUpField } from '#lib/follow-up/follow-up-form.ts';
import type { FollowUpOfLaunch } from '#lib/visit/follow-up-of-launch.ts';
import type { Words } from '#lib/words/words-for.ts';
import { FieldError, fieldId, type Problem } from '../parts/error-summary.tsx';

export interface Asking {
  readonly words: Words;
  readonly followUp: FollowUpOfLaunch;
  readonly problems: readonly Problem[];
}

const SCORES = Array.from({ length: 11 }, (_, score) => String(score));

/** One question answered by one tap: 0 to 10. */
export function Taps({
  field,
  legend,
  ...asking
}: Asking & { readonly field: FollowUpField; readonly legend: string }) {
  const { followUp, problems } = asking;
  return (
    <fieldset id={fieldId(field)} tabIndex={-1} className="taps">
      <legend>{legend}</legend>
      <FieldError field={field} problems={problems} />
      <div className="taps-row">
        {SCORES.map((score) => {
          const id = `${fieldId(field)}-${score}`;
          return (
            <span className="tap" key={score}>
              <input
                id={id}
                type="radio"
                name={field}
                value={score}
                defaultChecked={followUp.form[field] === score}
              />
              <label htmlFor={id}>{score}</label>
            </span>
          );
        })}
      </div>
    </fieldset>
  );
}

export function Typed({
  field,
  type = 'text',
  unit,
  hint,
  ...asking
}: Asking & {
  readonly field: FollowUpField;
  readonly type?: 'text' | 'date';
  readonly unit?: string;
  readonly hint?: string;
}) {
  const { words, followUp, problems } = asking;
  const isWrong = problems.some((problem) => problem.field === field);
  return (
    <div className={isWrong ? 'field field-wrong' : 'field'}>
      <label htmlFor={fieldId(field)}>{words.followUpVisit.fields[field]}</label>
      <span className="field-line">
        <input
          id={fieldId(field)}
          type={type}
          name={field}
          defaultValue={followUp.form[field] ?? ''}
          inputMode={type === 'date' ? undefined : 'decimal'}
          autoComplete="off"
          aria-describedby={isWrong ? `${fieldId(field)}-error` : undefined}
          className={type === 'date' ? 'input-date' : 'input-short'}
        />
        {unit}
      </span>
      {hint === undefined ? null : <span className="hint">{hint}</span>}
      <FieldError field={field} problems={problems} />
    </div>
  );
}

export function Choice({
  field,
  choices,
  ...asking
}: Asking & {
  readonly field: FollowUpField;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}) {
  return (
    <div className="field">
      <label htmlFor={fieldId(field)}>{asking.words.followUpVisit.fields[field]}</label>
      <select id={fieldId(field)} name={field} defaultValue={asking.followUp.form[field] ?? ''}>
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
