import type { Chart } from '#lib/chart/chart.ts';
import { answerFields } from '#lib/review/answer-fields.ts';
import type { Finding } from '#lib/safety/finding.ts';
import type { OpioidEvidence } from '#lib/safety/opioid-evidence.ts';
import { chartLines } from '#lib/words/en/chart-lines.ts';
import { findingWords } from '#lib/words/en/finding.ts';
import { namesToRead } from '#lib/words/en/names-to-read.ts';
import { type AskedQuestion, askedQuestions, asksOfSeveral, questionWords } from '#lib/words/en/question.ts';
import { REVIEW_WORDS } from '#lib/words/en/review.ts';
import { RULE_TITLES } from '#lib/words/en/rule-titles.ts';
import { ChartLines } from '../parts/chart-lines.tsx';
import { Dated } from '../parts/dated.tsx';
import { FieldError, fieldId, type Problem } from '../parts/error-summary.tsx';
import { NamesToRead } from '../parts/names-to-read.tsx';

const words = REVIEW_WORDS.questions;

type Typed = Readonly<Record<string, string>>;

function DayField({
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

function RadioGroup({
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

function InTheChart({ finding, chart }: { readonly finding: Finding; readonly chart: Chart }) {
  const lines = chartLines(chart, finding.sources);
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>{words.inTheChart}</summary>
      <ChartLines lines={lines} />
    </details>
  );
}

function QuestionOfFinding({
  finding,
  chart,
  evidence,
  typed,
  today,
  problems,
}: {
  readonly finding: Finding;
  readonly chart: Chart;
  readonly evidence: readonly OpioidEvidence[];
  readonly typed: Typed;
  readonly today: string;
  readonly problems: readonly Problem[];
}) {
  const { text: textField, date: dayField } = answerFields(finding);
  const { ownWords, lastTaken } = questionWords(finding);
  return (
    <section className="question">
      <h3>{RULE_TITLES[finding.rule]}</h3>
      <p>
        <Dated text={findingWords(finding)} />
      </p>
      {asksOfSeveral(finding) ? (
        <NamesToRead names={namesToRead(finding, evidence)} />
      ) : (
        <InTheChart finding={finding} chart={chart} />
      )}
      {askedQuestions(finding).map((asked) => (
        <RadioGroup key={asked.field} asked={asked} typed={typed} today={today} problems={problems} />
      ))}
      {finding.question?.kind === 'last-dose' ? (
        <DayField field={dayField} label={lastTaken} value={typed[dayField] ?? ''} problems={problems} />
      ) : null}
      <div className="field">
        <label htmlFor={fieldId(textField)}>{ownWords}</label>
        <input
          id={fieldId(textField)}
          name={textField}
          defaultValue={typed[textField] ?? ''}
          autoComplete="off"
          maxLength={200}
          className="input-wide"
        />
        <FieldError field={textField} problems={problems} />
      </div>
    </section>
  );
}

/** Every question this chart raises, each answer the prescriber's own statement. */
export function Questions(props: {
  readonly findings: readonly Finding[];
  readonly chart: Chart;
  readonly evidence: readonly OpioidEvidence[];
  readonly typed: Typed;
  readonly today: string;
  readonly problems: readonly Problem[];
}) {
  const { findings, ...rest } = props;
  const asked = findings.filter((finding) => finding.severity === 'confirm');
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">{words.title}</h2>
      <p>{words.meaning}</p>
      {asked.map((finding) => (
        <QuestionOfFinding key={finding.key} finding={finding} {...rest} />
      ))}
    </section>
  );
}
