import type { Chart } from '#lib/chart/chart.ts';
import { painScores } from '#lib/follow-up/pain-scores.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import { lastMeasured } from '#lib/safety/measured-values.ts';
import { clinicDays } from '#lib/time/chart-day.ts';
import {
  MEASURED_WORDS,
  measuredScoreWords,
  measuredValueWords,
  ruleOfMeasured,
} from '#lib/words/en/measured-values.ts';
import { Dated } from './dated.tsx';

/** What was last measured, a chip each. `beside`: the findings that tell their own results, which are not told twice. */
export function LastMeasured({
  chart,
  judgement,
  beside,
}: {
  readonly chart: Chart;
  readonly judgement: Judgement;
  readonly beside: 'findings' | 'plan';
}) {
  const dayOf = clinicDays(judgement.timeZone);
  const told = new Set(beside === 'findings' ? judgement.findings.map(({ rule }) => rule) : []);
  const values = lastMeasured(chart.observations, dayOf, judgement.asOf).filter((value) => {
    const rule = ruleOfMeasured(value);
    return rule === null || !told.has(rule);
  });
  const [pain] = painScores(chart.observations, dayOf, judgement.asOf);
  const chips = [
    ...values.map(measuredValueWords),
    ...(pain === undefined ? [] : [measuredScoreWords(pain)]),
  ];
  if (chips.length === 0) return null;
  const hasRate = values.some((value) => value.kind === 'number' && value.thing === 'esr');
  return (
    <section aria-labelledby="last-measured" className="last-measured">
      <h3 id="last-measured">{MEASURED_WORDS.title}</h3>
      <ul className="chips">
        {chips.map((chip) => (
          <li key={chip}>
            <Dated text={chip} />
          </li>
        ))}
      </ul>
      {beside === 'plan' && hasRate ? <p className="muted">{MEASURED_WORDS.sedimentationRate}</p> : null}
    </section>
  );
}
