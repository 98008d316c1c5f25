/** Reads one code: what its system's table says of it. */
import { atcClass, atcCode } from './atc.ts';
import { type CodeSystem, codeSystem, isOtherSystem } from './code-systems.ts';
import { type Finding, longestForm, NOTHING, releaseOf, remembered } from './finding.ts';
import { isAntagonist, UNNAMED_OPIOID } from './ingredients.ts';
import { ndcProducts } from './ndc.ts';
import type { ChartCoding } from './recognition.ts';
import type { OpioidProduct, Tables } from './tables.ts';

const REMEMBERED_SYSTEMS = 32;
const REMEMBERED_CODES = 2_048;
const MAX_CODE_LENGTH = 64;
const RXCUI = /^0*(\d{1,8})$/;
const CVX_CODE = /^\d{1,4}$/;

/**
 * Codes whose form says of which system they are, whatever stands as their system: an ATC code of seven characters, a SNOMED CT number of
 * the length that only extensions have, an NDC with both hyphens.
 */
const FORMS: readonly (readonly [CodeSystem, RegExp])[] = [
  ['ATC', /^[A-Z]\d\d[A-Z]{2}\d\d$/i],
  ['SNOMED CT', /^\d{13,18}$/],
  ['NDC', /^\d{4,5}-\d{3,4}-\d{1,2}$/],
];

/** Codes that a public opioid value set holds without saying which opioid they are. */
const RXNORM_OPIOIDS_WITHOUT_NAME: ReadonlySet<string> = new Set(['106507', '251210']);

type CodingReader = (coding: ChartCoding) => Finding;

const shown = (code: string): string =>
  code.length > MAX_CODE_LENGTH ? `${code.slice(0, MAX_CODE_LENGTH)}...` : code;

function opioidFinding({ ids, longActing, lastingForm }: OpioidProduct, from: string): Finding {
  return {
    ...NOTHING,
    agonists: ids.filter((id) => !isAntagonist(id)),
    antagonists: ids.filter(isAntagonist),
    evidence: ids.map((id) => ({ ingredient: id, from })),
    release: releaseOf(longActing),
    lastingForm,
  };
}

/** A reader of codes for these tables; the display is not looked at. It remembers what it read, within bounds. */
export function createCodingReader(tables: Tables): CodingReader {
  const inTable = (system: CodeSystem, code: string): OpioidProduct | null => {
    switch (system) {
      case 'RxNorm':
        return tables.rxnormOpioids.get(Number(RXCUI.exec(code)?.[1])) ?? null;
      case 'SNOMED CT':
        return tables.snomed.get(code) ?? null;
      case 'NDC':
      case 'GTIN': {
        const products = ndcProducts(code)
          .flatMap((ndc) => tables.ndc.get(ndc) ?? [])
          .flatMap((rxcui) => tables.rxnormOpioids.get(rxcui) ?? []);
        if (products.length === 0) return null;
        const releases = new Set(products.map((product) => product.longActing));
        const [only] = releases;
        const longActing = releases.has('yes') ? 'yes' : releases.size === 1 && only ? only : 'unknown';
        return {
          ids: [...new Set(products.flatMap((product) => product.ids))],
          longActing,
          lastingForm: longestForm(products.map((product) => product.lastingForm)),
        };
      }
      case 'CVX':
        return null;
      default: {
        const ids = tables.ingredientCodes.get(
          `${system} ${system === 'ATC' ? atcCode(code) : code.toUpperCase()}`,
        );
        return ids ? { ids, longActing: 'unknown', lastingForm: null } : null;
      }
    }
  };

  const isOther = (system: CodeSystem, code: string): boolean => {
    if (system === 'RxNorm') return tables.rxnormOthers.has(Number(RXCUI.exec(code)?.[1]));
    if (system === 'CVX') return CVX_CODE.test(code);
    const atc = system === 'ATC' ? atcCode(code) : null;
    return atc !== null && atcClass(atc) === 'other';
  };

  /** An opioid's code that only one system can have, without that system. */
  function byForm(code: string): Finding | null {
    const system = FORMS.find(([, form]) => form.test(code))?.[0];
    const product = system === undefined ? null : inTable(system, code);
    return product?.ids.some((id) => !isAntagonist(id)) ? opioidFinding(product, `${system} ${code}`) : null;
  }

  /** A code without a system, under a local one or under the wrong one, that another system's table knows as an opioid. */
  function elsewhere(system: CodeSystem | null, code: string): Finding | null {
    for (const other of ['RxNorm', 'SNOMED CT', 'NDC', 'ATC', 'UNII', 'DrugBank'] as const) {
      const isPadded = other === 'RxNorm' && code.startsWith('0');
      if (other === system || isPadded) continue;
      const product = inTable(other, code);
      if (product?.ids.some((id) => !isAntagonist(id)))
        return {
          ...NOTHING,
          suspicions: [
            {
              words: { code: 'code-elsewhere', value: shown(code), system },
              resembles: { code: 'in-another-system', ingredients: product.ids, system: other },
            },
          ],
        };
    }
    return null;
  }

  function read(system: CodeSystem | null, given: string, isElsewhere: boolean): Finding {
    const code = given.trim();
    if (code === '') return NOTHING;
    const name = `${system ?? 'code'} ${code}`;
    if (system !== null) {
      const product = inTable(system, code);
      if (product) return opioidFinding(product, name);
      if (system === 'RxNorm' && RXNORM_OPIOIDS_WITHOUT_NAME.has(code))
        return { ...NOTHING, suspicions: [{ words: name, resembles: { code: 'unnamed-opioid' } }] };
      if (isOther(system, code)) return { ...NOTHING, namesOther: true };
      const atc = system === 'ATC' ? atcCode(code) : null;
      if (atc !== null) {
        const level = atcClass(atc);
        if (level === 'opioid')
          return opioidFinding({ ids: [UNNAMED_OPIOID.id], longActing: 'unknown', lastingForm: null }, name);
        if (level === 'may-be-opioid')
          return { ...NOTHING, suspicions: [{ words: name, resembles: { code: 'class-with-opioids' } }] };
      }
    }
    return (
      (isElsewhere ? null : (byForm(code) ?? elsewhere(system, code))) ?? { ...NOTHING, unknown: [name] }
    );
  }

  const systems = remembered<(code: string) => Finding>(REMEMBERED_SYSTEMS);
  return ({ system, code }) => {
    if (code === null || code === '') return NOTHING;
    if (code.length > MAX_CODE_LENGTH) return { ...NOTHING, unknown: [`code ${shown(code)}`] };
    return systems(system ?? '', () => {
      const known = codeSystem(system);
      const isElsewhere = known === null && isOtherSystem(system);
      const codes = remembered<Finding>(REMEMBERED_CODES);
      return (one) => codes(one, () => read(known, one, isElsewhere));
    })(code);
  };
}
