import type { ReactNode } from 'react';
import {
  FIXED_FIRST_NIGHT,
  OFFERED_STRENGTHS,
  type RegimenForm,
  strengthField,
  TYPED_FIELDS,
  type TypedField,
} from '#lib/titration/regimen-form.ts';
import type { WorkbenchWords } from '#lib/words/workbench-words-for.ts';
import { FieldError, fieldId, type Problem } from '../parts/error-summary.tsx';

interface Fields {
  readonly words: WorkbenchWords;
  readonly form: RegimenForm;
  readonly changed: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

function ChangedMark({ words, isChanged }: { readonly words: WorkbenchWords; readonly isChanged: boolean }) {
  return isChanged ? <span className="changed">{words.plan.fields.changed}</span> : null;
}

function TextField({ words, name, form, changed, problems }: Fields & { readonly name: TypedField }) {
  const { label, unit, hint } = words.plan.fields.typed[name];
  const isDate = name === 'start-date';
  const id = fieldId(name);
  const isWrong = problems.some((problem) => problem.field === name);
  return (
    <div className={isWrong ? 'field field-wrong' : 'field'}>
      <label htmlFor={id}>
        {label} <ChangedMark words={words} isChanged={changed.has(name)} />
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
      {isDate ? <FixedFirstNight words={words} form={form} changed={changed} /> : null}
      <FieldError field={name} problems={problems} />
    </div>
  );
}

/** The capsules must be made first: until the night is known, the patient writes it in. */
function FixedFirstNight({ words, form, changed }: Pick<Fields, 'words' | 'form' | 'changed'>) {
  const id = fieldId(FIXED_FIRST_NIGHT);
  return (
    <span className="choice">
      <input
        type="checkbox"
        id={id}
        name={FIXED_FIRST_NIGHT}
        defaultChecked={form[FIXED_FIRST_NIGHT] === 'on'}
      />
      <label htmlFor={id}>
        {words.plan.fields.fixedFirstNight}{' '}
        <ChangedMark words={words} isChanged={changed.has(FIXED_FIRST_NIGHT)} />
      </label>
    </span>
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
  words,
  field,
  legend,
  isChanged,
  problems,
  className,
  children,
}: Pick<Fields, 'words' | 'problems'> & {
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
        {legend} <ChangedMark words={words} isChanged={isChanged} />
      </legend>
      {children}
      <FieldError field={field} problems={problems} />
    </fieldset>
  );
}

/** What the patient takes, and what that means; for capsules what the pharmacy is asked for. */
function PreparationFields({ words, form, changed, problems }: Fields) {
  return (
    <>
      <Group
        words={words}
        field="preparation"
        legend={words.plan.fields.preparation.legend}
        isChanged={changed.has('preparation')}
        problems={problems}
      >
        {Object.entries(words.plan.fields.preparation.choices).map(([preparation, { label, meaning }]) => (
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
        words={words}
        field="strength-other"
        legend={words.plan.fields.strengths.legend}
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
              <label htmlFor={fieldId(strengthField(strength))}>{words.dose.milligrams(strength)}</label>
            </span>
          ))}
        </div>
        <div className="field-line">
          <label htmlFor="strength-other">{words.plan.fields.strengths.other}</label>
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
        words={words}
        field="filler"
        legend={words.plan.fields.filler.legend}
        isChanged={changed.has('filler')}
        problems={problems}
        className="capsule-field"
      >
        <div className="choices-inline">
          {Object.entries(words.plan.fields.filler.choices).map(([filler, label]) => (
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
