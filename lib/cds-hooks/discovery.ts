/** What an EHR is told of the services. @see CDS Hooks 2.0.1, "Discovery" */
import { isHooked, type Site } from '#lib/settings/site.ts';
import { LANGUAGE_OF } from '#lib/words/language.ts';
import { wordsFor } from '#lib/words/words-for.ts';
import { PREFETCH, SERVICES } from './services.ts';

export function discovery(sites: readonly Site[]): object {
  const words = wordsFor(LANGUAGE_OF.screens);
  const isOnAtOpening = sites.some((site) => isHooked(site) && site.cdsHooks.patientView);
  return {
    services: SERVICES.filter(({ hook }) => hook !== 'patient-view' || isOnAtOpening).map(({ hook, id }) => ({
      hook,
      id,
      ...words.cards.serviceWords(id),
      prefetch: PREFETCH,
      usageRequirements: words.cards.serviceUsage,
    })),
  };
}
