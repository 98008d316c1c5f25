/** Was an opioid found in the urine? Tests by what they look for: one negative for another opioid says nothing of this one. */
import { codes, type Sought } from './sought.ts';

/**
 * LOINC in urine, by screen, confirmation or amount.
 * @see CDC opioid prescribing value sets (cqframework/opioid-cds-r4), urine drug screening tests; LOINC 2.76
 */
export const URINE_OPIOID_TESTS = {
  opiates: {
    codes: codes(
      '3879-4 19295-5 18390-5 8221-4 8222-2 21431-2 70151-6 19298-9 5706-7',
      // morphine
      '3830-7 16196-8 13648-1 19597-4 3828-1 19602-2 19601-4 89308-1 3831-5 16251-1 3829-9 20550-0',
      // codeine
      '3507-1 16197-6 13641-6 19411-8 89310-7 3508-9 16250-3 51739-1',
      // heroin, by 6-monoacetylmorphine
      '10976-9 19322-7 19321-9 10975-1 19593-3 47004-7 51740-9',
    ),
    words:
      /opiate|opiac|morphine|morfina|codein|heroin|6-?(?:MAM|AM)\b|hydrocodone|hidrocodona|hydromorphone|hidromorfona/i,
  },
  methadone: {
    codes: codes('19550-3 16199-2 3773-9 70149-0 70148-2 42251-9 93495-0 58428-4 41858-2'),
    words: /methadone|metadona|EDDP/i,
  },
  buprenorphine: {
    codes: codes('93494-3 3414-0 16208-1 38373-7 58359-1 58362-5 82371-6 91027-3 89305-7'),
    words: /buprenor(ph|f)in/i,
  },
  fentanyl: {
    codes: codes(
      '59673-4 11235-9 40839-3 58379-9 66129-8 43199-9 43200-5 95797-7 74810-3 18435-8',
      // its relatives
      '101162-6 99079-6 99081-2',
    ),
    words: /fentanyl|fentanil/i,
  },
  oxycodone: {
    codes: codes('19642-8 19643-6 10998-3 61197-0 58430-0 89302-4'),
    words: /oxycodone|oxicodona|oxymorphone|oximorfona/i,
  },
  tramadol: { words: /tramadol/i },
  tapentadol: { codes: codes('89306-5'), words: /tapentadol/i },
  meperidine: {
    words:
      /meperidin|pethidine|petidina|propoxyphene|pentazocine|butorphanol|levorphanol|mitragynine|kratom/i,
  },
  any: { words: /opioid/i },
} as const satisfies Readonly<Record<string, Sought>>;

/** A laboratory's own name for a test, where the code says nothing. */
export const IN_URINE: Sought = {
  words:
    /urin|\borina\b|drogas de abuso|\bur\b|\bU-|\bUD[ST]\b|\bD[AO][AU]\b|drugs? (?:screen|test)|drugs of abuse|toxicology|\btox screen/i,
};

/** What counts as positive, reported beside the result. */
export const CUTOFF: Sought = { words: /cut-?off/i };

/** Names an opioid and is no test for one in the body. */
export const NO_DRUG_TEST: Sought = {
  words: /sensitivity|susceptib|allerg|\bIgE\b|metaboli[sz]er|\bgen(?:es?|etic\w*|otype)\b/i,
};
