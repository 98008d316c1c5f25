/** What the chart says of pregnancy and breastfeeding. */

import type { ObservationRow } from '#lib/chart/chart.ts';
import { conceptName } from '#lib/chart/concept.ts';
import { namesOf } from '#lib/safety/chart-facts.ts';
import { isSought, type Sought } from '#lib/safety/concept.ts';
import { counts, isActive } from '#lib/safety/condition.ts';
import { isResult, type Presence, presence } from '#lib/safety/observation.ts';
import type { RowFact } from '#lib/safety/row-fact.ts';
import type { Case } from '#lib/safety/rule.ts';
import {
  BREASTFEEDING_STATUS,
  PREGNANCY_STATUS,
  PREGNANCY_TEST,
} from '#lib/terminology/codes/pregnancy-tests.ts';
import { type CalendarDate, daysBetween } from '#lib/time/calendar-date.ts';

/** SNOMED CT: pregnant; not pregnant. */
const PREGNANT: Sought = {
  codes: new Set(['77386006']),
  words: /\b(pregnant|embarazada|enceinte)\b/i,
  except: /\b(possibly|posible)\b/i,
};
const NOT_PREGNANT: Sought = {
  codes: new Set(['60001007']),
  words:
    /\b(not( currently)?|never|no longer|non)[ -]pregnant\b|\bno (esta )?embarazada\b|\b(pas|non) enceinte\b/i,
};
const PLANNING: Sought = {
  words:
    /\b(trying to conceive|planning (a )?pregnancy|wants? to (be|become) pregnant|possibl[ey] pregnan(t|cy)|deseo (de embarazo|gestacional)|(posible|busca) embarazo|(desir|projet) de grossesse|grossesse possible)\b/i,
};

const PREGNANCY_CONDITION: Sought = {
  codes: new Set(['77386006', '72892002']),
  icd10: ['Z33.1', 'Z33.3', 'Z32.01', 'Z34', 'Z3A', 'O09'],
  words: /\b(pregnancy|pregnant|gravid|trimester|embaraz(o|ada)|gestante|grossesse|enceinte)\b/i,
  except:
    /\b(history|not pregnant|negative|test|counsel\w*|prevention|contracepti\w*|previous|prior|planning|trying|wants?|possibl[ey]|termination|aborted|miscarriage|after pregnancy|antecedentes?|antecedents?|no embarazada|pas enceinte|prueba|negativ[oa]|deseo|desir|busca|projet|planific\w*|posible|previo|anterieure?|prevencion|anticoncep\w*|interrup\w*|aborto|fausse couche)\b|(?<!threatened )\babortion\b/i,
};
/** The end of a pregnancy. What only threatens, is planned or lay before it is none. */
const DELIVERY: Sought = {
  icd10: ['O03', 'O80', 'O82', 'Z33.2', 'Z37', 'Z39.0', 'Z39.2'],
  words:
    /\b(deliver(y|ed)|childbirth|ca?esarean|birth of|termination of pregnancy|abortion|miscarriage|postpartum)\b/i,
  except:
    /\b(history|previous|prior|past|risk|threatened|scar|plan\w*|counsel\w*|drug|device|before|affecting|preterm labou?r)\b/i,
};

/** SNOMED CT breastfeeding. */
const BREASTFEEDING: Sought = {
  codes: new Set(['413712001']),
  icd10: ['Z39.1'],
  words: /\b(breast-?feeding|lactating|lactancia|allaitement|allaite)\b/i,
};

/** A pregnancy lasts no longer than this after a positive result (POLICY: 42 weeks). */
export const PREGNANCY_DAYS = 294;

export interface PregnancySign extends RowFact {
  readonly day: CalendarDate | null;
  /** What a test or a status says; null where the words of the row do. */
  readonly says: 'positive' | 'negative' | null;
}

interface PregnancyFacts {
  /** Positive, recent or undated, and not followed by a negative result or a delivery. */
  readonly pregnant: readonly PregnancySign[];
  /** Positive, and too long ago to stand. */
  readonly older: readonly PregnancySign[];
  readonly breastfeedingOrPlanning: readonly PregnancySign[];
}

export function pregnancyFacts(patient: Case): PregnancyFacts {
  const positive = [...statusSigns(patient, 'positive'), ...conditionSigns(patient)];
  const over = [...statusSigns(patient, 'negative').map(({ day }) => day), ...deliveries(patient)];
  const standing = positive.filter(
    ({ day }) => !over.some((end) => end !== null && day !== null && end > day && end <= patient.asOf),
  );
  const isRecent = ({ day }: PregnancySign) =>
    day === null || daysBetween(day, patient.asOf) <= PREGNANCY_DAYS;
  return {
    pregnant: standing.filter(isRecent),
    older: standing.filter((sign) => !isRecent(sign)),
    breastfeedingOrPlanning: breastfeedingOrPlanning(patient),
  };
}

/** A negative result says nothing of the weeks after it (POLICY). */
const NEGATIVE_DAYS = 30;

/** A pregnancy result that still tells something today, whichever way. */
export function hasPregnancyResult(patient: Case): boolean {
  const tells = (says: 'positive' | 'negative', days: number) =>
    statusSigns(patient, says).some(({ day }) => day !== null && daysBetween(day, patient.asOf) <= days);
  return tells('positive', PREGNANCY_DAYS) || tells('negative', NEGATIVE_DAYS);
}

/** What a result says of pregnancy; null where it is about something else. */
export function pregnancyPresence(row: ObservationRow): Presence | null {
  if (!isSought(row.concept, PREGNANCY_STATUS))
    return isSought(row.concept, PREGNANCY_TEST) ? presence(row) : null;
  const value =
    row.value.kind === 'concept'
      ? row.value.concept
      : { codings: [], text: row.value.kind === 'text' ? row.value.text : null };
  if (isSought(value, NOT_PREGNANT)) return 'negative';
  return isSought(value, PREGNANT) ? 'positive' : presence(row);
}

function statusSigns({ chart, dayOf }: Case, says: 'positive' | 'negative'): PregnancySign[] {
  return chart.observations.filter(isResult).flatMap((row) => {
    if (pregnancyPresence(row) !== says) return [];
    return [
      {
        source: row.source,
        words: namesOf(row.concept),
        says,
        day: dayOf(row.effective, says === 'positive' ? 'latest' : 'earliest'),
      },
    ];
  });
}

function conditionSigns({ chart, dayOf }: Case): PregnancySign[] {
  return chart.conditions
    .filter((row) => isActive(row) && isSought(row.concept, PREGNANCY_CONDITION))
    .map((row) => ({
      source: row.source,
      words: namesOf(row.concept),
      says: null,
      day: dayOf(row.onset) ?? dayOf(row.recorded),
    }));
}

/** Days on which a pregnancy ended. */
function deliveries({ chart, dayOf }: Case): readonly (CalendarDate | null)[] {
  const procedures = chart.procedures
    .filter(
      (row) =>
        row.kind === 'procedure' &&
        row.state === 'done' &&
        row.concepts.some((concept) => isSought(concept, DELIVERY)),
    )
    .map((row) => dayOf(row.date, 'earliest'));
  const conditions = chart.conditions
    .filter((row) => counts(row) && isSought(row.concept, DELIVERY))
    .map((row) => dayOf(row.onset ?? row.recorded, 'earliest'));
  return [...procedures, ...conditions];
}

function breastfeedingOrPlanning({ chart, asOf, dayOf }: Case): PregnancySign[] {
  const observed = chart.observations.filter(isResult).flatMap((row) => {
    if (row.value.kind !== 'concept' && row.value.kind !== 'text') return [];
    const value = row.value.kind === 'concept' ? row.value.concept : { codings: [], text: row.value.text };
    const words = conceptName(value) ?? '';
    const says =
      (isSought(row.concept, BREASTFEEDING_STATUS) &&
        isSought(value, BREASTFEEDING) &&
        !/\bnot\b/i.test(words)) ||
      (isSought(row.concept, PREGNANCY_STATUS) && isSought(value, PLANNING));
    const day = dayOf(row.effective);
    const recent = day === null || daysBetween(day, asOf) <= 365;
    return says && recent ? [{ source: row.source, words: namesOf(value), says: null, day }] : [];
  });
  const conditions = chart.conditions
    .filter(
      (row) => isActive(row) && (isSought(row.concept, BREASTFEEDING) || isSought(row.concept, PLANNING)),
    )
    .map((row) => ({ source: row.source, words: namesOf(row.concept), says: null, day: dayOf(row.onset) }));
  return [...observed, ...conditions];
}
