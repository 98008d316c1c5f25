'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { audit } from '#lib/operations/audit.ts';
import { sameSecret } from '#lib/store/secrets.ts';
import { openLaunch } from '#lib/visit/open-launch.ts';
import { textField, textGiven } from './form-fields.ts';
import { TOKEN_FIELD } from './parts/form-guard.tsx';

/** The EHR did not say who the user is; the user says to be a prescriber. Kept for this launch alone. */
export async function sayPrescriber(launchId: string, form: FormData): Promise<void> {
  const token = textField(form, TOKEN_FIELD);
  const launch = await openLaunch(textGiven(launchId), await cookies());
  if (!('failed' in launch) && sameSecret(launch.session.formToken, token)) {
    const { id, issuer, patientId } = launch.session;
    await launch.saveWork({ saidPrescriber: true });
    audit({
      event: 'launch',
      outcome: 'role-said',
      launch: id,
      issuer,
      patient: `Patient/${patientId}`,
      user: null,
    });
  }
  redirect(`/chart/${encodeURIComponent(launchId)}/safety`);
}
