/** Why something of a chart was not read, or not as it stands: values, whose sentences lib/words makes. */

import type { FhirSilence } from '#lib/fhir/fhir-server.ts';
import type { ElementFault } from '#lib/fhir/fields.ts';
import type { PageLost } from '#lib/fhir/paging.ts';

/** Whose it is that a part could not have been answered. */
export type Gap = 'server' | 'not-granted' | 'site-profile';

/** What is wrong with a row: an element of it, or the row as a whole. */
export type RowFault =
  | ElementFault
  | { readonly code: 'nested-too-deep' }
  | { readonly code: 'part-of-the-row' }
  | { readonly code: 'row-withheld' }
  | {
      readonly code: 'patient-named-otherwise';
      /** As the row names the patient. */
      readonly name: string;
      /** As this EHR does. */
      readonly ours: string;
    };

/**
 * Without patient data of our own making. `said` is the EHR's own words, shortened: for the screen and never for a log; null where
 * it says nothing.
 */
export type Unread =
  | { readonly code: 'not-read-whole' }
  /** The EHR that called was to send it along, and did not. */
  | { readonly code: 'not-sent' }
  /** No answer came, or none that is FHIR. `status`: of HTTP, where there was one. */
  | { readonly code: 'no-answer'; readonly why: FhirSilence['why']; readonly status: number | null }
  | { readonly code: 'not-answered'; readonly status: number; readonly said: string | null }
  | { readonly code: 'page-lost'; readonly why: Extract<PageLost['why'], string> }
  | { readonly code: 'another-resource' }
  | { readonly code: 'another-patient' }
  | { readonly code: 'no-orders'; readonly gap: Gap }
  | { readonly code: 'granted-in-part'; readonly queries: readonly string[] }
  /** A filter of the server's own: "status=active". */
  | { readonly code: 'filtered'; readonly filter: string }
  /** By the settings of the site: "active orders". */
  | { readonly code: 'shows-only'; readonly shown: string }
  | { readonly code: 'capabilities-unknown'; readonly why: string }
  | { readonly code: 'statement-unreadable' }
  | { readonly code: 'other-fhir-version'; readonly release: string }
  | { readonly code: 'too-many-references' }
  | { readonly code: 'answer-withheld-in-part' }
  | { readonly code: 'answer-in-part' }
  | { readonly code: 'entries-unreadable' }
  | { readonly code: 'no-resource' }
  | { readonly code: 'bundles-too-deep' }
  | { readonly code: 'filed-as-another'; readonly filedAs: string; readonly type: string }
  | { readonly code: 'holds-another'; readonly type: string; readonly holds: 'medication' | 'resources' }
  | { readonly code: 'entry-refused'; readonly status: string }
  | { readonly code: 'further-page' }
  | { readonly code: 'rows-missing'; readonly came: number; readonly total: number }
  | { readonly code: 'total-unreadable' }
  | { readonly code: 'page-repeats' }
  | { readonly code: 'unasked-row'; readonly type: string }
  | { readonly code: 'warning-unreadable' }
  | { readonly code: 'ehr-says'; readonly said: string | null }
  | { readonly code: 'rows-differ' }
  | { readonly code: 'row-of-another-patient' }
  /** The first faults, each once, and how many more there are. */
  | { readonly code: 'row-not-whole'; readonly faults: readonly RowFault[]; readonly more: number };
