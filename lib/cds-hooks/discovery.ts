/** What an EHR is told of the services. @see CDS Hooks 2.0.1, "Discovery" */
import { isHooked, type Site } from '#lib/settings/site.ts';
import { SERVICE_USAGE, serviceWords } from '#lib/words/en/cards.ts';
import { PREFETCH, SERVICES } from './services.ts';

export function discovery(sites: readonly Site[]): object {
  const isOnAtOpening = sites.some((site) => isHooked(site) && site.cdsHooks.patientView);
  return {
    services: SERVICES.filter(({ hook }) => hook !== 'patient-view' || isOnAtOpening).map(({ hook, id }) => ({
      hook,
      id,
      ...serviceWords(id),
      prefetch: PREFETCH,
      usageRequirements: SERVICE_USAGE,
    })),
  };
}
