import { FieldError, fieldId } from '../parts/error-summary.tsx';
import { type Asking, Choice } from './field-kinds.tsx';

/** Another outcome than the table's, with a reason; only what may be chosen here stands there. */
export function Instead(asking: Asking) {
  const { words, followUp } = asking;
  const { instead } = words.followUpVisit;
  const choices = [
    { value: '', label: instead.none },
    ...followUp.choices.map((outcome) => ({ value: outcome, label: words.response.outcomeWords[outcome] })),
  ];
  if (followUp.choices.length === 0) return null;
  return (
    <details open={(followUp.form.outcome ?? '') !== ''}>
      <summary>{instead.title}</summary>
      <p>{instead.meaning}</p>
      <Choice {...asking} field="outcome" choices={choices} />
      <div className="field">
        <label htmlFor={fieldId('reason')}>{words.followUpVisit.fields.reason}</label>
        <input
          id={fieldId('reason')}
          name="reason"
          defaultValue={followUp.form.reason ?? ''}
          maxLength={200}
          autoComplete="off"
          className="input-wide"
        />
        <FieldError field="reason" problems={asking.problems} />
      </div>
    </details>
  );
}
