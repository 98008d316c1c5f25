/** The invariants of a regimen as numbers. Nothing outside them is ever proposed, drafted or written. */

/** Lowest and highest first dose: 0.5-1.5 mg at night (fibromyalgia pain notes, "Low Dose Naltrexone"). */
export const LOWEST_START = 500;
export const HIGHEST_START = 1500;

/** Largest increase: 1.5 mg (crossover trial schedule; fibromyalgia pain notes). */
export const LARGEST_STEP = 1500;

/** Shortest and longest time at one dose: every 1-2 weeks (fibromyalgia pain notes). */
export const SHORTEST_INTERVAL_DAYS = 7;
export const LONGEST_INTERVAL_DAYS = 14;

/** No dose above 4.5 mg, whatever other practice does (crossover trial schedule). */
export const CEILING = 4500;

/** POLICY: longest titration one draft may hold; the review is due at 8 weeks and the decision to go on at 12. */
export const LONGEST_DAYS = 84;

/** POLICY: more capsules than this at one bedtime is a counting error waiting to happen. */
export const MOST_CAPSULES_A_NIGHT = 5;

/**
 * POLICY: strengths worth asking of a compounding pharmacy. Below 0.1 mg five capsules do not reach the lowest start;
 * above 4.5 mg one capsule passes the ceiling.
 */
export const WEAKEST_CAPSULE = 100;
export const STRONGEST_CAPSULE = CEILING;

/** One strength a dose at the most: 84 days in steps of 7. */
export const MOST_STRENGTHS = LONGEST_DAYS / SHORTEST_INTERVAL_DAYS;

/** POLICY: a chart read today says little about a start further away than this. */
export const LATEST_START_DAYS = 90;

/** 50 mg tablet made up to 100 mL: 0.5 mg/mL (fibromyalgia pain notes, "Low Dose Naltrexone"). A tenth of a millilitre holds 50 micrograms. */
export const MICROGRAMS_PER_TENTH_ML = 50;

/** The liquid is measured to 0.5 mL, a mark every oral syringe has: 0.25 mg. */
export const LIQUID_GRAIN = 250;

/** The tablet one batch is made from. */
export const TABLET = 50_000;

/** POLICY: of 100 mL made up at most 95 mL are counted on; the rest clings to bottle and syringe. */
export const USABLE_TENTHS_OF_ML = 950;

/**
 * POLICY: nights after which a batch is thrown away. No stability study of 0.5 mg/mL in plain water is known; 14 days is the US
 * default for water-containing oral liquids.
 */
export const BATCH_NIGHTS = 14;
