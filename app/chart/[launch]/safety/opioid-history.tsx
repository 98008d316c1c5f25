import { evidenceShown } from '#lib/drawings/evidence-shown.ts';
import { DAYS_SHOWN, opioidTimeline } from '#lib/drawings/opioid-timeline.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import { NO_MEDICINES_RECORDED } from '#lib/words/en/read-summary.ts';
import { SAFETY_WORDS } from '#lib/words/en/safety.ts';
import { Dated } from '../parts/dated.tsx';
import { OpioidPicture } from './opioid-picture.tsx';
import { OpioidRows } from './opioid-rows.tsx';

const words = SAFETY_WORDS.history;

/** The opioid history, drawn and as a table. Where the chart could not be read nothing is drawn that could pass for the whole. */
export function OpioidHistory({
  judgement,
  isIncomplete,
  hasMedicines,
}: {
  readonly judgement: Judgement;
  readonly isIncomplete: boolean;
  readonly hasMedicines: boolean;
}) {
  const { evidence } = judgement.opioid;
  const { drawn, left } = evidenceShown(judgement);
  const timeline = opioidTimeline(drawn);
  return (
    <section aria-labelledby="opioid-history">
      <h2 id="opioid-history">{words.title(DAYS_SHOWN)}</h2>
      {isIncomplete ? (
        <p className="notice">{words.notDrawn}</p>
      ) : (
        <p>
          <Dated text={hasMedicines ? timeline.reading : NO_MEDICINES_RECORDED} />
        </p>
      )}
      {!isIncomplete && timeline.bars.length > 0 ? <OpioidPicture timeline={timeline} /> : null}
      {left > 0 ? <p>{words.notTabled(left)}</p> : null}
      {evidence.length > 0 ? <OpioidRows judgement={drawn} /> : null}
    </section>
  );
}
