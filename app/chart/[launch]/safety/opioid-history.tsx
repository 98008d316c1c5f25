import { evidenceShown } from '#lib/drawings/evidence-shown.ts';
import { DAYS_SHOWN, opioidTimeline } from '#lib/drawings/opioid-timeline.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { Words } from '#lib/words/words-for.ts';
import { Unbroken } from '../parts/unbroken.tsx';
import { Devices } from './devices.tsx';
import { OpioidPicture } from './opioid-picture.tsx';
import { OpioidRows } from './opioid-rows.tsx';

/** The opioid history, drawn and as a table. Where the chart could not be read nothing is drawn that could pass for the whole. */
export function OpioidHistory({
  words,
  judgement,
  isIncomplete,
  hasMedicines,
}: {
  readonly words: Words;
  readonly judgement: Judgement;
  readonly isIncomplete: boolean;
  readonly hasMedicines: boolean;
}) {
  const { evidence } = judgement.opioid;
  const { drawn, left } = evidenceShown(judgement);
  const timeline = opioidTimeline(words, drawn);
  return (
    <section aria-labelledby="opioid-history">
      <h2 id="opioid-history">{words.safety.history.title(DAYS_SHOWN)}</h2>
      {isIncomplete ? (
        <p className="notice">{words.safety.history.notDrawn}</p>
      ) : (
        <p>
          <Unbroken text={hasMedicines ? timeline.reading : words.readSummary.noMedicinesRecorded} />
        </p>
      )}
      {!isIncomplete && timeline.bars.length > 0 ? <OpioidPicture words={words} timeline={timeline} /> : null}
      {left > 0 ? <p>{words.safety.history.notTabled(left)}</p> : null}
      {evidence.length > 0 ? <OpioidRows words={words} judgement={drawn} /> : null}
      <Devices words={words} devices={judgement.devices} />
    </section>
  );
}
