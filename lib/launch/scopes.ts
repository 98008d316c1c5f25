/** The scopes asked of an EHR, in the version it speaks. What its answer then allows is read by lib/chart/read/granted.ts. */
import type { Site } from '#lib/settings/site.ts';
import type { Discovery } from './discover.ts';

const READ = [
  'Patient',
  'Medication',
  'MedicationStatement',
  'MedicationDispense',
  'MedicationAdministration',
  'AllergyIntolerance',
  'Condition',
  'Observation',
  'Procedure',
  'ServiceRequest',
  'Appointment',
  'Encounter',
];

const V2 = [
  'user/Practitioner.r',
  'patient/MedicationRequest.crs',
  'patient/DocumentReference.c',
  'patient/Provenance.c',
  ...READ.map((type) => `patient/${type}.rs`),
];

const V1 = [
  'user/Practitioner.read',
  'patient/MedicationRequest.read',
  'patient/MedicationRequest.write',
  'patient/DocumentReference.write',
  'patient/Provenance.write',
  ...READ.map((type) => `patient/${type}.read`),
];

/** @see SMART App Launch 2.2.0, "Scopes and Launch Context" */
export function scopesToAsk(discovery: Discovery, site: Site, launchedFromEhr: boolean): string[] {
  return [
    launchedFromEhr ? 'launch' : 'launch/patient',
    'openid',
    'fhirUser',
    'online_access',
    ...(speaksV2(discovery) ? V2 : V1),
    ...(site.writeBack.rung === 'web-messaging' ? ['messaging/scratchpad', 'messaging/ui'] : []),
  ];
}

/** An EHR that names neither version is taken at the form of the scopes it lists, and at v2 when it lists none. */
function speaksV2({ capabilities, scopesSupported }: Discovery): boolean {
  if (capabilities.includes('permission-v2')) return true;
  if (capabilities.includes('permission-v1')) return false;
  return !scopesSupported.some((scope) => /\.(read|write|\*)$/.test(scope));
}
