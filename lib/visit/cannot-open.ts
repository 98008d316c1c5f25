/** Why a chart is not shown; where the EHR named another patient, whose charts they are. */
import type { Chart, ChartPatient } from '#lib/chart/chart.ts';
import type { LaunchFailure } from '#lib/launch/session.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { clinicDay } from '#lib/time/clinic-day.ts';
import type { Asking } from './asking.ts';
import { chartLastRead } from './open-launch.ts';

/** Why a screen cannot be shown; where another patient is the reason, whose charts they are. */
export interface CannotOpen extends LaunchFailure {
  /** The user may say to be a prescriber, and go on. */
  readonly ask?: { readonly launchId: string; readonly formToken: string };
  readonly patients?: {
    readonly opened: ChartPatient | null;
    readonly named: ChartPatient | null;
    readonly today: CalendarDate;
  };
}

/** Names whose chart was open, and whom the EHR named instead where that is known. */
export async function withPatients(
  failure: LaunchFailure,
  launchId: string,
  { cookies, now }: Asking,
  other?: Chart,
): Promise<CannotOpen> {
  if (failure.code !== 'WRONG_PATIENT') return failure;
  const read = await chartLastRead(launchId, cookies);
  return {
    ...failure,
    patients: {
      opened: read?.chart.patient ?? null,
      named: other?.patient ?? null,
      today: clinicDay(now(), null),
    },
  };
}
