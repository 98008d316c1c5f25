/**
 * Procedures, orders for services and appointments that speak of opioids: a pump filled, an implant put in, a methadone clinic. What is
 * given there may stand in no list of medicines.
 */
import type { Chart, ProcedureRow } from '#lib/chart/chart.ts';
import type { IngredientId, Recogniser, Recognition } from '#lib/terminology/recognition.ts';
import { type CalendarDate, daysBetween, latest } from '#lib/time/calendar-date.ts';
import type { DayOf } from '#lib/time/chart-day.ts';
import { DEPOT_WORDS, PCA, SPINAL } from './depot.ts';
import { onceAProduct } from './once-a-product.ts';
import { isMaintenanceOpioid, WASHOUT_DAYS_LONG } from './washout.ts';

/**
 * `in-place`: a pump, spinal infusion, depot or implant that goes on giving (R05). `removed`: taken out, or put in before one was taken
 * out (R05). `treatment`: anything else that speaks of opioids (R28).
 */
type OpioidProcedureKind = 'in-place' | 'removed' | 'treatment';

export interface OpioidProcedure {
  readonly row: ProcedureRow;
  readonly kind: OpioidProcedureKind;
  /** The text that says it, in the chart's own words. */
  readonly words: string;
  readonly ingredients: readonly IngredientId[];
  /** Last day it speaks of; null when the chart gives none. */
  readonly day: CalendarDate | null;
}

/** What was done, or asked for, longer ago no longer counts (POLICY). */
const RECENT_DAYS = 365;

const OPIOIDS = /\b(opioids?|opiates?|narcotics?|medication[- ]assisted treatment)\b/i;
/** Treatment programmes as they are shortened, in capitals, and the word of a visit that stands beside them. */
const TREATMENT_SHORT = /\b(OTP|MOUD|OUD|OST|OAT|MAT|MMT)\b/;
const VISIT =
  /\b(visits?|clinics?|program(me)?s?|intake|follow|f\/?u|reviews?|induction|dosing|appointments?|referrals?|services?|treatment|therapy|management|refills?)\b/i;
/** A laboratory test, an allergy or a way to do without: no word of opioids being taken. */
const NOT_TREATMENT =
  /\b(screen\w*|assays?|immunoassay|levels?|measurements?|quantitative|toxicolog\w*|urine|serum|plasma|saliva|blood|tests?|testing|panel|allerg\w*|intoleran\w*|risk|(opioid|opiate|narcotic)s?[- ](free|sparing|naive))\b/i;
/** Whoever is treated is tested too: then it is treatment all the same. */
const TREATMENT =
  /\b(clinics?|program(me)?s?|maintenance|treatment|therapy|refills?|pumps?|implant\w*|induction|dosing|substitution)\b/i;
/** With opioids in general these words are talk; with a drug by name they are its treatment. */
const TALK = /\b(educat\w*|counsel\w*|advice|information|leaflet|assessment|naloxone)\b/i;

const PUMP = /\b(pumps?|bombas?|pompes?|reservoir|reservorio)\b/i;
const SPINAL_OR_PAIN_PUMP =
  /\b(intrathecal|intraspinal|epidural|spinal|pain|analgesi\w*)( [\w-]+){0,3} (pumps?|(delivery|infusion) (system|device)s?)\b/i;
const IMPLANT = /\bimplant\w*/i;
/** What is sold as a depot or an implant. */
const LASTING_DRUGS = new Set(['buprenorphine', 'naltrexone']);
const NALTREXONE_DEPOT = /\b(vivitrol|inject\w*|depot|monthly)\b/i;
const REMOVAL = /\b(remov\w*|explant\w*|retriev\w*)\b/i;
const PUT_IN = /\b((re-?)?insert\w*|replac\w*|exchang\w*)\b/i;
/** Given for an operation, and ends with it. */
const ANAESTHESIA = /\b(ana?esthe\w*|sedation|under GA)\b/i;
/** Given once into the spine, as at a birth: it wears off as any injection does. */
const GIVEN_ONCE = /\b(injections?|single|bolus|blocks?|caesarean|cesarean|labou?r|vaginal delivery)\b/i;

/** SNOMED CT: drug addiction therapy using methadone. HCPCS: methadone administration. */
const TREATMENT_CODES = new Set(['310653000', 'H0020']);

export function opioidProcedures(
  { procedures }: Chart,
  { asOf, dayOf, recognise: recogniser }: { asOf: CalendarDate; dayOf: DayOf; recognise: Recogniser },
): readonly OpioidProcedure[] {
  const recognise = onceAProduct(recogniser);
  const found = procedures.flatMap((row) => {
    if (row.state === 'never') return [];
    const read = readProcedure(row, recognise);
    if (read === null) return [];
    const day = row.state === 'under-way' ? asOf : lastDay(row, dayOf);
    const counts = read.givenOnce ? WASHOUT_DAYS_LONG : RECENT_DAYS;
    if (day !== null && daysBetween(day, asOf) > counts) return [];
    return [{ row, kind: read.kind, words: read.words, ingredients: read.ingredients, day }];
  });
  const removed = latest(found.flatMap(({ kind, day }) => (kind === 'removed' && day !== null ? [day] : [])));
  return found.map((procedure) =>
    procedure.kind === 'in-place' && removed !== null && procedure.day !== null && procedure.day < removed
      ? { ...procedure, kind: 'removed' }
      : procedure,
  );
}

function lastDay(row: ProcedureRow, dayOf: DayOf): CalendarDate | null {
  return latest([dayOf(row.date), dayOf(row.end)].filter((day) => day !== null)) ?? dayOf(row.recorded);
}

type Read = Pick<OpioidProcedure, 'kind' | 'words' | 'ingredients'> & { readonly givenOnce: boolean };

function readProcedure({ concepts, description, about }: ProcedureRow, recognise: Recogniser): Read | null {
  const codings = concepts.flatMap((concept) => concept.codings);
  const texts = [description, ...concepts.map(({ text }) => text), ...codings.map(({ display }) => display)];
  const said = texts
    .filter((text) => text !== null)
    .map((text) => ({
      text,
      drug: recognise({ codings: [], texts: [text], ingredients: [], unresolved: [] }),
    }));
  const telling = said.filter(({ text, drug }) => !isNoTreatment(text) && speaksOfOpioids(text, drug));
  const place = about.find((text) => !isNoTreatment(text) && namesOpioidTreatment(text, recognise));
  const coded = codings.find(({ code }) => code !== null && TREATMENT_CODES.has(code));
  const words = telling[0]?.text ?? coded?.display ?? coded?.code ?? place;
  if (words === undefined || words === null) return null;
  const says = (sought: RegExp) => said.some(({ text }) => sought.test(text));
  const agonists = telling.flatMap(({ drug }) => drug.agonists);
  const drugs = [...agonists, ...telling.flatMap(({ drug }) => drug.antagonists)];
  const isLasting =
    (drugs.some((drug) => LASTING_DRUGS.has(drug)) && (says(DEPOT_WORDS) || says(IMPLANT))) ||
    (agonists.length > 0 &&
      ((says(PUMP) && !says(PCA)) || (says(SPINAL) && !says(GIVEN_ONCE))) &&
      !says(ANAESTHESIA));
  return {
    kind: !isLasting ? 'treatment' : says(REMOVAL) && !says(PUT_IN) ? 'removed' : 'in-place',
    words,
    ingredients: [...new Set(agonists)].sort(),
    givenOnce: !isLasting && (says(ANAESTHESIA) || says(GIVEN_ONCE)),
  };
}

function isNoTreatment(text: string): boolean {
  return NOT_TREATMENT.test(text) && !TREATMENT.test(text);
}

function speaksOfOpioids(text: string, drug: Recognition): boolean {
  if (drug.kind === 'opioid') return !drug.peripheralOnly;
  // A naltrexone depot is given to people who took opioids or alcohol; a low dose by mouth is this app's own business.
  if (drug.antagonists.includes('naltrexone')) return IMPLANT.test(text) || NALTREXONE_DEPOT.test(text);
  if (namesOpioids(text)) return !TALK.test(text);
  return drug.kind !== 'other' && SPINAL_OR_PAIN_PUMP.test(text);
}

/** True where a reason, a place or a person names opioid treatment. A name that only looks like a drug's ("Norco Family Clinic") does not. */
function namesOpioidTreatment(text: string, recognise: Recogniser): boolean {
  if (namesOpioids(text)) return !TALK.test(text);
  const drug = recognise({ codings: [], texts: [text], ingredients: [], unresolved: [] });
  return drug.kind === 'opioid' && isMaintenanceOpioid(drug);
}

function namesOpioids(text: string): boolean {
  return OPIOIDS.test(text) || (TREATMENT_SHORT.test(text) && VISIT.test(text));
}
