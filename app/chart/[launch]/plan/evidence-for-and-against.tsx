import type { Chart } from '../../../../lib/chart/chart.ts';
import {
  ALTERNATIVES_SOURCE,
  alternativesNotRecorded,
  type Claim,
  EVIDENCE,
} from '../../../../lib/display/evidence.ts';

function Claims({ title, claims }: { readonly title: string; readonly claims: readonly Claim[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {claims.map(({ text, source }) => (
          <li key={text}>
            {text} <cite>{source}</cite>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** For and against together, off-label said plainly, and what else there is for this patient. */
export function EvidenceForAndAgainst({ chart }: { readonly chart: Chart }) {
  const words = chart.medications.flatMap((row) => [row.words, ...row.medication.texts]);
  const alternatives = alternativesNotRecorded(words);
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">Evidence for and against</h2>
      <p>
        <strong>{EVIDENCE.summary}</strong> {EVIDENCE.offLabel.text} <cite>{EVIDENCE.offLabel.source}</cite>
      </p>
      <div className="columns">
        <Claims title="For" claims={EVIDENCE.supporting} />
        <Claims title="Against" claims={EVIDENCE.against} />
      </div>
      <div className="columns">
        <Claims title="Side effects" claims={EVIDENCE.sideEffects} />
        <div>
          <h3>Alternatives not yet recorded on this chart</h3>
          {alternatives.length === 0 ? (
            <p>All three approved alternatives are on this chart.</p>
          ) : (
            <ul>
              {alternatives.map(({ drug, suits }) => (
                <li key={drug}>
                  <strong>{drug}</strong>: {suits}
                </li>
              ))}
            </ul>
          )}
          <cite>{ALTERNATIVES_SOURCE}</cite>
        </div>
      </div>
    </section>
  );
}
