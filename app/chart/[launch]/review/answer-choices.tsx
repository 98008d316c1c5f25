/** The answers to one question, one of which is chosen; some with a day beside it. */
import type { AskedQuestion } from '#lib/words/shapes.ts';
import { FieldError, fieldId, type Problem } from '../parts/error-summary.tsx';

/** What is typed into the form, field by field. */
export type Typed = Readonly<Record<string, string>>;

export function DayField({
  field,
  label,
  value,
  problems,
}: {
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly problems: readonly Problem[];
}) {
  return (
    <span className="day-field">
      <label htmlFor={fieldId(field)}>{label}</label>
      <input id={fieldId(field)} type="date" name={field} defaultValue={value} className="input-date" />
      <FieldError field={field} problems={problems} />
    </span>
  );
}

export function RadioGroup({
  asked,
  typed,
  today,
  problems,
}: {
  readonly asked: AskedQuestion;
  readonly typed: Typed;
  readonly today: string;
  readonly problems: readonly Problem[];
}) {
  const isWrong = problems.some((problem) => problem.field === asked.field);
  return (
    <fieldset
      id={fieldId(asked.field)}
      tabIndex={-1}
      className={isWrong ? 'field-wrong' : undefined}
      aria-describedby={isWrong ? `${fieldId(asked.field)}-error` : undefined}
    >
      <legend>{asked.legend}</legend>
      <FieldError field={asked.field} problems={problems} />
      {asked.choices.map(({ value, label, day }) => {
        const id = `${fieldId(asked.field)}-${value}`;
        return (
          <div className="choice" key={value}>
            <input
              id={id}
              type="radio"
              name={asked.field}
              value={value}
              defaultChecked={typed[asked.field] === value}
            />
            <label htmlFor={id}>{label}</label>
            {day === null ? null : (
              <DayField
                field={day.field}
                label={day.label}
                value={typed[day.field] ?? (value === 'checked' ? today : '')}
                problems={problems}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
