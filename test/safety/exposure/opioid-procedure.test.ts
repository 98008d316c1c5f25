/** R05 and R28 of what was done or booked: procedures, orders for services and appointments. Today is 2026-03-02. */
import { describe, expect, test } from 'vitest';
import { judge, naproxen, other, type Resource, raised, SNOMED } from '../judged.ts';

const done = (text: string, day: string | undefined = '2026-02-10', overrides: object = {}): Resource =>
  other('Procedure', 'pr', { status: 'completed', code: { text }, performedDateTime: day, ...overrides });
const asked = (text: string, overrides: object = {}): Resource =>
  other('ServiceRequest', 'sr', {
    status: 'active',
    intent: 'order',
    code: { text },
    authoredOn: '2026-02-01',
    ...overrides,
  });
const booked = (description: string, overrides: object = {}): Resource =>
  other('Appointment', 'ap', {
    subject: undefined,
    status: 'booked',
    description,
    start: '2026-03-09T09:00:00Z',
    participant: [{ actor: { reference: 'Patient/p1' }, status: 'accepted' }],
    ...overrides,
  });

const opioidRules = (...rows: readonly Resource[]) =>
  raised(judge([naproxen, ...rows])).filter((rule) => /^R(05|28)/.test(rule));

describe('a pump, a depot, an implant has no safe date for a year', () => {
  test.each([
    done('Refill of intrathecal hydromorphone pump'),
    done('Pump refill, morphine 25 mg/mL'),
    done('Epidural fentanyl infusion, tunnelled catheter'),
    done('Probuphine implantation'),
    done('Sublocade 300 mg given', '2025-03-02'),
    done('Naltrexone implant inserted'),
    done('Removal of buprenorphine implants with reinsertion'),
    done('pump', '2026-02-10', {
      code: { coding: [{ display: 'Implantable pump refill' }], text: 'morfina' },
    }),
    asked('Implanted pump refill: ziconotide changed to morphine'),
    booked('Refill of morphine pump'),
  ])('%j', (row) => {
    expect(opioidRules(row)).toEqual(['R05 blocks']);
  });

  test('it is evidence, and the verdict is "present" without a date', () => {
    const { opioid } = judge([naproxen, done('Refill of intrathecal morphine pump')]);
    expect(opioid).toMatchObject({ verdict: 'present', earliestStart: null });
    expect(opioid.evidence).toMatchObject([
      {
        source: 'Procedure/pr',
        state: 'current',
        ingredients: ['morphine'],
        lastExposure: null,
        clearFrom: null,
      },
    ]);
  });

  test('a naltrexone implant is no opioid', () => {
    expect(judge([naproxen, done('Naltrexone implant inserted')]).opioid.verdict).toBe('none-found');
  });

  test('one that was taken out since, or has no date, is asked about', () => {
    const removed = { ...done('Removal of intrathecal morphine pump', '2026-02-12'), id: 'out' };
    expect(opioidRules(done('Refill of intrathecal morphine pump', '2025-12-01'), removed)).toEqual([
      'R05 confirm',
      'R05 confirm',
    ]);
    expect(opioidRules(done('Insertion of buprenorphine implant', '2026-02-20'), removed)).toEqual([
      'R05 blocks',
      'R05 confirm',
    ]);
    expect(opioidRules(done('Morphine pump refill', '', { performedDateTime: undefined }))).toEqual([
      'R05 confirm',
    ]);
  });
});

describe('any other mention of opioid treatment is asked about for a year', () => {
  test.each([
    done('Methadone maintenance therapy', '2025-03-02'),
    done('', undefined, { code: { coding: [{ system: SNOMED, code: '310653000' }] } }),
    done('Opioid agonist therapy', '2019-01-01', { status: 'in-progress' }),
    done('Buprenorphine induction', undefined, {
      performedDateTime: undefined,
      performedPeriod: { start: '2020-01-01', end: '2025-12-01' },
    }),
    done('Refill of intrathecal pump'),
    done('Insertion of intrathecal drug delivery pump'),
    done('Spinal drug delivery system, refill'),
    asked('Referral to Suboxone clinic'),
    asked('Opiate substitution', { status: 'completed' }),
    booked('Methadone dosing'),
    booked('OTP visit'),
    booked('MAT clinic'),
    booked('MOUD follow-up'),
    asked('OAT review'),
    asked('Referral to addiction service', { reasonCode: [{ text: 'Methadone maintenance' }] }),
    asked('Referral', { performer: [{ display: 'County Methadone Clinic' }] }),
    booked('Visit', {
      participant: [
        { actor: { reference: 'Patient/p1' } },
        { actor: { reference: 'Location/l1', display: 'Opioid treatment program' } },
      ],
    }),
    booked('Naltrexone injection'),
    done('Vivitrol 380 mg given'),
    booked('Methadone clinic: blood pressure, urine drug screen'),
    done('Colonoscopy with fentanyl sedation', '2026-02-20'),
    done('Injection of intrathecal morphine', '2026-02-20'),
  ])('%j', (row) => {
    expect(opioidRules(row)).toEqual(['R28 confirm']);
  });

  test.each([
    done('Methadone maintenance therapy', '2025-03-01'),
    done('Refill of intrathecal morphine pump', '2025-03-01'),
    asked('Methadone clinic', { authoredOn: '2024-01-01' }),
    asked('Methadone clinic', { status: 'revoked' }),
    booked('Methadone clinic', { status: 'cancelled' }),
    done('Intrathecal baclofen pump refill'),
    done('Insulin pump training'),
    done('Pain clinic: insulin pump review'),
    done('Insertion of intrathecal baclofen delivery system'),
    done('Dental implant'),
    booked('Low dose naltrexone review'),
    booked('OAT ALLERGY REVIEW'),
    booked('Host clinic visit'),
    booked('Check-up', { participant: [{ actor: { display: 'Norco Family Clinic' } }] }),
    done('Etonogestrel implant insertion'),
    done('Epidural steroid injection'),
    done('Opiates, urine drug screen'),
    asked('Methadone level'),
    asked('Morphine, serum'),
    done('Codeine allergy testing'),
    done('Education about opioids and naloxone'),
    done('Opioid-free anaesthesia'),
    done('Colonoscopy with fentanyl sedation', '2026-01-05'),
    done('Injection of intrathecal morphine for caesarean section', '2025-10-01'),
  ])('silent: %j', (row) => {
    expect(opioidRules(row)).toEqual([]);
  });
});
