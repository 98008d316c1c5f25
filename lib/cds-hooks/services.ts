/** The three services, as discovery tells of them: one id a hook, for some clients know services by their id alone. */
import type { ChartPart } from '#lib/chart/ledger.ts';

/** POLICY: an EHR sends one page along; the rest of a longer list has to be read, in little time. */
const HOOK_PAGE = 1_000;

export type HookName = 'order-select' | 'order-sign' | 'patient-view';
export type ServiceId = `ldn-${HookName}`;

export interface HookService {
  readonly hook: HookName;
  readonly id: ServiceId;
}

export const SERVICES: readonly HookService[] = [
  { hook: 'order-select', id: 'ldn-order-select' },
  { hook: 'order-sign', id: 'ldn-order-sign' },
  { hook: 'patient-view', id: 'ldn-patient-view' },
];

export function serviceOf(id: string): HookService | null {
  return SERVICES.find((service) => service.id === id) ?? null;
}

/** What is asked for of the chart: who the patient is and the medicines, nothing else. */
export const PREFETCH_KEYS = {
  Patient: 'patient',
  MedicationRequest: 'orders',
  MedicationStatement: 'statements',
  MedicationDispense: 'dispenses',
  MedicationAdministration: 'administrations',
} as const satisfies Partial<Record<ChartPart, string>>;

export type HookPart = keyof typeof PREFETCH_KEYS;
export const HOOK_PARTS = Object.keys(PREFETCH_KEYS) as readonly HookPart[];

/**
 * All statuses, the largest page: nothing is filtered, and only what every version of the specification lets a template say.
 * @see CDS Hooks 2.0.1, "Prefetch query restrictions"
 */
export const PREFETCH: Readonly<Record<string, string>> = Object.fromEntries(
  HOOK_PARTS.map((part) => [
    PREFETCH_KEYS[part],
    part === 'Patient'
      ? 'Patient/{{context.patientId}}'
      : `${part}?patient={{context.patientId}}&_count=${HOOK_PAGE}`,
  ]),
);

/** The search as it was to be sent, for the self link of its answer to be compared with. */
export function prefetchAddress(part: HookPart, patientId: string): string {
  return (PREFETCH[PREFETCH_KEYS[part]] ?? '').replaceAll('{{context.patientId}}', patientId);
}
