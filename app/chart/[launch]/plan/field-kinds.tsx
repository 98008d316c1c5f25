/** The kinds of field a regimen is edited with, each marked where it differs from the proposal. */
import type { ReactNode } from 'react';
import { FIXED_FIRST_NIGHT, type RegimenForm, type TypedField } from '#lib/titration/regimen-form.ts';
import type { WorkbenchWords } from '#lib/words/workbench-words-for.ts';
import { FieldError, fieldId, type Problem } from '../parts/error-summary.tsx';

export interface Fields {
  readonly words: WorkbenchWords;
  readonly form: RegimenForm;
  readonly changed: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

function ChangedMark({ words, isChanged }: { readonly words: WorkbenchWords; readonly isChanged: boolean }) {
  return isChanged ? <span className="changed">{words.plan.fields.changed}</span> : null;
}

export function TextField({ words, name, form, changed, problems }: Fields & { readonly name: TypedField }) {
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

export function Choice({
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
export function Group({
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
