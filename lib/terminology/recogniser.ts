/**
 * The recogniser: from everything a chart says about one medication to opioid, antagonist, other drug or cannot tell. Pure.
 * Union, not majority: any agonist found anywhere wins.
 */
import { codeSystem } from './code-systems.ts';
import { sortedDoubts } from './doubt.ts';
import { type Finding, longestForm } from './finding.ts';
import { ingredient, PERIPHERAL_ONLY } from './ingredients.ts';
import { createCodingReader } from './read-coding.ts';
import { createTextReader } from './read-text.ts';
import type {
  ChartCoding,
  Doubt,
  IngredientId,
  MedicationDescription,
  ProductRelease,
  Recogniser,
  Recognition,
  RecognitionEvidence,
  Unworded,
} from './recognition.ts';
import { longest } from './release.ts';
import type { Tables } from './tables.ts';

/** Ingredients within ingredients, and descriptions in all, beyond which nothing more is read: cannot tell. */
const MAX_DEPTH = 12;
const MAX_DESCRIPTIONS = 5_000;
/** Codes with a word of five letters may be names. */
const NAME_IN_CODE = /[a-z]{5}/i;
const MAX_DOUBTS = 20;

/** What was found in a description and all ingredients under it. */
interface Gathered {
  /** Findings that name an opioid or an antagonist, or raise a suspicion. */
  readonly notable: Set<Finding>;
  /** References and depths that could not be read. */
  readonly unread: Unworded[];
  /** A device is named, and a drug. */
  isDevice: boolean;
  isDrug: boolean;
  descriptions: number;
}

/** Another drug: nothing more is to be said of it. */
const OTHER: Recognition = Object.freeze<Recognition>({
  kind: 'other',
  agonists: [],
  antagonists: [],
  peripheralOnly: false,
  release: 'unknown',
  lastingForm: null,
  evidence: [],
  doubts: [],
});

const DEVICE: Recognition = Object.freeze<Recognition>({ ...OTHER, kind: 'device' });

const names = (finding: Finding): boolean => finding.namesOther || finding.evidence.length > 0;
const isNotable = (finding: Finding): boolean => finding.evidence.length > 0 || finding.suspicions.length > 0;
const sorted = (texts: readonly string[]): readonly string[] =>
  texts.length < 2 ? texts : [...new Set(texts)].sort();
const cutShort = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}...` : text);

function releaseOf(agonists: readonly IngredientId[], findings: readonly Finding[]): ProductRelease {
  const substances = agonists.map((id) => ingredient(id)?.longActing ?? 'formulation');
  if (substances.includes('yes')) return 'long-acting';
  const found = findings.reduce<ProductRelease>(
    (release, finding) => longest(release, finding.release),
    'unknown',
  );
  if (found !== 'unknown' || substances.length === 0) return found;
  return substances.every((longActing) => longActing === 'no') ? 'immediate' : 'unknown';
}

const doubtsOf = (kind: Doubt['kind'], words: readonly Doubt['words'][]): Doubt[] =>
  words.map((one) => ({ kind, words: one, resembles: null }));

/** By what a person finds a description that names nothing. */
function namelessness(description: MedicationDescription): Unworded {
  const displays = description.codings.flatMap(({ display }) => display ?? []);
  const text = sorted([...description.texts, ...displays]).find((one) => one.trim() !== '');
  return text === undefined ? { code: 'no-name' } : { code: 'names-no-drug', text: cutShort(text) };
}

/**
 * Makes the recogniser of these tables. It never throws, and takes time in proportion to what it is given.
 * @param country ISO 3166 code of the site: it settles what a brand means that is an opioid in one country and none in another.
 */
export function createRecogniser(tables: Tables, country: string | null = null): Recogniser {
  const readCoding = createCodingReader(tables);
  const readText = createTextReader(tables, country);

  /** Adds what a description and its ingredients say; gives back what nobody recognises there. */
  function gather(description: MedicationDescription, into: Gathered, depth: number): readonly Doubt[] {
    into.descriptions++;
    if (depth > MAX_DEPTH || into.descriptions > MAX_DESCRIPTIONS) {
      into.unread.push({ code: 'many-ingredients' });
      return [];
    }
    let isKnownByCode = false;
    let isKnownByText = false;
    const notableBefore = into.notable.size;
    const codes: string[] = [];
    const words: string[] = [];
    const doubts: Doubt[] = [];
    const addText = (text: string): void => {
      const finding = readText(text);
      if (isNotable(finding)) into.notable.add(finding);
      isKnownByText ||= names(finding) || finding.namesDevice;
      into.isDevice ||= finding.namesDevice;
      into.isDrug ||= names(finding);
      for (const word of finding.unknown) words.push(word);
    };
    /** A local code that is a name ("OxycoDONE (Immediate Release)") says what the name says. */
    const addNameInCode = ({ system, code }: ChartCoding): boolean => {
      if (code === null || codeSystem(system) !== null || !NAME_IN_CODE.test(code)) return false;
      const finding = readText(code);
      if (!names(finding) && !finding.namesDevice && finding.suspicions.length === 0) return false;
      addText(code);
      return true;
    };
    for (const coding of description.codings) {
      const finding = readCoding(coding);
      if (isNotable(finding)) into.notable.add(finding);
      isKnownByCode ||= names(finding);
      into.isDrug ||= names(finding);
      if (!addNameInCode(coding)) for (const code of finding.unknown) codes.push(code);
      if (coding.display) addText(coding.display);
    }
    for (const text of description.texts) addText(text);
    into.unread.push(...description.unresolved);
    for (const part of description.ingredients) {
      doubts.push(...gather(part, into, depth + 1));
      if (into.descriptions > MAX_DESCRIPTIONS) break;
    }

    if (isKnownByCode) return [];
    if (isKnownByText || description.ingredients.length > 0)
      return [...doubts, ...doubtsOf(isKnownByText ? 'odd-words' : 'unknown', words)];
    const unknown = [...words, ...codes];
    const isSilent =
      unknown.length === 0 && into.notable.size === notableBefore && description.unresolved.length === 0;
    return doubtsOf('unknown', isSilent ? [namelessness(description)] : unknown);
  }

  const evidenceOf = (findings: readonly Finding[]): readonly RecognitionEvidence[] => {
    const evidence = new Map<string, RecognitionEvidence>();
    for (const finding of findings)
      for (const one of finding.evidence) evidence.set(`${one.ingredient}\n${one.from}`, one);
    return sorted([...evidence.keys()]).flatMap((key) => evidence.get(key) ?? []);
  };

  return (medication): Recognition => {
    const gathered: Gathered = {
      notable: new Set(),
      unread: [],
      isDevice: false,
      isDrug: false,
      descriptions: 0,
    };
    const unknown = gather(medication, gathered, 0);
    if (gathered.notable.size === 0 && gathered.unread.length === 0 && unknown.length === 0)
      return gathered.isDevice && !gathered.isDrug ? DEVICE : OTHER;
    const findings = [...gathered.notable];
    const agonists = sorted(findings.flatMap((finding) => finding.agonists));
    const antagonists = sorted(findings.flatMap((finding) => finding.antagonists));
    const suspicions = findings.flatMap((finding) => finding.suspicions);
    const doubts: readonly Doubt[] =
      agonists.length > 0
        ? []
        : [
            ...suspicions.map((one) => ({ kind: 'suspicion', ...one }) as const),
            ...doubtsOf('unread', gathered.unread),
            ...unknown,
          ];
    const kind = agonists.length > 0 ? 'opioid' : doubts.length > 0 ? 'cannot-tell' : 'antagonist';
    return {
      kind,
      agonists,
      antagonists,
      peripheralOnly: kind === 'opioid' && agonists.every((id) => PERIPHERAL_ONLY.has(id)),
      release: releaseOf(agonists, findings),
      lastingForm: longestForm(findings.map((finding) => finding.lastingForm)),
      evidence: evidenceOf(findings),
      doubts: sortedDoubts(doubts).slice(0, MAX_DOUBTS),
    };
  };
}
