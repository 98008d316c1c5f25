/** What is asked at a visit, and no more: nothing that the chart holds of the last two weeks, nothing that the order says. */
import { daysBetween } from '#lib/time/calendar-date.ts';
import type { AtVisit } from './at-visit.ts';
import type { PainScore } from './pain-scores.ts';
import type { Response } from './response.ts';
import { BASELINE_DAYS, NOT_ASKED_DAYS } from './response-scores.ts';

export interface AskedAtVisit {
  /** PEG, or the pain score whose baseline the chart has; null where a score of the last two weeks stands there. */
  readonly score: 'peg' | 'pain-now' | null;
  /** How it was before the first night, by that measure. */
  readonly baseline: 'peg' | 'pain-now' | null;
  readonly dose: boolean;
  readonly firstNight: boolean;
}

export function whatIsAsked({ facts }: Response, { scores, judgement }: AtVisit): AskedAtVisit {
  const needs = (what: (typeof facts.missing)[number]) => facts.missing.includes(what);
  const { latest, baseline, measure, firstNight } = facts;
  const isRecent =
    latest?.source != null &&
    latest.day !== null &&
    daysBetween(latest.day, judgement.asOf) <= NOT_ASKED_DAYS;
  const asked = measureAsked(measure, scores, firstNight);
  return {
    score: isRecent ? null : asked,
    baseline:
      baseline?.source != null
        ? null
        : isRecent && (measure === 'peg' || measure === 'pain-now')
          ? measure
          : asked,
    dose: needs('dose') || needs('order'),
    firstNight: needs('first-night') || needs('order'),
  };
}

/** The one the chart has a baseline of, PEG first; else PEG. */
function measureAsked(
  measure: Response['facts']['measure'],
  scores: readonly PainScore[],
  begins: Response['facts']['firstNight'],
): 'peg' | 'pain-now' {
  if (measure === 'pain-now' || measure === 'peg') return measure;
  const isBaseline = (one: PainScore, of: PainScore['measure']) =>
    one.measure === of &&
    begins !== null &&
    one.day <= begins &&
    daysBetween(one.day, begins) <= BASELINE_DAYS;
  if (scores.some((one) => isBaseline(one, 'peg'))) return 'peg';
  return scores.some((one) => isBaseline(one, 'pain-now')) ? 'pain-now' : 'peg';
}
