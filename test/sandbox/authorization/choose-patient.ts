/** The page on which the user of a standalone launch chooses the patient. @see SMART App Launch 2.2.0, launch/patient */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Patient } from '@medplum/fhirtypes';
import { html } from '../chart-page/html.ts';
import type { IndexedRepository } from '../fhir/indexed-repository.ts';
import { sendHtml } from '../http.ts';

/** `open` gives the launch handle that the authorization then goes on with. */
export function choosePatient(
  request: IncomingMessage,
  response: ServerResponse,
  repository: IndexedRepository,
  open: (patient: string) => string,
): void {
  const links = (repository.rows('Patient') as Patient[]).map((patient) => {
    const name = patient.name?.[0];
    const href = `${request.url}&launch=${open(patient.id ?? '')}`;
    return html`<li><a href="${href}">${name?.family ?? ''}, ${name?.given?.[0] ?? ''}</a></li>`;
  });
  sendHtml(
    response,
    200,
    html`<!doctype html><html lang="en"><title>Pretend EHR: choose a patient</title>
      <h1>Pretend EHR: choose a patient</h1><ul>${links}</ul></html>`.text,
  );
}
