/** How raised are the liver's transaminases? ALT and AST, each by code or by name. */
import { codes, type Sought } from './sought.ts';

/** Of the two together nobody can say which is meant; a comment is no result. */
const BOTH = /ratio|\bcomment\b|\bAST\b.{0,80}\bALT\b|\bALT\b.{0,80}\bAST\b/i;

/**
 * LOINC: with and without pyridoxal phosphate, in serum, plasma or blood. SNOMED CT: international, and the UK's serum and plasma
 * levels as general practices record them.
 */
export const LIVER_TESTS: Readonly<Record<'alt' | 'ast', Sought>> = {
  alt: {
    codes: codes(
      '1742-6 1743-4 1744-2 76625-3 77144-4',
      '34608000 250637003 1018251000000107 1013211000000103',
    ),
    words: /(?<![a-z])(?:ALT|ALAT|S?GPT)(?![a-z])|\balanin[ea][ -](?:amino[ -]?)?trans/i,
    except: BOTH,
  },
  ast: {
    codes: codes('1920-8 30239-8 88112-8', '45896001 250641004 1031101000000102 1000881000000102'),
    words: /(?<![a-z])(?:AST|ASAT|S?GOT)(?![a-z])|\baspartat[eo][ -](?:amino[ -]?)?trans/i,
    except: BOTH,
  },
};
