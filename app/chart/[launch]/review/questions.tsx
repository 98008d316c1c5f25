import type { ReactNode } from 'react';
import type { Chart } from '#lib/chart/chart.ts';
import { answerFields } from '#lib/review/answer-fields.ts';
import { asksOfSeveral } from '#lib/safety/asks-of-several.ts';
import type { Finding } from '#lib/safety/finding.ts';
import type { OpioidEvidence } from '#lib/safety/opioid-evidence.ts';
import type { Words } from '#lib/words/words-for.ts';
import { ChartLines } from '../parts/chart-lines.tsx';
import { FieldError, fieldId, type Problem } from '../parts/error-summary.tsx';
import { NamesToRead } from '../parts/names-to-read.tsx';
import { Unbroken } from '../parts/unbroken.tsx';
import { DayField, RadioGroup, type Typed } from './answer-choices.tsx';

function InTheChart({
  words,
  finding,
  chart,
}: {
  readonly words: Words;
  readonly finding: Finding;
  readonly chart: Chart;
}) {
  const lines = words.chartLines.chartLines(chart, finding.sources);
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>{words.review.questions.inTheChart}</summary>
      <ChartLines words={words} lines={lines} />
    </details>
  );
}

/** Words of one's own that nobody needs to add are folded away until they are wanted. */
function MayFold({
  isFolded,
  summary,
  children,
}: {
  readonly isFolded: boolean;
  readonly summary: string;
  readonly children: ReactNode;
}) {
  if (!isFolded) return children;
  return (
    <details>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}

function QuestionOfFinding({
  words,
  finding,
  chart,
  evidence,
  typed,
  today,
  problems,
}: {
  readonly words: Words;
  readonly finding: Finding;
  readonly chart: Chart;
  readonly evidence: readonly OpioidEvidence[];
  readonly typed: Typed;
  readonly today: string;
  readonly problems: readonly Problem[];
}) {
  const { text: textField, date: dayField } = answerFields(finding);
  const { ownWords, lastTaken } = words.question.questionWords(finding);
  const before = words.question.beforeChoices(finding);
  const ownText = typed[textField] ?? '';
  return (
    <section className="question">
      <h3>{words.ruleTitles.titles[finding.rule]}</h3>
      {before === null ? null : (
        <p>
          <Unbroken text={before} />
        </p>
      )}
      {asksOfSeveral(finding) ? (
        <NamesToRead words={words} names={words.namesToRead.namesToRead(finding, evidence)} />
      ) : (
        <InTheChart words={words} finding={finding} chart={chart} />
      )}
      {words.question.askedQuestions(finding).map((asked) => (
        <RadioGroup key={asked.field} asked={asked} typed={typed} today={today} problems={problems} />
      ))}
      {finding.question?.kind === 'last-dose' ? (
        <DayField field={dayField} label={lastTaken} value={typed[dayField] ?? ''} problems={problems} />
      ) : null}
      <MayFold
        summary={words.review.questions.addWords}
        isFolded={
          finding.question?.kind === 'monitoring-and-interview' &&
          ownText === '' &&
          !problems.some(({ field }) => field === textField)
        }
      >
        <div className="field">
          <label htmlFor={fieldId(textField)}>{ownWords}</label>
          <input
            id={fieldId(textField)}
            name={textField}
            defaultValue={ownText}
            autoComplete="off"
            maxLength={200}
            className="input-wide"
          />
          <FieldError field={textField} problems={problems} />
        </div>
      </MayFold>
    </section>
  );
}

/** Every question this chart raises, each answer the prescriber's own statement. */
export function Questions(props: {
  readonly words: Words;
  readonly findings: readonly Finding[];
  readonly chart: Chart;
  readonly evidence: readonly OpioidEvidence[];
  readonly typed: Typed;
  readonly today: string;
  readonly problems: readonly Problem[];
}) {
  const { findings, ...rest } = props;
  const { words } = rest;
  const asked = findings.filter((finding) => finding.severity === 'confirm');
  return (
    <section aria-labelledby="questions" className="questions">
      <h2 id="questions">{words.review.questions.title}</h2>
      {asked.map((finding) => (
        <QuestionOfFinding key={finding.key} finding={finding} {...rest} />
      ))}
    </section>
  );
}
