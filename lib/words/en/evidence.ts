/** What is known for and against low-dose naltrexone. The two lists are one value: they are never shown apart. */
import type { Jurisdiction } from '#lib/settings/site.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { CLAIMS, type ClaimId, type Side } from '../claims.ts';
import { EVIDENCE_REVIEWED, REFERENCES, type ReferenceId } from '../references.ts';
import type { Claim, Evidence } from '../shapes.ts';
import { screenDate } from './dates.ts';

export const CLAIM_TEXTS: Readonly<Record<ClaimId, string>> = {
  'crossover-pain':
    'Crossover trial, 31 women with fibromyalgia, 4.5 mg: pain fell by 28.8% against 18.0% on placebo.',
  'crossover-response':
    'Same trial: responders 32% against 11% (P = 0.05); better mood and satisfaction with life. Fatigue and sleep: conflicting, reported as improved elsewhere, not in this trial.',
  'pooled-fibromyalgia':
    'Meta-analysis of 4 randomised trials, 222 patients with fibromyalgia: pain scores 0.86 points lower than on placebo (95% CI 0.51 to 1.20).',
  'practice-benefit':
    'Practice without a control group, 115 patients with chronic pain, most on 4.5 mg: of those seen again 65% reported benefit, 11% side effects; 36% stopped.',
  pilot: 'Single-blind pilot, 10 women: symptoms more than 30% lower than on placebo.',
  abstract:
    'Conference abstract, probably of the same crossover trial: 43% less pain; reported elsewhere as 48.5% against 27.4%. Not added to the figures above.',
  'twelve-months':
    'Trial of 4.5 mg for 12 months, 98 women with fibromyalgia: at 3 months pain -0.33 points against -0.64 on placebo, adjusted difference 0.49 in favour of placebo (P = 0.236). Few responders in either group; side effects in 68.8% against 72%, none serious from treatment.',
  'six-milligrams':
    'Trial of 6 mg for 12 weeks, 99 women with fibromyalgia: no significant benefit. Pain -1.3 against -0.9 points, difference -0.34 (95% CI -0.95 to 0.27).',
  'crossover-nothing':
    'Crossover trial, 58 patients with fibromyalgia, 4.5 mg for 3 weeks: no clinically relevant relief of pain (P = 0.4).',
  'review-chronic-pain':
    'Systematic review of 7 randomised trials, 406 patients with chronic pain: not effective for pain or quality of life.',
  'pooled-chronic-pain':
    'Meta-analysis of 7 randomised trials: no difference over all chronic pain, d = -0.11 (95% CI -0.96 to 0.74); in fibromyalgia d = -0.34 (95% CI -0.62 to -0.06). d counts standard deviations.',
  'practice-stopped':
    'Practice without a control group, 31 patients with chronic pain: PEG 7.27 to 6.62 of 10, difference 0.66 (95% CI 0.10 to 1.21). 87% stopped: 52% for lack of benefit, 23% for loss of it, 10% for side effects.',
  underpowered:
    'Review of 21 papers with 5 controlled trials: underpowered, not yet reproduced at several sites.',
  'six-milligrams-responders':
    'Trial of 6 mg: at least 30% relief in 45% against 28% on placebo, which it was not powered to show.',
  'dose-finding':
    'Dose finding, 25 women with fibromyalgia, 0.75 to 6 mg for 2 weeks: effective dose 3.88 mg in half of them, 5.40 mg in 95%.',
  'own-best-dose':
    'Chronic pain in practice: the best dose differs from patient to patient, and more is not always better. Go back a step that made it worse.',
  'sedimentation-rate':
    'Pilot, 10 women: the higher the sedimentation rate, the greater the relief. It decides nothing here.',
  dreams: 'Vivid dreams 37% against 13% on placebo, headache 16% against 3%.',
  'other-effects':
    'Also insomnia, nausea and a fast heartbeat; mostly mild and passing. Tolerability 89.2 against 89.4 of 100.',
};

function claims(side: Side): readonly [Claim, ...Claim[]] {
  const entries = Object.entries(CLAIMS[side]) as [ClaimId, readonly ReferenceId[]][];
  return entries.map(([id, from]) => ({
    text: CLAIM_TEXTS[id],
    source: from.map((reference) => REFERENCES[reference]).join('; '),
  })) as unknown as readonly [Claim, ...Claim[]];
}

export const EVIDENCE: Evidence = {
  summary:
    'Whether low-dose naltrexone helps is uncertain: small trials that disagree, and the two largest found no benefit over placebo.',
  supporting: claims('for'),
  against: claims('against'),
  open: claims('open'),
  sideEffects: claims('sideEffects'),
};

const APPROVED =
  'naltrexone is approved for opioid and alcohol dependence at 50 mg and more, not for pain or fibromyalgia. Label data are for 50 mg.';
const LABEL = 'US naltrexone label';

/** What the law of the country calls this use, and what it asks for. */
const NOT_APPROVED: Readonly<Record<Jurisdiction, Claim>> = {
  US: { text: `Off-label: ${APPROVED}`, source: LABEL },
  CA: { text: `Off-label: ${APPROVED}`, source: LABEL },
  AU: { text: `Off-label: ${APPROVED}`, source: LABEL },
  ES: { text: `Off-label: ${APPROVED}`, source: LABEL },
  GB: {
    text: `Unlicensed use: ${APPROVED} Tell the patient so, and record it.`,
    source: `${LABEL}; General Medical Council, "Prescribing unlicensed medicines"`,
  },
  NZ: {
    text: `Unapproved use: ${APPROVED} Tell the patient so, and record consent.`,
    source: `${LABEL}; Medsafe, "Use of Unapproved Medicines and Unapproved Use of Medicines"`,
  },
};

export function unapprovedUse(jurisdiction: Jurisdiction): Claim {
  return NOT_APPROVED[jurisdiction];
}

/** @param isOld more than a year ago: said as a warning */
export function evidenceReviewed(isOld: boolean): string {
  const reviewed = `Evidence last reviewed on ${screenDate(EVIDENCE_REVIEWED as CalendarDate)}.`;
  return isOld ? `${reviewed} That is more than 12 months ago: newer trials may be missing.` : reviewed;
}
