/** What is claimed of low-dose naltrexone, on which side, in which order and from where; each language has its words. */
import { type CalendarDate, daysBetween } from '#lib/time/calendar-date.ts';
import { EVIDENCE_REVIEWED, type ReferenceId } from './references.ts';

/** The first of each side leads: the two are read together before anything is opened. `open`: speaks for neither. */
export const CLAIMS = {
  for: {
    'crossover-pain': ['younger2013'],
    'crossover-response': ['younger2013'],
    'pooled-fibromyalgia': ['vatvani2024'],
    'practice-benefit': ['driver2023'],
    pilot: ['younger2009'],
    abstract: ['abstract2012'],
  },
  against: {
    'twelve-months': ['innova'],
    'six-milligrams': ['bruun2024'],
    'crossover-nothing': ['crossover2023'],
    'review-chronic-pain': ['rassiMariani2024'],
    'pooled-chronic-pain': ['hegde2025'],
    'practice-stopped': ['irwin2024'],
    underpowered: ['synthesis2023'],
  },
  open: {
    'six-milligrams-responders': ['bruun2024'],
    'dose-finding': ['bruunPlesner2020'],
    'own-best-dose': ['marcus2024'],
    'sedimentation-rate': ['younger2009'],
  },
  sideEffects: {
    dreams: ['abstract2012'],
    'other-effects': ['abstract2012'],
  },
} as const satisfies Record<string, Record<string, readonly ReferenceId[]>>;

type Claims = typeof CLAIMS;
export type Side = keyof Claims;
export type ClaimId = { [S in Side]: keyof Claims[S] }[Side];

const DAYS_BETWEEN_REVIEWS = 365;

/** Whether the last review of the evidence is too old. */
export function isEvidenceOld(today: CalendarDate): boolean {
  return daysBetween(EVIDENCE_REVIEWED as CalendarDate, today) > DAYS_BETWEEN_REVIEWS;
}
