/** FHIR date, dateTime and instant as texts. */

/** @see FHIR R4 datatypes: date, dateTime, instant. Seconds and zone may be missing: servers leave them out, and the day stands. */
const FHIR_DATE =
  /^\d{4}(?:-\d{2}(?:-\d{2}(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:\.\d{1,12})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?)?)?$/;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True when the text is a FHIR date, partial date, dateTime or instant of a day that exists. */
export function isFhirDate(text: string): boolean {
  if (!FHIR_DATE.test(text) || text.startsWith('0000')) return false;
  if (text.length === 4) return true;
  const month = Number(text.slice(5, 7));
  const days = DAYS_IN_MONTH[month - 1];
  if (days === undefined || text.length === 7) return days !== undefined;
  const day = Number(text.slice(8, 10));
  const leap = month === 2 && isLeapYear(Number(text.slice(0, 4))) ? 1 : 0;
  return day >= 1 && day <= days + leap;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
