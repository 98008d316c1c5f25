/** What is known for and against low-dose naltrexone. The two lists are one value: they are never shown apart. */

export interface Claim {
  readonly text: string;
  /** As a person would cite it. */
  readonly source: string;
}

export interface Evidence {
  /** One sentence over both lists. */
  readonly summary: string;
  readonly offLabel: Claim;
  /** The first of each side leads: the two are read together before anything is opened. */
  readonly supporting: readonly [Claim, ...Claim[]];
  readonly against: readonly [Claim, ...Claim[]];
  readonly sideEffects: readonly Claim[];
}

const YOUNGER = 'Younger 2013, Arthritis & Rheumatism';
const BRUUN = 'Bruun 2024, Lancet Rheumatology';
const ABSTRACT = 'Pain Medicine 2012; 13(2): abstract 251';

export const EVIDENCE: Evidence = {
  summary: 'Whether low-dose naltrexone helps is uncertain: small trials that disagree.',
  offLabel: {
    text: 'Off-label: naltrexone is approved for opioid and alcohol dependence at 50 mg and more, not for pain or fibromyalgia. Label data are for 50 mg.',
    source: 'US naltrexone label; review of naltrexone in fibromyalgia',
  },
  supporting: [
    {
      text: 'Crossover trial, 31 women with fibromyalgia, 4.5 mg: pain fell by 28.8% against 18.0% on placebo.',
      source: YOUNGER,
    },
    {
      text: 'Same trial: responders 32% against 11% (P = 0.05); better mood and satisfaction with life. Fatigue and sleep: conflicting, reported as improved elsewhere, not in this trial.',
      source: YOUNGER,
    },
    {
      text: 'Single-blind pilot, 10 women: symptoms more than 30% lower than on placebo.',
      source: 'Pain Medicine 2009; 10: 663-72',
    },
    {
      text: 'Conference abstract, probably of the same crossover trial: 43% less pain; reported elsewhere as 48.5% against 27.4%. Not added to the figures above.',
      source: ABSTRACT,
    },
    { text: 'Meta-analysis of fibromyalgia trials: pooled effect -0.86.', source: 'KoreaMed 1516088564' },
  ],
  against: [
    {
      text: 'Largest trial, 99 women with fibromyalgia, 6 mg for 12 weeks: no significant benefit. Pain -1.3 against -0.9 points, difference -0.34 (95% CI -0.95 to 0.27).',
      source: BRUUN,
    },
    {
      text: 'Same trial: at least 30% relief in 45% against 28%, which the trial was not powered to show.',
      source: BRUUN,
    },
    {
      text: 'Systematic review of 7 randomised trials, 406 patients with chronic pain: not effective for pain or quality of life.',
      source: 'PubMed 39301937',
    },
    {
      text: 'Meta-analysis 2025: small effect in fibromyalgia (d -0.34), next to none over all chronic pain (d -0.11).',
      source: 'LDN meta-analysis 2025, Medznat report',
    },
    {
      text: 'Review of 21 papers with 5 controlled trials: underpowered, not yet reproduced at several sites.',
      source: 'systematic review and narrative synthesis of LDN in fibromyalgia',
    },
  ],
  sideEffects: [
    { text: 'Vivid dreams 37% against 13% on placebo, headache 16% against 3%.', source: ABSTRACT },
    {
      text: 'Also insomnia, nausea and a fast heartbeat; mostly mild and passing. Tolerability 89.2 against 89.4 of 100.',
      source: `${ABSTRACT}; fibromyalgia pain notes`,
    },
  ],
};

/** Approved for fibromyalgia in the US, and for whom each did best in a prospective cohort. */
const ALTERNATIVES = [
  { drug: 'duloxetine', brand: 'cymbalta', suits: 'best for pain, quality of life and sleep' },
  { drug: 'pregabalin', brand: 'lyrica', suits: 'pain and sleep' },
  { drug: 'milnacipran', brand: 'savella', suits: 'when fatigue leads' },
] as const;

export const ALTERNATIVES_SOURCE =
  'prospective cohort of fibromyalgia treatments; FDA-approved for fibromyalgia';

/** The alternatives no medication row names. `words` are the chart's own texts and displays. */
export function alternativesNotRecorded(words: readonly string[]) {
  const all = words.join('\n').toLowerCase();
  return ALTERNATIVES.filter(({ drug, brand }) => !all.includes(drug) && !all.includes(brand));
}
