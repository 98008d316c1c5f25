/** The chart of a launch, judged: as of today at the clinic, by the country and for what was chosen. */
import type { Chart } from '#lib/chart/chart.ts';
import { judgeSafety } from '#lib/safety/judge-safety.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import { clinicDay } from '#lib/time/clinic-day.ts';
import type { OpenLaunch } from './open-launch.ts';

/** Judges a chart as of today at the clinic, for the preparation this launch has chosen. */
export function judgeChart({ site, work }: OpenLaunch, chart: Chart, now: number): Judgement {
  const timeZone = site.timeZone ?? null;
  return judgeSafety(chart, {
    asOf: clinicDay(now, timeZone),
    timeZone,
    recognise: installedRecogniser(site.jurisdiction ?? null).recognise,
    ...askedOf(work),
    jurisdiction: site.jurisdiction ?? null,
  });
}

/** A follow-up that was decided is judged as one, for the preparation it is to be supplied in. */
function askedOf({ followUp, regimenForm }: OpenLaunch['work']) {
  if (followUp != null) return { purpose: 'follow-up', preparation: followUp.preparation } as const;
  const isLiquid = regimenForm?.preparation === 'liquid';
  return { purpose: 'titration', preparation: isLiquid ? 'liquid' : 'capsules' } as const;
}
