/** What is asked of problems, results, allergies and bookings is asked in Spanish and French too. Today is 2026-03-02. */
import { describe, expect, test } from 'vitest';
import type { RuleId } from '#lib/safety/rule-id.ts';
import { condition, judge, naproxen, observation, other, type Resource, severityOf } from '../judged.ts';

const problem = (text: string) => condition('c', text);
const result = (text: string, value: Readonly<Record<string, unknown>>) =>
  observation('o', { text }, '2026-02-25', value);
const found = (text: string) => ({ valueCodeableConcept: { text } });
const booked = (description: string) =>
  other('Appointment', 'a', {
    status: 'booked',
    description,
    start: '2026-03-20',
    participant: [{ actor: { reference: 'Patient/p1' } }],
  });
const done = (text: string) =>
  other('Procedure', 'p', { status: 'completed', code: { text }, performedDateTime: '2026-02-10' });
const allergic = (text: string) =>
  other('AllergyIntolerance', 'y', {
    patient: { reference: 'Patient/p1' },
    subject: undefined,
    code: { text },
  });

/** Beside what informs: that no result of the last year is there. */
const severities = (row: Resource, rule: RuleId) =>
  severityOf(judge([naproxen, row]), rule).filter((severity) => severity !== 'informs');

describe('a problem', () => {
  test.each([
    ['Trastorno por consumo de opioides', 'R10', 'blocks'],
    ['Adicción a la heroína', 'R10', 'blocks'],
    ['Síndrome de abstinencia a opiáceos', 'R10', 'blocks'],
    ['Dépendance aux opioïdes', 'R10', 'blocks'],
    ['Dependencia de opiáceos, en remisión', 'R10', 'confirm'],
    ['Hepatitis aguda', 'R15', 'blocks'],
    ['Insuficiencia hepática', 'R15', 'blocks'],
    ['Insuffisance hépatique aiguë', 'R15', 'blocks'],
    ['Cirrosis hepática', 'R15', 'confirm'],
    ['Stéatose hépatique', 'R15', 'confirm'],
    ['Enfermedad renal crónica estadio 5', 'R16', 'confirm'],
    ['Insuffisance rénale terminale, hémodialyse', 'R16', 'confirm'],
    ['Embarazo', 'R17', 'blocks'],
    ['Grossesse, 20 semaines', 'R17', 'blocks'],
    ['Lactancia materna', 'R17', 'confirm'],
    ['Trasplante renal', 'R23', 'confirm'],
    ['Greffe rénale', 'R23', 'confirm'],
    ['Depresión grave', 'R24', 'confirm'],
    ['Ideación suicida', 'R24', 'confirm'],
  ] as const)('"%s"', (text, rule, severity) => {
    expect(severities(problem(text), rule)).toEqual([severity]);
  });

  test.each([
    ['Antecedentes familiares de adicción a la heroína', 'R10'],
    ['Dependencia del alcohol', 'R10'],
    ['Vacuna de la hepatitis B', 'R15'],
    ['Antecedentes de embarazo ectópico', 'R17'],
    ['Niega ideación suicida', 'R24'],
    ['Sin ideación suicida', 'R24'],
    ['Trasplante capilar', 'R23'],
  ] as const)('"%s" is silent', (text, rule) => {
    expect(severities(problem(text), rule)).toEqual([]);
  });

  test.each(['Dolor crónico', 'Douleurs chroniques', 'Dolor neuropático', 'Esclerosis múltiple'])(
    '"%s" is a reason for LDN',
    (text) => {
      expect(severities(problem(text), 'R20')).not.toContain('confirm');
    },
  );
});

test.each([
  ['Opiáceos en orina', found('Positivo'), 'R11', 'blocks'],
  ['Opiacés urinaires', found('Positif'), 'R11', 'blocks'],
  ['Metadona, orina', found('Detectado'), 'R11', 'blocks'],
  ['Prueba de embarazo', found('Positivo'), 'R17', 'blocks'],
  ['Test de grossesse', found('Positif'), 'R17', 'blocks'],
  [
    'Alanina aminotransferasa',
    { valueQuantity: { value: 400, unit: 'U/L' }, referenceRange: [{ high: { value: 40 } }] },
    'R15',
    'blocks',
  ],
  ['Filtrado glomerular estimado', { valueQuantity: { value: 20 } }, 'R16', 'confirm'],
] as const)('the result "%s" %o', (text, value, rule, severity) => {
  expect(severities(result(text, value), rule)).toEqual([severity]);
});

test.each([
  ['Opiáceos en orina', found('Negativo'), 'R11'],
  ['Opiáceos en orina', found('No detectado'), 'R11'],
  ['Opiacés urinaires', found('Absence'), 'R11'],
  ['Prueba de embarazo', found('Negativo'), 'R17'],
] as const)('the result "%s" %o is silent', (text, value, rule) => {
  expect(severities(result(text, value), rule)).toEqual([]);
});

test.each([
  'Artroplastia de rodilla',
  'Césarienne',
  'Arthroplastie de la hanche',
  'Chirurgie du genou',
  'Hystérectomie',
])('"%s" is an operation', (text) => {
  expect(severities(booked(text), 'R19')).toEqual(['confirm']);
});

test.each([
  'Suivi après chirurgie du genou',
  'Kinésithérapie, prothèse de hanche',
  'Contrôle post césarienne',
])('"%s" is none', (text) => {
  expect(severities(booked(text), 'R19')).toEqual([]);
});

test('a pump of morphine is one in Spanish', () => {
  expect(severities(done('Recarga de bomba intratecal de morfina'), 'R05')).toEqual(['blocks']);
});

test.each(['Lactosa', 'Celulosa microcristalina', 'Almidón de maíz'])(
  'an allergy to "%s" is of a filler',
  (text) => {
    const allergy = allergic(text);
    expect(severityOf(judge([naproxen, allergy]), 'R14')).toEqual(['informs']);
  },
);
