/**
 * What SMART App Launch 2.2.0 asks of a client, numbered here. Each requirement is marked in the tests that verify it by a comment
 * `verifies: hl7.fhir.uv.smart-app-launch_2.2.0@<number>` directly above the test.
 */
export const GUIDE = 'hl7.fhir.uv.smart-app-launch_2.2.0';

interface Requirement {
  readonly number: number;
  readonly section: string;
  readonly text: string;
}

const sections: Readonly<Record<string, readonly string[]>> = {
  Discovery: [
    'The app fetches /.well-known/smart-configuration under the FHIR base and takes the endpoints from there.',
    'Relative addresses in the configuration are resolved against the FHIR base.',
    'Capabilities the app does not know are tolerated.',
    'Endpoints are called over TLS only.',
  ],
  'Launch from the EHR': [
    'The app takes iss and launch, and passes the launch value on unchanged with the scope "launch".',
    'The app sends nothing to an iss it does not know.',
  ],
  'Standalone launch': ['Without a launch value the app asks for the context with launch/patient.'],
  'Authorization request': [
    'response_type=code, client_id, redirect_uri, scope, state, aud, code_challenge and code_challenge_method are sent.',
    'aud is the FHIR base the token will be used at.',
    'code_challenge_method is S256; plain is never used.',
    'state has at least 122 bits of chance and is bound to the session of the user.',
    'The request may be sent by POST to a server that declares authorize-post.',
  ],
  'Authorization answer': [
    'An answer whose state is missing, unknown or of another user is refused.',
    'An error answer ends the launch with a page that says so.',
    'A code is exchanged once.',
  ],
  'Token request': [
    'grant_type, code, redirect_uri and code_verifier are sent as a form by POST.',
    'A public client names itself by client_id; a confidential one does not.',
    'A client with a secret uses HTTP Basic.',
    'A client with keys signs an assertion: iss and sub the client id, aud the token endpoint, exp within five minutes, jti used once.',
    'The assertion can be signed with ES384 and with RS384; its header has alg, kid and typ JWT.',
    'The public keys are published, each with its own kid, with Cache-Control, without private members.',
  ],
  'Token answer': [
    'token_type is compared without regard to case.',
    'Features follow the scopes granted, not those asked for.',
    'expires_in, id_token, refresh_token and scope may be missing.',
    'The patient is taken from the answer; without one there is no launch.',
    'Unless need_patient_banner is false the app shows who the patient is.',
    'An intent or a fhirContext the app does not know changes nothing.',
    'Tokens are used at the FHIR base of the launch and never sent to another host.',
    'Tokens never stand in an address, a page or a readable cookie.',
  ],
  Scopes: [
    'Scopes are asked in the syntax of version 2, and of version 1 where the server knows only that.',
    'The suffix letters stand in the order c r u d s.',
  ],
  Identity: [
    'The id_token is verified: signature by a published key, iss, aud, exp and nonce.',
    'fhirUser may be absolute or relative; who is no clinician is refused.',
  ],
  Refresh: [
    'online_access is asked for, and the access token renewed with the refresh token.',
    'A rotated refresh token replaces the one before, which is not used again.',
    'The patient does not change at a renewal; fewer scopes at a renewal are followed.',
  ],
};

export const requirements: readonly Requirement[] = Object.entries(sections)
  .flatMap(([section, texts]) => texts.map((text) => ({ section, text })))
  .map((one, index) => ({ ...one, number: index + 1 }));
