/** The names of a question's form fields, and the answers of R09, which is asked in parts. */
import type { Finding } from '../safety/judgement.ts';

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

/** Every field a question may have; which of them it shows depends on `finding.question`. */
export function answerFields({ key }: Finding): AnswerFields {
  return {
    choice: `${key}:choice`,
    text: `${key}:text`,
    date: `${key}:date`,
    monitoring: `${key}:monitoring`,
    monitoringDate: `${key}:monitoring-date`,
    interview: `${key}:interview`,
    lastOpioidDate: `${key}:last-opioid-date`,
    pregnancy: `${key}:pregnancy`,
  };
}

/** Value of the choice that takes free text alone. */
export const OTHER_REASON = 'other';
