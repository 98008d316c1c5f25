/** Codes of the Observations that the rules ask about: LOINC, but for the last, which is SNOMED CT. */

/**
 * Urine tests that say whether an opioid was found, by screen or confirmation.
 * @see CDC opioid prescribing value sets (cqframework/opioid-cds-r4), urine drug screening tests: the qualitative ones
 */
const URINE_OPIOID_TESTS = {
  opiates: '3879-4 19295-5 18390-5 8221-4 8222-2 21431-2 70151-6 19298-9 5706-7',
  morphine: '3830-7 16196-8 13648-1 19597-4 3828-1 19602-2 19601-4 89308-1',
  codeine: '3507-1 16197-6 13641-6 19411-8 89310-7',
  oxycodone: '19642-8 19643-6 10998-3 61197-0 58430-0 89302-4',
  methadone: '19550-3 16199-2 3773-9 70149-0 70148-2 42251-9 93495-0 58428-4 41858-2',
  buprenorphine: '93494-3 3414-0 16208-1 38373-7 58359-1 58362-5 82371-6 91027-3 89305-7',
  fentanyl: '59673-4 11235-9 40839-3 58379-9 66129-8 43199-9 43200-5 95797-7 74810-3 18435-8',
  tapentadol: '89306-5',
};

const OTHERS = {
  liver: '1742-6 1920-8',
  inflammation: '4537-7',
  kidney: '33914-3 48642-3 48643-1 62238-1 98979-8',
  pregnancy: '82810-3 2106-3 2118-8',
  breastfeeding: '63895-7',
  pain: '72514-3 91148-7 91147-9',
  monitoringRecordReviewed: '461651000124104',
};

export const OBSERVATION_CODES: readonly string[] = [
  ...Object.values(URINE_OPIOID_TESTS),
  ...Object.values(OTHERS),
].flatMap((codes) => codes.split(' '));
