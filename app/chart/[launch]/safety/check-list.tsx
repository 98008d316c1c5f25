import type { Chart } from '#lib/chart/chart.ts';
import type { Finding } from '#lib/safety/finding.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { OpioidEvidence } from '#lib/safety/opioid-evidence.ts';
import { chartLines } from '#lib/words/en/chart-lines.ts';
import { citationWords } from '#lib/words/en/citations.ts';
import { findingWords } from '#lib/words/en/finding.ts';
import { SEVERITY_WORDS } from '#lib/words/en/judgement.ts';
import { namesToRead } from '#lib/words/en/names-to-read.ts';
import { asksOfSeveral } from '#lib/words/en/question.ts';
import { quietChecks, RULE_TITLES } from '#lib/words/en/rule-titles.ts';
import { SAFETY_WORDS } from '#lib/words/en/safety.ts';
import { ChartLines } from '../parts/chart-lines.tsx';
import { Dated } from '../parts/dated.tsx';
import { LastMeasured } from '../parts/last-measured.tsx';
import { NamesToRead } from '../parts/names-to-read.tsx';

const words = SAFETY_WORDS.checks;

interface Shown {
  readonly chart: Chart;
  readonly evidence: readonly OpioidEvidence[];
}

function RowsOf({ finding, chart, evidence }: Shown & { readonly finding: Finding }) {
  if (asksOfSeveral(finding)) return <NamesToRead names={namesToRead(finding, evidence)} />;
  const lines = chartLines(chart, finding.sources);
  return lines.length === 0 ? <p>{words.noRow}</p> : <ChartLines lines={lines} />;
}

function Check({ finding, ...shown }: Shown & { readonly finding: Finding }) {
  return (
    <li className={`check check-${finding.severity}`}>
      <details>
        <summary>
          <span className="check-severity">{SEVERITY_WORDS[finding.severity]}</span>
          <span className="check-title">{RULE_TITLES[finding.rule]}</span>
          <span className="check-message">
            <Dated text={findingWords(finding)} />
          </span>
        </summary>
        <div className="check-body">
          <RowsOf finding={finding} {...shown} />
          <p className="basis">
            <span className="label">{words.source}</span>{' '}
            {finding.basis.map((citation) => citationWords[citation]).join('; ')}
          </p>
        </div>
      </details>
    </li>
  );
}

/** One row a finding, worst first, each opening to the chart's own words and the source of the rule. */
export function CheckList({ chart, judgement }: { readonly chart: Chart; readonly judgement: Judgement }) {
  const { findings } = judgement;
  const shown = { chart, evidence: judgement.opioid.evidence };
  const quiet = quietChecks(findings);
  return (
    <section aria-labelledby="checks">
      <h2 id="checks">{words.title}</h2>
      <ul className="checks">
        {findings.map((finding) => (
          <Check key={finding.key} finding={finding} {...shown} />
        ))}
      </ul>
      <LastMeasured chart={chart} judgement={judgement} beside="findings" />
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
