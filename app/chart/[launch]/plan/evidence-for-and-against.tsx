import type { Chart } from '#lib/chart/chart.ts';
import {
  ALTERNATIVES_SOURCE,
  alternativesNotRecorded,
  type Claim,
  EVIDENCE,
} from '#lib/words/en/evidence.ts';
import { PLAN_WORDS } from '#lib/words/en/plan.ts';
import { Dated } from '../parts/dated.tsx';
import { FoldedWhenNarrow } from './folded-when-narrow.tsx';

const WORDS = PLAN_WORDS.evidence;

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

/** What this patient's chart does not show as tried, and for whom each did best. */
function Alternatives({ chart }: { readonly chart: Chart }) {
  const words = chart.medications.flatMap((row) => [row.words ?? [], row.medication.texts].flat());
  const alternatives = alternativesNotRecorded(words);
  if (alternatives.length === 0) return <p>{WORDS.noAlternatives}</p>;
  return (
    <FoldedWhenNarrow summary={WORDS.alternatives(alternatives.map(({ drug }) => drug))}>
      <ul>
        {alternatives.map(({ drug, suits }) => (
          <li key={drug}>
            <strong>{drug}</strong>
            {WORDS.suits(suits)}
          </li>
        ))}
      </ul>
      <cite>{ALTERNATIVES_SOURCE}</cite>
    </FoldedWhenNarrow>
  );
}

/** For and against together, never one opened without the other; off-label said plainly, and what else there is for this patient. */
export function EvidenceForAndAgainst({ chart }: { readonly chart: Chart }) {
  const [leadingFor, ...furtherFor] = EVIDENCE.supporting;
  const [leadingAgainst, ...furtherAgainst] = EVIDENCE.against;
  return (
    <section aria-labelledby="evidence" className="evidence">
      <h2 id="evidence">{WORDS.title}</h2>
      <p>
        <strong>{EVIDENCE.summary}</strong> <Cited {...EVIDENCE.offLabel} />
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
      </FoldedWhenNarrow>
      <FoldedWhenNarrow summary={WORDS.sideEffects}>
        <Claims claims={EVIDENCE.sideEffects} />
      </FoldedWhenNarrow>
      <Alternatives chart={chart} />
    </section>
  );
}
