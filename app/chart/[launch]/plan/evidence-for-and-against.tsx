import type { Chart } from '#lib/chart/chart.ts';
import { alternativesLeft } from '#lib/safety/alternatives.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import { isEvidenceOld } from '#lib/words/claims.ts';
import { citationWords } from '#lib/words/en/citations.ts';
import { type Claim, EVIDENCE, evidenceReviewed, unapprovedUse } from '#lib/words/en/evidence.ts';
import { PLAN_WORDS } from '#lib/words/en/plan.ts';
import { treatmentFor, treatmentName } from '#lib/words/en/treatments.ts';
import { Dated } from '../parts/dated.tsx';
import { FoldedWhenNarrow } from './folded-when-narrow.tsx';

const WORDS = PLAN_WORDS.evidence;

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
function Alternatives({ chart, judgement }: Shown) {
  const { pain, treatments, basis } = alternativesLeft(chart, judgement);
  if (treatments.length === 0) return <p>{WORDS.noAlternatives(basis.length > 0)}</p>;
  return (
    <FoldedWhenNarrow summary={WORDS.alternatives(treatments.map(treatmentName))}>
      <p>{treatments.map((treatment) => treatmentFor(treatment, pain)).join('; ')}</p>
      <cite>{basis.map((citation) => citationWords[citation]).join('; ')}</cite>
    </FoldedWhenNarrow>
  );
}

/** For and against together, never one opened without the other; off-label said plainly, and what else there is for this patient. */
export function EvidenceForAndAgainst({ chart, judgement }: Shown) {
  const [leadingFor, ...furtherFor] = EVIDENCE.supporting;
  const [leadingAgainst, ...furtherAgainst] = EVIDENCE.against;
  const isOld = isEvidenceOld(judgement.asOf);
  return (
    <section aria-labelledby="evidence" className="evidence">
      <h2 id="evidence">{WORDS.title}</h2>
      <p>
        <strong>{EVIDENCE.summary}</strong> <Cited {...unapprovedUse(judgement.jurisdiction)} />
      </p>
      <div className="columns leading">
        <div>
          <h3>{WORDS.for}</h3>
          <p>
            <Cited {...leadingFor} />
          </p>
        </div>
        <div>
          <h3>{WORDS.against}</h3>
          <p>
            <Cited {...leadingAgainst} />
          </p>
        </div>
      </div>
      <FoldedWhenNarrow summary={WORDS.more}>
        <div className="columns">
          <div>
            <h3>{WORDS.alsoFor}</h3>
            <Claims claims={furtherFor} />
          </div>
          <div>
            <h3>{WORDS.alsoAgainst}</h3>
            <Claims claims={furtherAgainst} />
          </div>
        </div>
        <h3>{WORDS.neither}</h3>
        <Claims claims={EVIDENCE.open} />
      </FoldedWhenNarrow>
      <FoldedWhenNarrow summary={WORDS.sideEffects}>
        <Claims claims={EVIDENCE.sideEffects} />
      </FoldedWhenNarrow>
      <Alternatives chart={chart} judgement={judgement} />
      <p className={isOld ? 'notice' : 'muted'}>{evidenceReviewed(isOld)}</p>
    </section>
  );
}
