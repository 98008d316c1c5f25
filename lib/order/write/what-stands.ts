/**
 * The whole decision after a POST, as a table: what the answer was, what the look into the chart then showed, and so what stands.
 * "Not written" is said only where a look that succeeded would have shown the draft; everything else that is no success is unknown.
 */

/** What the answer to the POST, or of the EHR's window, says of the draft. */
export type AnswerClass =
  | 'created'
  /** A conditional create found an earlier one. @see FHIR R4 http, conditional create */
  | 'existing'
  /** 409 or 412: something of the kind may stand already. */
  | 'conflict'
  /**
   * Any other 4xx, or 501, of the server or of the EHR's own window. A gateway that repeats the POST, or a rule that runs after the save,
   * answers so over a saved draft.
   */
  | 'refused'
  /** 5xx, 408, a success that is no creation, no answer: it may even be saved later. */
  | 'unclear'
  /** No request left this server. */
  | 'unsent';

/** What the look by identifier, and by every address known, then showed. */
export type LookClass =
  | 'found'
  /** Read to its end, at an EHR whose search is known to show drafts. */
  | 'absent'
  /** Read to its end, at an EHR that may hide drafts from its search. */
  | 'perhaps-hidden'
  | 'failed';

type WhatStands = 'created' | 'existing' | 'not-written' | 'unknown';

export const WHAT_STANDS: Readonly<Record<AnswerClass, Readonly<Record<LookClass, WhatStands>>>> = {
  created: { found: 'created', absent: 'created', 'perhaps-hidden': 'created', failed: 'created' },
  existing: { found: 'existing', absent: 'existing', 'perhaps-hidden': 'existing', failed: 'existing' },
  conflict: { found: 'existing', absent: 'not-written', 'perhaps-hidden': 'unknown', failed: 'unknown' },
  refused: { found: 'created', absent: 'not-written', 'perhaps-hidden': 'unknown', failed: 'unknown' },
  unclear: { found: 'created', absent: 'unknown', 'perhaps-hidden': 'unknown', failed: 'unknown' },
  unsent: {
    found: 'created',
    absent: 'not-written',
    'perhaps-hidden': 'not-written',
    failed: 'not-written',
  },
};
