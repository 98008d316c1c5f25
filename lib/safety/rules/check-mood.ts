/** R24: suicidality and severe depression. */

import { conditionFact } from '#lib/safety/chart-facts.ts';
import { isSought, type Sought } from '#lib/safety/concept.ts';
import { counts, isActive, lastMentioned } from '#lib/safety/condition.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { RowFact } from '#lib/safety/row-fact.ts';
import type { RawFinding, Rule } from '#lib/safety/rule.ts';
import { anyOf, NOT_SAID_OF_THE_PATIENT } from '#lib/terminology/codes/sought.ts';
import { daysBetween } from '#lib/time/calendar-date.ts';

/** SNOMED CT: suicidal thoughts, suicide attempt. ICD-10: suicidal ideations, suicide attempt, severe depressive episodes. */
const MOOD: Sought = {
  codes: new Set(['6471006', '82313006']),
  icd10: ['R45.851', 'T14.91', 'F32.2', 'F32.3', 'F33.2', 'F33.3'],
  words: anyOf(
    /suicid|self[- ]harm|\bsevere\b.{0,80}\bdepressi|\bdepressi\w*\b.{0,80}\bsevere\b/,
    // Spanish, French
    /\bautolesi\w*|\b(depresion|depresivo)\b.{0,40}\b(grave|sever[oa])\b|\bautomutilation\b|\bdepressif\b.{0,40}\bsevere\b/,
  ),
  except: anyOf(
    /\b(no|denies|negative for|without) (current |active |known )?(suicid|self)|screen|assessment|family history/,
    /\b(sin|no presenta|no refiere|pas d'|absence d'|sans) ?(\w+ )?(suicid|autolesi)/,
    NOT_SAID_OF_THE_PATIENT,
  ),
};

/** An attempt or crisis counts for this long after it is over (POLICY). */
const RECENT_DAYS = 365;

export type MoodFinding = RawFinding<
  'suicidality-or-severe-depression',
  { readonly conditions: readonly RowFact[] }
>;

export const checkMood: Rule<MoodFinding> = {
  id: 'R24',
  basis: ['labelMood'],
  check: ({ chart, asOf, dayOf }) => {
    const found = chart.conditions.filter((row) => {
      if (!counts(row) || !isSought(row.concept, MOOD)) return false;
      const day = lastMentioned(row, dayOf);
      return isActive(row) || day === null || daysBetween(day, asOf) <= RECENT_DAYS;
    });
    if (found.length === 0) return [];
    return [
      {
        code: 'suicidality-or-severe-depression',
        facts: { conditions: found.map((row) => conditionFact(row, dayOf)) },
        severity: 'confirm',
        sources: found.map(({ source }) => source),
        reasons: reasons('mood-safe', 'psychiatry-agrees', 'past-episode'),
      },
    ];
  },
};
