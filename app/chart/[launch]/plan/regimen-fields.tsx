import { milligrams } from '../../../../lib/display/dose.ts';
import { OFFERED_STRENGTHS, type RegimenForm, strengthField } from '../../../../lib/display/regimen-form.ts';
import {
  CEILING,
  HIGHEST_START,
  LARGEST_STEP,
  LONGEST_DAYS,
  LONGEST_INTERVAL_DAYS,
  LOWEST_START,
  SHORTEST_INTERVAL_DAYS,
} from '../../../../lib/titration/regimen-limits.ts';
import { FieldError, fieldId, type Problem } from '../error-summary.tsx';

interface Fields {
  readonly form: RegimenForm;
  readonly changed: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

function TextField({
  name,
  label,
  unit,
  hint,
  type = 'text',
  form,
  changed,
  problems,
}: Fields & {
  readonly name: string;
  readonly label: string;
  readonly unit: string | null;
  readonly hint: string;
  readonly type?: 'text' | 'date';
}) {
  const id = fieldId(name);
  const isWrong = problems.some((problem) => problem.field === name);
  return (
    <div className={isWrong ? 'field field-wrong' : 'field'}>
      <label htmlFor={id}>
        {label} {changed.has(name) ? <span className="changed">changed</span> : null}
      </label>
      <span className="field-line">
        <input
          id={id}
          name={name}
          type={type}
          inputMode={type === 'date' ? undefined : 'decimal'}
          autoComplete="off"
          defaultValue={form[name] ?? ''}
          aria-invalid={isWrong || undefined}
          aria-describedby={`${id}-hint${isWrong ? ` ${id}-error` : ''}`}
          className={type === 'date' ? 'input-date' : 'input-short'}
        />
        {unit === null ? null : <span className="unit">{unit}</span>}
      </span>
      <span className="hint" id={`${id}-hint`}>
        {hint}
      </span>
      <FieldError field={name} problems={problems} />
    </div>
  );
}

function Choice({
  name,
  value,
  label,
  hint,
  form,
}: Pick<Fields, 'form'> & {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}) {
  const id = `${fieldId(name)}-${value}`;
  return (
    <div className="choice">
      <input
        id={id}
        type="radio"
        name={name}
        value={value}
        defaultChecked={form[name] === value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}

function range(from: string, to: string): string {
  return `${from} to ${to}`;
}

function PreparationFields({ form, changed, problems }: Fields) {
  return (
    <>
      <fieldset id={fieldId('preparation')}>
        <legend>
          Preparation {changed.has('preparation') ? <span className="changed">changed</span> : null}
        </legend>
        <Choice
          form={form}
          name="preparation"
          value="capsules"
          label="Compounded capsules"
          hint="Made by a compounding pharmacy. Nothing to measure; costs more; the filler can be chosen."
        />
        <Choice
          form={form}
          name="preparation"
          value="liquid"
          label="Liquid made at home, 0.5 mg/mL"
          hint="From 50 mg tablets in water. Cheaper and easy to adjust; must be mixed, kept in the fridge in foil and measured with a syringe; tastes foul."
        />
        <FieldError field="preparation" problems={problems} />
      </fieldset>
      <fieldset className="capsule-field" id={fieldId('strength-other')}>
        <legend>
          Capsule strengths{' '}
          {[...changed].some((field) => field.startsWith('strength-')) ? (
            <span className="changed">changed</span>
          ) : null}
        </legend>
        <div className="choices-inline">
          {OFFERED_STRENGTHS.map((strength) => (
            <span className="choice" key={strength}>
              <input
                type="checkbox"
                id={fieldId(strengthField(strength))}
                name={strengthField(strength)}
                defaultChecked={form[strengthField(strength)] === 'on'}
              />
              <label htmlFor={fieldId(strengthField(strength))}>{milligrams(strength)}</label>
            </span>
          ))}
        </div>
        <label htmlFor="strength-other">Other strengths, in mg, with spaces between</label>
        <input
          id="strength-other"
          name="strength-other"
          className="input-short"
          autoComplete="off"
          defaultValue={form['strength-other'] ?? ''}
        />
        <FieldError field="strength-other" problems={problems} />
      </fieldset>
      <fieldset className="capsule-field" id={fieldId('filler')}>
        <legend>
          Capsule filler {changed.has('filler') ? <span className="changed">changed</span> : null}
        </legend>
        <div className="choices-inline">
          <Choice form={form} name="filler" value="usual" label="The pharmacy's usual" />
          <Choice form={form} name="filler" value="sucrose" label="Sucrose" />
          <Choice form={form} name="filler" value="ginger" label="Ginger" />
        </div>
        <FieldError field="filler" problems={problems} />
      </fieldset>
    </>
  );
}

/** The regimen as fields. What is typed stays as typed; the limits stand beside each field. */
export function RegimenFields(fields: Fields) {
  return (
    <>
      <div className="field-grid">
        <TextField
          {...fields}
          name="start"
          label="First dose"
          unit="mg"
          hint={range(milligrams(LOWEST_START), milligrams(HIGHEST_START))}
        />
        <TextField
          {...fields}
          name="step"
          label="Increase"
          unit="mg"
          hint={`up to ${milligrams(LARGEST_STEP)}`}
        />
        <TextField
          {...fields}
          name="interval"
          label="Every"
          unit="days"
          hint={range(String(SHORTEST_INTERVAL_DAYS), `${LONGEST_INTERVAL_DAYS} days`)}
        />
        <TextField
          {...fields}
          name="ceiling"
          label="Highest dose"
          unit="mg"
          hint={`up to ${milligrams(CEILING)}`}
        />
        <TextField
          {...fields}
          name="days"
          label="Length"
          unit="nights"
          hint={`up to ${LONGEST_DAYS} nights`}
        />
        <TextField
          {...fields}
          name="start-date"
          label="First night"
          unit={null}
          type="date"
          hint="a preview: the order says for how many nights"
        />
      </div>
      <PreparationFields {...fields} />
    </>
  );
}
