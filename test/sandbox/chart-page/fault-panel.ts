/** The panel of fault switches: the usual ones as check boxes, all of them as JSON. */
import type { FaultSettings } from '../faults.ts';
import { type Html, html } from './html.ts';

const TRAMADOL_ADDED = {
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: {
    coding: [
      {
        system: 'http://www.nlm.nih.gov/research/umls/rxnorm',
        code: '835603',
        display: 'tramadol hydrochloride 50 MG Oral Tablet',
      },
    ],
    text: 'tramadol hydrochloride 50 MG Oral Tablet',
  },
};

const READING_ONLY = [
  'launch',
  'openid',
  'fhirUser',
  'online_access',
  'user/Practitioner.r',
  'patient/Patient.rs',
  'patient/MedicationRequest.rs',
  'patient/Medication.rs',
  'patient/AllergyIntolerance.rs',
  'patient/Condition.rs',
  'patient/Observation.rs',
];

/** Each preset by its name, in the order of the panel. */
const PRESETS: Record<string, FaultSettings> = {
  'Slow (1.5 s an answer)': { delayMs: 1500 },
  'Small pages (2 rows)': { pageSize: 2 },
  'A page fails (medicines, page 2 of 2 rows each)': {
    pageSize: 2,
    failPage: { resourceType: 'MedicationRequest', page: 2, status: 500 },
  },
  'Laboratory results refused (403)': { refuse: { Observation: { status: 403 } } },
  'Medicines refused (403)': { refuse: { MedicationRequest: { status: 403 } } },
  'Read-only': { readOnly: true },
  'Write refused': {
    refuseWrite: { status: 422, text: 'The pharmacy of this site does not take compounded orders.' },
  },
  'Write answered late (8 s)': { writeDelayMs: 8000 },
  'Answer lost after the write': { loseAnswerAfterWrite: true },
  'Stored without dosages': { dropFields: ['dosageInstruction'] },
  'Token expires now': { tokenExpiresNow: true },
  'Tokens live 20 s': { tokenLifetimeSeconds: 20 },
  'Fewer scopes (no write)': { grantScopes: READING_ONLY },
  'Chart changes under you (tramadol after the first read)': {
    chartChanges: [{ afterReads: 1, resource: TRAMADOL_ADDED }],
  },
  'Hooks without the medication orders': { dropPrefetch: ['orders'] },
  'Loud style': {
    style: {
      color_background: '#fff7d6',
      color_highlight: '#8a1f5c',
      color_text: '#222222',
      dim_font_size: '18px',
    },
  },
};

export function faultPanel(settings: FaultSettings): Html {
  const presets = Object.entries(PRESETS).map(
    ([name, preset]) =>
      html`<label><input type="checkbox" data-preset="${JSON.stringify(preset)}"${contains(settings, preset) && html` checked`}> ${name}</label>`,
  );
  return html`<details class="panel faults"><summary>Make something go wrong</summary>
    <form data-faults>
      ${presets}
      <label class="json">All switches (JSON)<textarea name="faults" rows="8" spellcheck="false">${JSON.stringify(settings, null, 1)}</textarea></label>
      <button>Set switches</button> <button type="button" data-reset>All off</button>
      <p role="status"></p>
    </form></details>`;
}

function contains(settings: FaultSettings, preset: FaultSettings): boolean {
  const has = settings as Record<string, unknown>;
  return Object.entries(preset).every(([key, value]) => JSON.stringify(has[key]) === JSON.stringify(value));
}
