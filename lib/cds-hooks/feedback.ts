/**
 * What became of cards, as the EHR tells it: counted, and nothing of it kept. A user's own words in it are not looked at.
 * @see CDS Hooks 2.0.1, "Feedback"
 */
import { z } from 'zod';

/** Codes this app offers; another is counted as "other". */
const REASONS = ['action-completed', 'patient-ineligible', 'risk-benefit-ratio', 'need-more-info'] as const;
type FeedbackReason = (typeof REASONS)[number] | 'none' | 'other';

interface Feedback {
  readonly outcome: 'accepted' | 'overridden';
  readonly reason: FeedbackReason;
}

const given = z.looseObject({
  outcome: z.enum(['accepted', 'overridden']),
  overrideReason: z.unknown().optional(),
  overrideReasons: z.unknown().optional(),
});
/** In a list, as the specification has it, or one alone. */
const batch = z.looseObject({ feedback: z.array(z.unknown()).max(1_000) });

/** Null where it is no feedback. */
export function readFeedback(json: unknown): readonly Feedback[] | null {
  const many = batch.safeParse(json);
  const all = z.array(given).safeParse(many.success ? many.data.feedback : [json]);
  if (!all.success) return null;
  return all.data.map(({ outcome, overrideReason, overrideReasons }) => ({
    outcome,
    reason: reasonIn([overrideReason, overrideReasons].flat()),
  }));
}

/** Epic writes `overrideReasons`, and puts a Coding where the specification has `{reason: Coding}`; either may be a list. */
function reasonIn(reasons: readonly unknown[]): FeedbackReason {
  const codes = reasons.flatMap(codesIn);
  const known = REASONS.find((reason) => codes.includes(reason));
  return known ?? (codes.length > 0 ? 'other' : 'none');
}

function codesIn(reason: unknown): string[] {
  if (typeof reason === 'string') return [reason];
  if (typeof reason !== 'object' || reason === null) return [];
  const { code, reason: within, coding } = reason as Record<string, unknown>;
  return [
    ...(typeof code === 'string' ? [code] : []),
    ...[within ?? [], coding ?? []].flat().flatMap((one) => (one === reason ? [] : codesIn(one))),
  ];
}
