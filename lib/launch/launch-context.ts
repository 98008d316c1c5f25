/** What the EHR says beside the token: patient, encounter, style, messaging. Who the patient is stands on every screen, asked for or not. */
import { z } from 'zod';
import { isSecureAddress, secureOrigin } from '#lib/settings/site.ts';
import { readCardContext } from './card-context.ts';
import { launchFailure } from './failure.ts';
import type { LaunchFailure, LaunchSession } from './session.ts';

type LaunchContext = Pick<LaunchSession, 'patientId' | 'encounterId' | 'styleUrl' | 'webMessaging' | 'link'>;

/** FHIR R4 datatype id. */
const id = z.string().regex(/^[A-Za-z0-9\-.]{1,64}$/);

const contextSchema = z.object({
  patient: id.nullable().catch(null),
  encounter: id.nullable().catch(null),
  smart_style_url: z.string().max(2048).refine(isSecureAddress).nullable().catch(null),
  smart_web_messaging_origin: secureOrigin.nullable().catch(null),
  smart_web_messaging_handle: z.string().min(1).max(4096).nullable().catch(null),
  appContext: z.string().min(1).max(256).nullable().catch(null),
});

/** @see SMART App Launch 2.2.0, "Launch context arrives with your access_token"; SMART Web Messaging 1.0.0 */
export function launchContext(said: Readonly<Record<string, unknown>>): LaunchContext | LaunchFailure {
  const context = contextSchema.parse(said);
  if (context.patient === null) {
    return launchFailure(
      'NO_PATIENT',
      said.patient ? 'the launch names a patient by no FHIR id' : 'the launch names no patient',
    );
  }
  const link = readCardContext(context.appContext);
  const { smart_web_messaging_origin: origin, smart_web_messaging_handle: handle } = context;
  return {
    patientId: context.patient,
    encounterId: context.encounter,
    styleUrl: context.smart_style_url,
    webMessaging: origin !== null && handle !== null ? { origin: new URL(origin).origin, handle } : null,
    ...(link === null ? {} : { link }),
  };
}
