/** R19: surgery within four weeks. LDN must be held before it, or begun after it. */
import type { ProcedureRow } from '#lib/chart/chart.ts';
import { conceptWords } from '#lib/safety/concept.ts';
import { NO_DATE } from '#lib/safety/dated.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { Case, Rule } from '#lib/safety/rule.ts';
import { addDays } from '#lib/time/calendar-date.ts';

const SOON_DAYS = 28;
const SURGERY =
  /surg(ery|ical)|\b(pre-?)?operati(on|ve)\b|ana?esthe|\w(ectomy|plasty)\b|(?<!phleb|ven|an)otomy\b/i;
/** Surgery that is over, or is not surgery: left out of a text before it is read; the rest of it still counts. */
const PAST_SURGERY =
  /\b(history of|status post|s\/p|follow-?up (of|for|after)|after|following)\s[^,;.]*|\b(post|non)-?\s?(operative|surgical)\w*|\b(surg(ery|ical)|operative) (follow-?up|aftercare)\b/gi;

function saysSurgery(text: string | null): boolean {
  return text !== null && SURGERY.test(text.replace(PAST_SURGERY, ' '));
}

const BOOKED: Record<ProcedureRow['kind'], ReadonlySet<string>> = {
  appointment: new Set(['booked', 'pending', 'proposed', 'waitlist', 'arrived', 'checked-in']),
  'service-request': new Set(['active', 'on-hold']),
  procedure: new Set(['preparation']),
};
const NOT_ORDERED = new Set(['proposal', 'option']);

export const checkSurgery: Rule = {
  id: 'R19',
  title: 'Surgery booked',
  basis: ['perioperative'],
  check: (patient) =>
    patient.chart.procedures
      .filter((row) => isBooked(row, patient))
      .map((row) => ({
        severity: 'confirm',
        message: `${surgeryWords(row)} on ${patient.dayOf(row.date) ?? `a ${NO_DATE}`}: start after it; or hold 72 hours or more and tell the anaesthetist.`,
        sources: [row.source],
        reasons: reasons('starts-after', 'hold-72-hours', 'no-opioid-planned'),
      })),
};

function surgeryWords(row: ProcedureRow): string {
  const texts = [...row.concepts.map(conceptWords), row.description ?? ''];
  return texts.find(saysSurgery) ?? texts[0] ?? 'procedure';
}

function isBooked(row: ProcedureRow, { asOf, dayOf }: Case): boolean {
  if (row.status === null || !BOOKED[row.kind].has(row.status)) return false;
  if (row.intent !== null && NOT_ORDERED.has(row.intent)) return false;
  const said = [
    row.description,
    ...row.concepts.flatMap(({ text, codings }) => [text, ...codings.map(({ display }) => display)]),
  ];
  if (!said.some(saysSurgery)) return false;
  const [first, last] = [dayOf(row.date, 'earliest'), dayOf(row.date, 'latest')];
  return first === null || last === null || (last >= asOf && first <= addDays(asOf, SOON_DAYS));
}
