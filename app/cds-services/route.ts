import { answerDiscovery, answerPreflight } from '#lib/cds-hooks/respond.ts';

export const dynamic = 'force-dynamic';

export const GET = (request: Request) => answerDiscovery(request);
export const OPTIONS = (request: Request) => answerPreflight(request);
