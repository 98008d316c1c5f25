import type { Chart } from '#lib/chart/chart.ts';
import { painScores } from '#lib/follow-up/pain-scores.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import { lastMeasured } from '#lib/safety/measured-values.ts';
import { clinicDays } from '#lib/time/chart-day.ts';
import type { Words } from '#lib/words/words-for.ts';
import { Unbroken } from './unbroken.tsx';

/** What was last measured, a chip each. `beside`: the findings that tell their own results, which are not told twice. */
export function LastMeasured({
  words,
  chart,
  judgement,
  beside,
}: {
  readonly words: Words;
  readonly chart: Chart;
  readonly judgement: Judgement;
  readonly beside: 'findings' | 'plan';
}) {
  const dayOf = clinicDays(judgement.timeZone);
  const told = new Set(beside === 'findings' ? judgement.findings.map(({ rule }) => rule) : []);
  const values = lastMeasured(chart.observations, dayOf, judgement.asOf).filter((value) => {
    const rule = words.measuredValues.ruleOfMeasured(value);
    return rule === null || !told.has(rule);
  });
  const [pain] = painScores(chart.observations, dayOf, judgement.asOf);
  const chips = [
    ...values.map(words.measuredValues.measuredValueWords),
    ...(pain === undefined ? [] : [words.measuredValues.measuredScoreWords(pain)]),
  ];
  if (chips.length === 0) return null;
  const Heading = beside === 'plan' ? 'h2' : 'h3';
  const hasRate = values.some((value) => value.kind === 'number' && value.thing === 'esr');
  return (
    <section aria-labelledby="last-measured" className="last-measured">
      <Heading id="last-measured">{words.measuredValues.measuredWords.title}</Heading>
      <ul className="chips">
        {chips.map((chip) => (
          <li key={chip}>
            <Unbroken text={chip} />
          </li>
        ))}
      </ul>
      {beside === 'plan' && hasRate ? (
        <p className="muted">{words.measuredValues.measuredWords.sedimentationRate}</p>
      ) : null}
    </section>
  );
}
