import type { Chart } from '#lib/chart/chart.ts';
import { asksOfSeveral } from '#lib/safety/asks-of-several.ts';
import type { Finding } from '#lib/safety/finding.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { OpioidEvidence } from '#lib/safety/opioid-evidence.ts';
import type { Words } from '#lib/words/words-for.ts';
import { ChartLines } from '../parts/chart-lines.tsx';
import { LastMeasured } from '../parts/last-measured.tsx';
import { NamesToRead } from '../parts/names-to-read.tsx';
import { Unbroken } from '../parts/unbroken.tsx';

interface Shown {
  readonly chart: Chart;
  readonly evidence: readonly OpioidEvidence[];
}

function RowsOf({
  words,
  finding,
  chart,
  evidence,
}: Shown & { readonly finding: Finding } & { readonly words: Words }) {
  if (asksOfSeveral(finding))
    return <NamesToRead words={words} names={words.namesToRead.namesToRead(finding, evidence)} />;
  const lines = words.chartLines.chartLines(chart, finding.sources);
  return lines.length === 0 ? <p>{words.safety.checks.noRow}</p> : <ChartLines words={words} lines={lines} />;
}

function Check({
  words,
  finding,
  ...shown
}: Shown & { readonly finding: Finding } & { readonly words: Words }) {
  return (
    <li className={`check check-${finding.severity}`}>
      <details>
        <summary>
          <span className="check-severity">{words.judgement.severityWords[finding.severity]}</span>
          <span className="check-title">{words.ruleTitles.titles[finding.rule]}</span>
          <span className="check-message">
            <Unbroken text={words.finding.findingWords(finding)} />
          </span>
        </summary>
        <div className="check-body">
          <RowsOf words={words} finding={finding} {...shown} />
          <p className="basis">
            <span className="label">{words.safety.checks.source}</span>{' '}
            {finding.basis.map((citation) => words.citations.citationWords[citation]).join('; ')}
          </p>
        </div>
      </details>
    </li>
  );
}

/** One row a finding, worst first, each opening to the chart's own words and the source of the rule. */
export function CheckList({
  words,
  chart,
  judgement,
}: {
  readonly words: Words;
  readonly chart: Chart;
  readonly judgement: Judgement;
}) {
  const { findings } = judgement;
  const shown = { chart, evidence: judgement.opioid.evidence };
  const quiet = words.ruleTitles.quietChecks(findings);
  const isIncomplete = findings.some(({ rule }) => rule === 'R01');
  return (
    <section aria-labelledby="checks">
      <h2 id="checks">{words.safety.checks.title}</h2>
      <ul className="checks">
        {findings.map((finding) => (
          <Check words={words} key={finding.key} finding={finding} {...shown} />
        ))}
      </ul>
      <LastMeasured words={words} chart={chart} judgement={judgement} beside="findings" />
      {quiet.length > 0 ? (
        <details className="quiet-checks">
          <summary>{words.safety.checks.quiet(quiet.length, isIncomplete)}</summary>
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
