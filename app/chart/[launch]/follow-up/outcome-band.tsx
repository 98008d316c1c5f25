import type { Outcome } from '#lib/follow-up/response.ts';
import type { FollowUpOfLaunch } from '#lib/visit/follow-up-of-launch.ts';
import type { VerdictMark } from '#lib/words/shapes.ts';
import type { Words } from '#lib/words/words-for.ts';
import { FocusOnArrival } from '../parts/focus-on-arrival.tsx';
import { Unbroken } from '../parts/unbroken.tsx';
import { Mark } from '../parts/verdict-mark.tsx';

const MARK: Readonly<Record<Outcome, VerdictMark>> = {
  stop: 'stop',
  'cannot-tell': 'question',
  restart: 'question',
  'hold-for-surgery': 'question',
  lower: 'question',
  'more-data': 'question',
  'propose-stop': 'question',
  stay: 'tick',
  wait: 'tick',
  step: 'tick',
};

/** What to do now, in one line; under it why, with figures and days, and what is drafted or from when. */
export function OutcomeBand({
  words,
  followUp: { response, judgement },
  isTold,
}: {
  readonly words: Words;
  readonly followUp: FollowUpOfLaunch;
  readonly isTold: boolean;
}) {
  const day = words.dates.screenDate;
  const { responseHeadline, responseReason, draftWords, contradictionWords, basisWords, outcomeWords } =
    words.response;
  const visit = words.followUpVisit;
  const mark = isTold ? MARK[response.outcome] : 'question';
  const draft = draftWords(response, day);
  const { insteadOf } = response;
  return (
    <section className={`verdict verdict-${mark}`} aria-labelledby="verdict">
      <Mark mark={mark} />
      <div>
        <h1 id="verdict" tabIndex={-1}>
          {isTold ? (
            <Unbroken text={responseHeadline(response, day)} />
          ) : (
            visit.howIsIt(response.facts.currentDose)
          )}
        </h1>
        {isTold ? (
          <>
            <p>
              <Unbroken text={responseReason(response, day)} />
            </p>
            {insteadOf === null ? null : (
              <p>{words.response.chosenInstead(outcomeWords[insteadOf.outcome])}</p>
            )}
            {draft === null ? null : (
              <p>
                <Unbroken text={draft} />
              </p>
            )}
            <p className="muted">{visit.basis(basisWords(response.basis))}</p>
          </>
        ) : (
          <p>{visit.notAnswered}</p>
        )}
        {contradictionWords(response.contradictions, day).map((text) => (
          <p key={text} className="closed">
            <Unbroken text={text} />
          </p>
        ))}
        {isTold && response.facts.opioidSinceStart ? null : (
          <p>{visit.opioids(words.judgement.verdictHeadings[judgement.opioid.verdict])}</p>
        )}
      </div>
      <FocusOnArrival on="verdict" />
    </section>
  );
}
