import type { Chart } from '#lib/chart/chart.ts';
import { alternativesLeft } from '#lib/safety/alternatives.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import { isEvidenceOld } from '#lib/words/claims.ts';
import type { Claim } from '#lib/words/shapes.ts';
import type { Words } from '#lib/words/words-for.ts';
import { Dated } from '../parts/dated.tsx';
import { FoldedWhenNarrow } from './folded-when-narrow.tsx';

interface Shown {
  readonly chart: Chart;
  readonly judgement: Judgement;
}

function Cited({ text, source }: Claim) {
  return (
    <>
      <Dated text={text} /> <cite>{source}</cite>
    </>
  );
}

function Claims({ claims }: { readonly claims: readonly Claim[] }) {
  return (
    <ul>
      {claims.map((claim) => (
        <li key={claim.text}>
          <Cited {...claim} />
        </li>
      ))}
    </ul>
  );
}

/** What this patient's chart does not show as tried, by what hurts and by the country's guidance. */
function Alternatives({ words, chart, judgement }: Shown & { readonly words: Words }) {
  const { pain, treatments, basis } = alternativesLeft(chart, judgement);
  if (treatments.length === 0) return <p>{words.plan.evidence.noAlternatives(basis.length > 0)}</p>;
  return (
    <FoldedWhenNarrow
      summary={words.plan.evidence.alternatives(treatments.map(words.treatments.treatmentName))}
    >
      <p>{treatments.map((treatment) => words.treatments.treatmentFor(treatment, pain)).join('; ')}</p>
      <cite>{basis.map((citation) => words.citations.citationWords[citation]).join('; ')}</cite>
    </FoldedWhenNarrow>
  );
}

/** For and against together, never one opened without the other; off-label said plainly, and what else there is for this patient. */
export function EvidenceForAndAgainst({ words, chart, judgement }: Shown & { readonly words: Words }) {
  const [leadingFor, ...furtherFor] = words.evidence.supporting;
  const [leadingAgainst, ...furtherAgainst] = words.evidence.against;
  const isOld = isEvidenceOld(judgement.asOf);
  return (
    <section aria-labelledby="evidence" className="evidence">
      <h2 id="evidence">{words.plan.evidence.title}</h2>
      <p>
        <strong>{words.evidence.summary}</strong>{' '}
        <Cited {...words.evidence.unapprovedUse(judgement.jurisdiction)} />
      </p>
      <div className="columns leading">
        <div>
          <h3>{words.plan.evidence.for}</h3>
          <p>
            <Cited {...leadingFor} />
          </p>
        </div>
        <div>
          <h3>{words.plan.evidence.against}</h3>
          <p>
            <Cited {...leadingAgainst} />
          </p>
        </div>
      </div>
      <FoldedWhenNarrow summary={words.plan.evidence.more}>
        <div className="columns">
          <div>
            <h3>{words.plan.evidence.alsoFor}</h3>
            <Claims claims={furtherFor} />
          </div>
          <div>
            <h3>{words.plan.evidence.alsoAgainst}</h3>
            <Claims claims={furtherAgainst} />
          </div>
        </div>
        <h3>{words.plan.evidence.neither}</h3>
        <Claims claims={words.evidence.open} />
      </FoldedWhenNarrow>
      <FoldedWhenNarrow summary={words.plan.evidence.sideEffects}>
        <Claims claims={words.evidence.sideEffects} />
      </FoldedWhenNarrow>
      <Alternatives words={words} chart={chart} judgement={judgement} />
      <p className={isOld ? 'notice' : 'muted'}>{words.evidence.evidenceReviewed(isOld)}</p>
    </section>
  );
}
