import { CHANGES, EFFECTS } from '#lib/follow-up/follow-up-answers.ts';
import { type FollowUpField, PEG_BASELINE_FIELDS, PEG_FIELDS } from '#lib/follow-up/follow-up-form.ts';
import type { FollowUpOfLaunch } from '#lib/visit/follow-up-of-launch.ts';
import type { Words } from '#lib/words/words-for.ts';
import { FieldError, fieldId, type Problem } from '../parts/error-summary.tsx';

interface Asking {
  readonly words: Words;
  readonly followUp: FollowUpOfLaunch;
  readonly problems: readonly Problem[];
}

const SCORES = Array.from({ length: 11 }, (_, score) => String(score));

/** One question answered by one tap: 0 to 10. */
function Taps({
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

function Typed({
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

/** Four buttons; each says what it means. */
function EffectButtons({ words, followUp, problems }: Asking) {
  const visit = words.followUpVisit;
  return (
    <fieldset id={fieldId('effects')} tabIndex={-1} className="taps">
      <legend>{visit.fields.effects}</legend>
      <FieldError field="effects" problems={problems} />
      <div className="taps-row taps-wide">
        {EFFECTS.map((effect) => {
          const id = `${fieldId('effects')}-${effect}`;
          const { label, hint } = visit.effects[effect];
          return (
            <span className="tap" key={effect}>
              <input
                id={id}
                type="radio"
                name="effects"
                value={effect}
                defaultChecked={followUp.form.effects === effect}
              />
              <label htmlFor={id}>
                {label}
                {hint === '' ? null : <span className="hint">{hint}</span>}
              </label>
            </span>
          );
        })}
      </div>
    </fieldset>
  );
}

function Choice({
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

function Scores(asking: Asking) {
  const { asked } = asking.followUp;
  const { peg, painLegend, painBefore, fields, scoreOfChart } = asking.words.followUpVisit;
  return (
    <>
      {asked.score === null ? <p>{scoreOfChart}</p> : null}
      {asked.score === 'pain-now' ? (
        <Taps {...asking} field="pain-now" legend={`${fields['pain-now']}. ${painLegend}`} />
      ) : null}
      {asked.score === 'peg' ? (
        <>
          <p>{peg.legend}</p>
          {PEG_FIELDS.map((field) => (
            <Taps key={field} {...asking} field={field} legend={fields[field]} />
          ))}
        </>
      ) : null}
      {asked.baseline === 'pain-now' ? <Taps {...asking} field="pain-before" legend={painBefore} /> : null}
      {asked.baseline === 'peg' ? (
        <>
          <p>{peg.before}</p>
          {PEG_BASELINE_FIELDS.map((field) => (
            <Taps key={field} {...asking} field={field} legend={fields[field]} />
          ))}
        </>
      ) : null}
    </>
  );
}

/** Another outcome than the table's, with a reason; only what may be chosen here stands there. */
function Instead(asking: Asking) {
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

/** What is asked: nothing that the chart holds of the last two weeks, nothing that the order says. */
export function AnswerFields({ isTold, ...asking }: Asking & { readonly isTold: boolean }) {
  const { words, followUp } = asking;
  const { asked, response, form } = followUp;
  const visit = words.followUpVisit;
  const changes = [
    { value: '', label: visit.notSaid },
    ...CHANGES.map((value) => ({ value, label: visit.changes[value] })),
  ];
  const supplies = [
    { value: '', label: visit.supply.same },
    { value: 'capsules', label: visit.supply.capsules },
    { value: 'one-capsule', label: visit.supply.oneCapsule },
    { value: 'liquid', label: visit.supply.liquid },
  ];
  const isOtherwise = (['dose', 'nights', 'first-night'] as const).some(
    (field) => (form[field] ?? '') !== '',
  );
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{visit.answersTitle}</h2>
      {asked.dose ? <Typed {...asking} field="dose" unit={visit.milligrams} /> : null}
      {asked.firstNight ? <Typed {...asking} field="first-night" type="date" /> : null}
      <Scores {...asking} />
      <EffectButtons {...asking} />
      <div className="field-grid">
        <Typed {...asking} field="missed" hint={visit.missedHint(unordered(followUp))} />
        <Choice {...asking} field="change" choices={changes} />
        {isTold && response.draft !== null ? (
          <Choice {...asking} field="preparation" choices={supplies} />
        ) : null}
      </div>
      <details open={isOtherwise}>
        <summary>{visit.more}</summary>
        <div className="field-grid">
          {asked.dose ? null : <Typed {...asking} field="dose" unit={visit.milligrams} />}
          <Typed {...asking} field="nights" />
          {asked.firstNight ? null : <Typed {...asking} field="first-night" type="date" />}
        </div>
      </details>
      {isTold ? <Instead {...asking} /> : null}
    </section>
  );
}

/** Nights for which nothing was ordered, where the prescriber says none. */
function unordered({ visit, response }: FollowUpOfLaunch): number {
  return visit.answers.missedNights === null ? response.facts.missedNights : 0;
}
