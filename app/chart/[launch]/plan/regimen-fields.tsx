import { OFFERED_STRENGTHS, strengthField, TYPED_FIELDS } from '#lib/titration/regimen-form.ts';
import { fieldId } from '../parts/error-summary.tsx';
import { Choice, type Fields, Group, TextField } from './field-kinds.tsx';

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
