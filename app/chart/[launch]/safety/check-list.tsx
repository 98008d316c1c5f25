import type { Chart } from '#lib/chart/chart.ts';
import { LONGEST_SHOWN } from '#lib/safety/in-short.ts';
import type { Finding } from '#lib/safety/judgement.ts';
import { type ChartLine, chartLines } from '#lib/words/en/chart-lines.ts';
import { SEVERITY_WORDS } from '#lib/words/en/judgement.ts';
import { quietChecks, RULE_TITLES } from '#lib/words/en/rule-titles.ts';
import { SAFETY_WORDS } from '#lib/words/en/safety.ts';
import { ChartText } from '../parts/chart-text.tsx';
import { Dated } from '../parts/dated.tsx';
import { FurtherRows, MOST_ROWS } from '../parts/further-rows.tsx';

const words = SAFETY_WORDS.checks;

export function ChartLines({ lines }: { readonly lines: readonly ChartLine[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <ul className="chart-lines">
        {lines.slice(0, MOST_ROWS).map((line) => (
          <li key={`${line.source} ${line.words}`}>
            <span className="label">{line.kind}</span>{' '}
            <q>
              <ChartText text={line.words} />
            </q>
            <dl>
              {line.facts.map(({ label, value }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    {value.length > LONGEST_SHOWN ? <ChartText text={value} /> : <Dated text={value} />}
                  </dd>
                </div>
              ))}
            </dl>
            <span className="muted source">{line.source}</span>
          </li>
        ))}
      </ul>
      <FurtherRows rows={lines.slice(MOST_ROWS)} />
    </>
  );
}

function Check({ finding, chart }: { readonly finding: Finding; readonly chart: Chart }) {
  const lines = chartLines(chart, finding.sources);
  return (
    <li className={`check check-${finding.severity}`}>
      <details>
        <summary>
          <span className="check-severity">{SEVERITY_WORDS[finding.severity]}</span>
          <span className="check-title">{RULE_TITLES[finding.rule]}</span>
          <span className="check-message">
            <Dated text={finding.message} />
          </span>
        </summary>
        <div className="check-body">
          <ChartLines lines={lines} />
          {lines.length === 0 ? <p>{words.noRow}</p> : null}
          <p className="basis">
            <span className="label">{words.source}</span> {finding.basis.join('; ')}
          </p>
        </div>
      </details>
    </li>
  );
}

/** One row a finding, worst first, each opening to the chart's own words and the source of the rule. */
export function CheckList({
  findings,
  chart,
}: {
  readonly findings: readonly Finding[];
  readonly chart: Chart;
}) {
  const quiet = quietChecks(findings);
  return (
    <section aria-labelledby="checks">
      <h2 id="checks">{words.title}</h2>
      <ul className="checks">
        {findings.map((finding) => (
          <Check key={finding.key} finding={finding} chart={chart} />
        ))}
      </ul>
      {quiet.length > 0 ? (
        <details className="quiet-checks">
          <summary>{words.quiet(quiet.length)}</summary>
          <ul>
            {quiet.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}
