/** The names of a question's form fields, and the answers of R09, which is asked in parts. */
import type { Finding } from '#lib/safety/finding.ts';
import { questionMark } from './marks.ts';

export interface AnswerFields {
  readonly choice: string;
  readonly text: string;
  readonly date: string;
  readonly monitoring: string;
  readonly monitoringDate: string;
  readonly interview: string;
  readonly lastOpioidDate: string;
  readonly pregnancy: string;
}

/**
 * Every field a question may have; which of them it shows depends on `finding.question`. The names carry the question's mark:
 * what was typed under one question is never read as the answer to another, though both may be this rule's only one.
 */
export function answerFields(finding: Finding): AnswerFields {
  const name = `${finding.key}~${questionMark(finding)}`;
  return {
    choice: `${name}:choice`,
    text: `${name}:text`,
    date: `${name}:date`,
    monitoring: `${name}:monitoring`,
    monitoringDate: `${name}:monitoring-date`,
    interview: `${name}:interview`,
    lastOpioidDate: `${name}:last-opioid-date`,
    pregnancy: `${name}:pregnancy`,
  };
}

/** Value of the choice that takes free text alone. */
export const OTHER_REASON = 'other';
