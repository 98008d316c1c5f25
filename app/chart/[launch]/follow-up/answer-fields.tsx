import { CHANGES, EFFECTS } from '#lib/follow-up/follow-up-answers.ts';
import { PEG_BASELINE_FIELDS, PEG_FIELDS } from '#lib/follow-up/follow-up-form.ts';
import type { FollowUpOfLaunch } from '#lib/visit/follow-up-of-launch.ts';
import { FieldError, fieldId } from '../parts/error-summary.tsx';
import { type Asking, Choice, Taps, Typed } from './field-kinds.tsx';
import { Instead } from './instead.tsx';

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
