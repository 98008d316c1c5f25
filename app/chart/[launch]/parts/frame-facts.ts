/** What the frame of every screen says of an opened chart. */
import { clockApart } from '#lib/launch/clock.ts';
import type { OpenChart } from '#lib/visit/open-chart.ts';
import { standsByThisLaunch } from '#lib/visit/own-orders.ts';
import type { Identity } from '#lib/words/shapes.ts';
import type { Words } from '#lib/words/words-for.ts';

export interface FrameFacts {
  readonly launchId: string;
  readonly identity: Identity;
  readonly ehrName: string;
  /** "14:05" */
  readonly readAt: string;
  /** What this EHR lets the app write, or that a block stands in the way: one sentence. */
  readonly writing: string;
  /** The plan of this launch follows an order. */
  readonly isFollowUp: boolean;
  /** How far the app's clock is from the EHR's; null while they agree. */
  readonly clockApart: string | null;
}

export function frameFacts(words: Words, opened: OpenChart): FrameFacts {
  const { launch, chart, judgement, readAt, writing, doubt } = opened;
  return {
    launchId: launch.session.id,
    identity: words.identity.identityOf(chart.patient, judgement.asOf),
    ehrName: launch.site.name,
    readAt: words.dates.clockTime(readAt, judgement.timeZone),
    // The kept reading is older than the draft of this launch, and does not block a second one yet.
    writing: standsByThisLaunch(opened)
      ? words.done.noSecond
      : words.writing.writingWords(writing, launch.site, judgement, doubt),
    isFollowUp: launch.work.followUp != null,
    clockApart: clockApart(launch.session.issuer),
  };
}
