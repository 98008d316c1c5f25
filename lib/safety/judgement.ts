/** What the chart says about giving LDN to this patient: the opioid verdict, the evidence and one finding a rule. */
import type { Source } from '#lib/chart/chart.ts';
import type { Jurisdiction } from '#lib/settings/site.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { Excipient, Filler } from '#lib/titration/regimen.ts';
import type { Finding } from './finding.ts';
import type { Indication } from './indication.ts';
import type { OpioidJudgement } from './opioid-evidence.ts';

export interface Judgement {
  readonly asOf: CalendarDate;
  /** IANA zone of the clinic; null = unknown, the later date counts. */
  readonly timeZone: string | null;
  /** The country whose records, names and medicines are spoken of. */
  readonly jurisdiction: Jurisdiction;
  /** "Patient/p1" */
  readonly patient: Source;
  readonly opioid: OpioidJudgement;
  /** Worst first, then in rule order. */
  readonly findings: readonly Finding[];
  /** The chart's own indication for LDN, for the order's reasonCode; null when none is recorded. */
  readonly indication: Indication | null;
  /** Filler to ask of the pharmacy where the chart names a filler sensitivity; null when it names none. */
  readonly filler: Filler | null;
  /** What the pharmacy is to leave out, as the chart's allergies and intolerances name it. */
  readonly avoid: readonly Excipient[];
  /** Devices and supplies among the medicines, in the chart's own words: known to be none, and not judged as any. */
  readonly devices: readonly string[];
  /** What this app could not see in this EHR, by name. */
  readonly unseen: readonly string[];
}
