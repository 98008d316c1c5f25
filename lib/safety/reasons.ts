/**
 * The reasons a prescriber may choose to settle a question: values, whose words are lib/words'. Only these do anything; what a person types
 * is recorded and decides nothing.
 */

/** `lastDose`: counts only with the day of the last dose. `name`: the form asks what the medicine is. */
type ReasonNeeds = 'lastDose' | 'name' | null;

/**
 * `liftsHandOver`: a supply handed over no longer bounds the first night. `movesFirstNight`: the first night is the one after the
 * operation, at the earliest. `addsHoldDate`: the order, its note and the handout name the night from which LDN is held.
 * `setsPlan`: the plan is the gentle one, or another that is slower than the standard.
 */
export type ReasonDoes = 'liftsHandOver' | 'movesFirstNight' | 'addsHoldDate' | 'setsPlan' | null;

const recorded = { needs: null, does: null } as const;
const dated = { needs: 'lastDose', does: null } as const;

const REASONS = {
  'last-taken': dated,
  'last-taken-patient-asked': dated,
  'last-taken-monitoring-record': dated,
  'opioid-last-taken': dated,
  'not-taken': { needs: null, does: 'liftsHandOver' },
  'end-date-is-last-dose': recorded,
  'taken-as-ordered': recorded,
  'not-an-opioid': { needs: 'name', does: null },
  'none-is-an-opioid': recorded,
  'wrong-chart': recorded,
  'takes-no-medicines': recorded,
  'medicines-checked-elsewhere': recorded,
  'medicines-checked': recorded,
  'warning-known': recorded,
  'depot-over': recorded,
  'implant-removed': recorded,
  'specialist-agrees': recorded,
  'ordinary-dose': recorded,
  'stopped-before-ldn': recorded,
  'will-be-withdrawn': recorded,
  'author-withdraws': recorded,
  'never-carried-out': recorded,
  'monitoring-checked': recorded,
  'no-monitoring-record': recorded,
  'patient-asked': recorded,
  'stable-remission': recorded,
  'not-this-patient': recorded,
  'confirmatory-test-negative': recorded,
  'false-positive-explained': recorded,
  'given-in-hospital': recorded,
  'no-naltrexone-taken': recorded,
  'naltrexone-ended': recorded,
  'taken-over': recorded,
  'allergy-disproved': recorded,
  'side-effect-only': recorded,
  'naltrexone-tolerated': recorded,
  'first-dose-watched': recorded,
  'brand-checked': recorded,
  'mild-intolerance': recorded,
  'pharmacy-supplies-without': recorded,
  'liver-stable': recorded,
  'repeat-test-planned': recorded,
  'kidney-stable': recorded,
  'slower-titration': { needs: null, does: 'setsPlan' },
  'nephrologist-consulted': recorded,
  'pregnancy-discussed': recorded,
  'no-longer-so': recorded,
  'starts-after': { needs: null, does: 'movesFirstNight' },
  'hold-72-hours': { needs: null, does: 'addsHoldDate' },
  'no-opioid-planned': recorded,
  'not-taking-place': recorded,
  'fibromyalgia-not-listed': recorded,
  'pain-not-listed': recorded,
  'other-off-label-use': recorded,
  'no-longer-taken': recorded,
  'risk-discussed': recorded,
  'transplant-team-agrees': recorded,
  'no-immunosuppression': recorded,
  'mood-safe': recorded,
  'psychiatry-agrees': recorded,
  'past-episode': recorded,
  'takes-no-opioid': recorded,
  'kit-as-precaution': recorded,
  'opioid-ended': recorded,
} as const satisfies Record<string, { readonly needs: ReasonNeeds; readonly does: ReasonDoes }>;

export type ReasonId = keyof typeof REASONS;

export interface Reason {
  readonly id: ReasonId;
  readonly needs: ReasonNeeds;
  readonly does: ReasonDoes;
}

/** The reasons of those ids, the one that settles the question first. */
export function reasons(...ids: readonly ReasonId[]): readonly Reason[] {
  return ids.map((id) => ({ id, ...REASONS[id] }));
}
