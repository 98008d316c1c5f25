/** Tells an EHR that no longer lets a launch in from one that will not give some part: the first says nothing of the chart at all. */
import type { FhirServer } from './fhir-server.ts';

interface WatchedServer extends FhirServer {
  /** No token could be had, or whatever was answered was 401. */
  isAccessLost(): boolean;
}

export function watchAccess(server: FhirServer): WatchedServer {
  const answered = { unauthorized: false, otherwise: false, sessionEnded: false };
  return {
    base: server.base,
    create: server.create,
    async get(address, options) {
      const answer = await server.get(address, options);
      if (answer.kind === 'silence' && answer.why === 'session-ended') answered.sessionEnded = true;
      else if (answer.status === 401) answered.unauthorized = true;
      else if (answer.status !== null) answered.otherwise = true;
      return answer;
    },
    isAccessLost: () => answered.sessionEnded || (answered.unauthorized && !answered.otherwise),
  };
}
