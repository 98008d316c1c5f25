/**
 * What each claim of the evidence rests on, as its source has it. Sources are the user's own documents, quoted, or published abstracts, of
 * which the figures alone stand here, in the order of the abstract.
 */
import type { ClaimId } from '#lib/words/claims.ts';

interface Held {
  /** Beginning of the name of a file of ../shared/seeds, or where the abstract is read. */
  readonly from: `seeds/${string}` | `https://${string}`;
  /** Of a seed a passage, word for word; else the figures. */
  readonly says: string;
}

const INNOVA = 'https://thehealththread.com/research/article/42385209';
const BRUUN = 'https://immattersacp.org/weekly/archives/2023/12/12/2.htm';
const YOUNGER = 'https://www.druglib.com/abstract/yo/younger-j1_arthritis-rheum_20130000.html';

export const EVIDENCE_SOURCES: Readonly<Record<ClaimId, readonly Held[]>> = {
  'crossover-pain': [
    {
      from: 'seeds/000',
      says: 'low-dose naltrexone (4.5 mg/day) reduced fibromyalgia severity, with a 28.8% reduction in baseline pain compared to an 18.0% reduction with placebo',
    },
    { from: 'seeds/000', says: 'a randomized controlled trial (RCT) of 31 patients' },
  ],
  'crossover-response': [
    { from: YOUNGER, says: 'response 32 (thirty-two) percent, placebo 11%, P = 0.05; mood, satisfaction' },
    {
      from: 'seeds/004',
      says: 'improved general satisfaction with life and mood, but not improved fatigue or sleep',
    },
  ],
  'pooled-fibromyalgia': [
    {
      from: 'https://synapse.koreamed.org/articles/1516088564',
      says: '4 RCTs, 222 patients; MD -0.86, 95% CI -1.20 to -0.51',
    },
  ],
  'practice-benefit': [
    {
      from: 'https://www.mdpi.com/2227-9059/11/4/1087',
      says: '115 patients; mostly 4.5 mg; benefit 65%; adverse effects 11%; stopped 36%',
    },
  ],
  pilot: [
    {
      from: 'seeds/001',
      says: 'LDN reduced fibromyalgia symptoms in ten women meeting criteria for fibromyalgia, with a greater than 30% reduction of symptoms over placebo',
    },
  ],
  abstract: [
    {
      from: 'seeds/001',
      says: 'patients reported a 43% reduction in pain during the LDN treatment when compared to the placebo treatment',
    },
    {
      from: 'https://www.empr.com/home/mpr-first-report/aapm-2012/low-dose-naltrexone-effective-in-treating-fibromyalgia/',
      says: '48.5% against 27.4%',
    },
  ],
  'twelve-months': [
    {
      from: INNOVA,
      says: '4.5 mg, 12 months, 98 women; at 3 months -0.33 and -0.64, adjusted difference 0.49, p = 0.236; adverse events 68.8% and 72%',
    },
  ],
  'six-milligrams': [
    {
      from: 'seeds/003',
      says: 'the first larger RCT (12 weeks of LDN 6 mg in fibromyalgia) did not show a significant benefit over placebo',
    },
    { from: BRUUN, says: '49 + 50 = 99 women; -1.3 and -0.9 points; difference -0.34, 95% CI -0.95 to 0.27' },
  ],
  'crossover-nothing': [
    {
      from: 'https://pubmed.ncbi.nlm.nih.gov/38226027',
      says: '58 patients randomized; 4.5 mg; days 0 to 21, 3 weeks; pain intensity P = 0.4',
    },
  ],
  'review-chronic-pain': [
    {
      from: 'seeds/004',
      says: 'low-dose naltrexone was not effective in managing chronic pain and improving quality of life in patients with diverse chronic pain conditions',
    },
    { from: 'https://pubmed.ncbi.nlm.nih.gov/39301937', says: '7 trials, 406 patients' },
  ],
  'pooled-chronic-pain': [
    {
      from: 'https://doi.org/10.1007/s11916-025-01411-1',
      says: '7 studies; d = -0.11, 95%CI -0.96 to 0.74; fibromyalgia d = -0.34, 95%CI -0.62 to -0.06',
    },
  ],
  'practice-stopped': [
    {
      from: 'https://doi.org/10.1080/15360288.2024.2302550',
      says: '31 patients; PEG (0 to 10) 7.27 to 6.62, difference 0.66, 95% CI 0.10 to 1.21; 87% stopped, 52%, 23%, 10%',
    },
  ],
  underpowered: [
    {
      from: 'seeds/000',
      says: 'A systematic review and narrative synthesis of 21 papers, including five prospective controlled trials',
    },
    { from: 'seeds/000', says: 'current evidence lacks power and multisite reproduction' },
  ],
  'six-milligrams-responders': [
    { from: BRUUN, says: '6 mg; more than 30% decrease in 45% and 28%; not powered' },
  ],
  'dose-finding': [
    {
      from: 'https://pubmed.ncbi.nlm.nih.gov/32068870',
      says: 'doses 0.75 to 6 mg, 2 weeks each; 25 evaluable; ED50 3.88 mg (half), ED95 5.40 mg (95%)',
    },
  ],
  'own-best-dose': [
    { from: 'https://doi.org/10.2147/JPR.S451183', says: 'effective doses differ by patient' },
  ],
  'sedimentation-rate': [
    {
      from: 'seeds/001',
      says: 'Individuals with higher sedimentation rates (indicating general inflammatory processes) had the greatest reduction of symptoms in response to LDN',
    },
    { from: 'seeds/001', says: 'in ten women meeting criteria for fibromyalgia' },
  ],
  dreams: [
    {
      from: 'seeds/001',
      says: 'vivid dreams (37% in LDN vs 13% in placebo) and headache (16% in LDN vs 3% in placebo)',
    },
  ],
  'other-effects': [
    { from: 'seeds/001', says: 'patients reported similar tolerability (89.2 vs 89.4 out of 100)' },
    { from: 'seeds/003', says: 'vivid dreams, headache, nausea, and insomnia, which are often transient' },
    { from: 'seeds/004', says: 'headache, tachycardia, and vivid dreams' },
  ],
};
