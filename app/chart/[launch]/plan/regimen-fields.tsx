import type { ReactNode } from 'react';
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

interface TypedField {
  readonly name: string;
  readonly label: string;
  readonly unit: string | null;
  /** Its limits, or what it means. */
  readonly hint: string;
  readonly type?: 'date';
}

const TYPED_FIELDS: readonly TypedField[] = [
  {
    name: 'start',
    label: 'First dose',
    unit: 'mg',
    hint: `${milligrams(LOWEST_START)} to ${milligrams(HIGHEST_START)}`,
  },
  { name: 'step', label: 'Increase', unit: 'mg', hint: `up to ${milligrams(LARGEST_STEP)}` },
  {
    name: 'interval',
    label: 'Every',
    unit: 'days',
    hint: `${SHORTEST_INTERVAL_DAYS} to ${LONGEST_INTERVAL_DAYS} days`,
  },
  { name: 'ceiling', label: 'Highest dose', unit: 'mg', hint: `up to ${milligrams(CEILING)}` },
  { name: 'days', label: 'Length', unit: 'nights', hint: `up to ${LONGEST_DAYS} nights` },
  {
    name: 'start-date',
    label: 'First night',
    unit: null,
    type: 'date',
    hint: 'a preview: the order says for how many nights',
  },
];

function ChangedMark({ isChanged }: { readonly isChanged: boolean }) {
  return isChanged ? <span className="changed">changed</span> : null;
}

function TextField({ field, form, changed, problems }: Fields & { readonly field: TypedField }) {
  const { name, label, unit, hint, type } = field;
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
          type={type ?? 'text'}
          inputMode={type === undefined ? 'decimal' : undefined}
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

function PreparationFields({ form, changed, problems }: Fields) {
  return (
    <>
      <Group
        field="preparation"
        legend="Preparation"
        isChanged={changed.has('preparation')}
        problems={problems}
      >
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
      </Group>
      <Group
        field="strength-other"
        legend="Capsule strengths"
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
        <label htmlFor="strength-other">Other strengths, in mg, with spaces between</label>
        <input
          id="strength-other"
          name="strength-other"
          className="input-short"
          autoComplete="off"
          defaultValue={form['strength-other'] ?? ''}
        />
      </Group>
      <Group
        field="filler"
        legend="Capsule filler"
        isChanged={changed.has('filler')}
        problems={problems}
        className="capsule-field"
      >
        <div className="choices-inline">
          <Choice form={form} name="filler" value="usual" label="The pharmacy's usual" />
          <Choice form={form} name="filler" value="sucrose" label="Sucrose" />
          <Choice form={form} name="filler" value="ginger" label="Ginger" />
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
          <TextField key={field.name} field={field} {...fields} />
        ))}
      </div>
      <PreparationFields {...fields} />
    </>
  );
}
