import type { ReactNode } from 'react';
import {
  OFFERED_STRENGTHS,
  type RegimenForm,
  strengthField,
  TYPED_FIELDS,
  type TypedField,
} from '#lib/titration/regimen-form.ts';
import { milligrams } from '#lib/words/en/dose.ts';
import { PLAN_WORDS } from '#lib/words/en/plan.ts';
import { FieldError, fieldId, type Problem } from '../parts/error-summary.tsx';

const WORDS = PLAN_WORDS.fields;

interface Fields {
  readonly form: RegimenForm;
  readonly changed: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

function ChangedMark({ isChanged }: { readonly isChanged: boolean }) {
  return isChanged ? <span className="changed">{WORDS.changed}</span> : null;
}

function TextField({ name, form, changed, problems }: Fields & { readonly name: TypedField }) {
  const { label, unit, hint } = WORDS.typed[name];
  const isDate = name === 'start-date';
  const id = fieldId(name);
  const isWrong = problems.some((problem) => problem.field === name);
  return (
    <div className={isWrong ? 'field field-wrong' : 'field'}>
      <label htmlFor={id}>
        {label} <ChangedMark isChanged={changed.has(name)} />
      </label>
      <span className="field-line">
        <input
          id={id}
          name={name}
          type={isDate ? 'date' : 'text'}
          inputMode={isDate ? undefined : 'decimal'}
          autoComplete="off"
          defaultValue={form[name] ?? ''}
          aria-invalid={isWrong || undefined}
          aria-describedby={`${id}-hint${isWrong ? ` ${id}-error` : ''}`}
          className={isDate ? 'input-date' : 'input-short'}
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

/** Choices under one name, with their mark and their error. */
function Group({
  field,
  legend,
  isChanged,
  problems,
  className,
  children,
}: Pick<Fields, 'problems'> & {
  readonly field: string;
  readonly legend: string;
  readonly isChanged: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const isWrong = problems.some((problem) => problem.field === field);
  return (
    <fieldset
      id={fieldId(field)}
      className={className}
      aria-describedby={isWrong ? `${fieldId(field)}-error` : undefined}
    >
      <legend>
        {legend} <ChangedMark isChanged={isChanged} />
      </legend>
      {children}
      <FieldError field={field} problems={problems} />
    </fieldset>
  );
}

/** What the patient takes, and what that means; for capsules what the pharmacy is asked for. */
function PreparationFields({ form, changed, problems }: Fields) {
  return (
    <>
      <Group
        field="preparation"
        legend={WORDS.preparation.legend}
        isChanged={changed.has('preparation')}
        problems={problems}
      >
        {Object.entries(WORDS.preparation.choices).map(([preparation, { label, meaning }]) => (
          <Choice
            key={preparation}
            form={form}
            name="preparation"
            value={preparation}
            label={label}
            hint={meaning}
          />
        ))}
      </Group>
      <Group
        field="strength-other"
        legend={WORDS.strengths.legend}
        isChanged={[...changed].some((field) => field.startsWith('strength-'))}
        problems={problems}
        className="capsule-field"
      >
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
        <div className="field-line">
          <label htmlFor="strength-other">{WORDS.strengths.other}</label>
          <input
            id="strength-other"
            name="strength-other"
            className="input-short"
            autoComplete="off"
            defaultValue={form['strength-other'] ?? ''}
          />
        </div>
      </Group>
      <Group
        field="filler"
        legend={WORDS.filler.legend}
        isChanged={changed.has('filler')}
        problems={problems}
        className="capsule-field"
      >
        <div className="choices-inline">
          {Object.entries(WORDS.filler.choices).map(([filler, label]) => (
            <Choice key={filler} form={form} name="filler" value={filler} label={label} />
          ))}
        </div>
      </Group>
    </>
  );
}

/** The regimen as fields. What is typed stays as typed; the limits stand beside each field. */
export function RegimenFields(fields: Fields) {
  return (
    <>
      <div className="field-grid">
        {TYPED_FIELDS.map((field) => (
          <TextField key={field} name={field} {...fields} />
        ))}
      </div>
      <PreparationFields {...fields} />
    </>
  );
}
