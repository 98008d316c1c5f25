/** How long is kept what outlives a launch. */

/** POLICY: a working day's edge. How long an edited plan outlives its launch; what is older is proposed anew from the chart. */
export const PLAN_KEPT_HOURS = 8;

/**
 * POLICY: as long as a draft may wait for its first night (a start lies at most 90 days ahead). An EHR may hide drafts from its search: until
 * then this line alone knows that there is one, and what was sent.
 */
export const JOURNAL_KEPT_MS = 90 * 24 * 60 * 60_000;
