import type { Chart } from '#lib/chart/chart.ts';
import { alternativesLeft } from '#lib/safety/alternatives.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import { isEvidenceOld } from '#lib/words/claims.ts';
import type { Claim } from '#lib/words/shapes.ts';
import type { Words } from '#lib/words/words-for.ts';
import { Unbroken } from '../parts/unbroken.tsx';

interface Shown {
  readonly chart: Chart;
  readonly judgement: Judgement;
}

function Cited({ text, source }: Claim) {
  return (
    <>
      <Unbroken text={text} /> <cite>{source}</cite>
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
    <p>
      {words.plan.evidence.alternatives(
        treatments.map((treatment) => words.treatments.treatmentFor(treatment, pain)),
      )}{' '}
      <cite>{basis.map((citation) => words.citations.citationWords[citation]).join('; ')}</cite>
    </p>
  );
}

/** For and against together, never one opened without the other; what such use is called said plainly, and what else there is. */
export function EvidenceForAndAgainst({ words, chart, judgement }: Shown & { readonly words: Words }) {
  const { evidence, plan } = words;
  const isOld = isEvidenceOld(judgement.asOf);
  return (
    <section aria-labelledby="evidence" className="evidence">
      <h2 id="evidence">{plan.evidence.title}</h2>
      <p>
        <strong>{evidence.summary}</strong> <Cited {...evidence.unapprovedUse(judgement.jurisdiction)} />
      </p>
      {isOld ? <p className="notice">{evidence.evidenceReviewed(isOld)}</p> : null}
      <details>
        <summary>{plan.evidence.open}</summary>
        <div className="columns">
          <div>
            <h3>{plan.evidence.for}</h3>
            <Claims claims={evidence.supporting} />
          </div>
          <div>
            <h3>{plan.evidence.against}</h3>
            <Claims claims={evidence.against} />
          </div>
        </div>
        <h3>{plan.evidence.neither}</h3>
        <Claims claims={evidence.open} />
        <h3>{plan.evidence.sideEffects}</h3>
        <Claims claims={evidence.sideEffects} />
        <h3>{plan.evidence.otherTreatments}</h3>
        <Alternatives words={words} chart={chart} judgement={judgement} />
        {isOld ? null : <p className="muted">{evidence.evidenceReviewed(isOld)}</p>}
      </details>
    </section>
  );
}
