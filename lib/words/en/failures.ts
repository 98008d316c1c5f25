/** The words of every launch and session failure: what happened, what it means for the patient, what to do. */
import type { LaunchFailureCode } from '#lib/launch/session.ts';
import { PLAN_KEPT_HOURS } from '#lib/store/retention.ts';
import type { Told } from '../shapes.ts';
import { CALL_IT, STORE_AWAY } from './fault.ts';

/** Of this attempt alone: what an earlier one sent may well stand. */
const NOTHING_WRITTEN =
  'This attempt read nothing from the chart and wrote nothing to it. A draft that was sent before may be there.';
const NOTHING_MORE = 'Nothing more was written. A draft that was already in the chart stays there, unsigned.';

const REOPEN = "Open LDN Titration again from the patient's chart.";
const KEPT_PLAN = `Go on with your plan: as you last saved it, it is kept for ${PLAN_KEPT_HOURS} hours, for you and this patient alone. It is checked against the chart again, and the answers on Review are asked again.`;

/** Exhaustive: a code without words does not compile. */
export function failureWords(code: LaunchFailureCode): Told {
  switch (code) {
    case 'ISSUER_NOT_ALLOWED':
      return {
        title: 'This EHR is not set up for LDN Titration',
        happened: 'The app was opened from an EHR that is not on its list, so it sent nothing there.',
        meaning: NOTHING_WRITTEN,
        steps: [
          "Open the app from the patient's chart in your usual EHR.",
          'For IT: the address in "iss" must stand in the sites file exactly as the EHR sends it.',
        ],
      };
    case 'DISCOVERY_FAILED':
      return {
        title: 'The EHR did not say how to sign in',
        happened: 'The app asked the EHR for its sign-in settings and got no answer that it can use.',
        meaning: NOTHING_WRITTEN,
        steps: ['Wait a minute.', REOPEN, CALL_IT],
      };
    case 'STATE_MISMATCH':
      return {
        title: 'This sign-in cannot be used',
        happened:
          'The sign-in was already used, is older than ten minutes, or was begun in another browser or window.',
        meaning: NOTHING_WRITTEN,
        steps: [REOPEN, CALL_IT],
      };
    case 'ACCESS_DENIED':
      return {
        title: 'The EHR did not let the app in',
        happened: 'The EHR refused access, or access was declined on its sign-in page.',
        meaning: NOTHING_WRITTEN,
        steps: [REOPEN, 'Allow access when the EHR asks.', CALL_IT],
      };
    case 'SCOPES_REFUSED':
      return {
        title: 'The EHR does not grant what this app asks for',
        happened: 'The EHR ended the sign-in because of the access the app asked for (invalid_scope).',
        meaning: NOTHING_WRITTEN,
        steps: [
          'Call IT and read out the reference number. Opening the app again does not help.',
          'For IT: allow this app the scopes that "npm run site -- check" prints, where it is registered with the EHR. What the EHR does not have, name under "absent"; or list the scopes it grants under "scopes", in the sites file.',
        ],
      };
    case 'CLIENT_NOT_KNOWN':
      return {
        title: 'The EHR does not recognise this app',
        happened: 'The EHR did not accept the app as the one that is registered with it (invalid_client).',
        meaning: NOTHING_WRITTEN,
        steps: [
          'Call IT and read out the reference number. Opening the app again does not help.',
          'For IT: compare "clientId" and "authentication" in the sites file with the registration. With a secret: is it the current one, and does the EHR want it form-encoded ("encoding": "form")? With a key: can the EHR fetch the app\'s keys, and does it know the one that signs, and is the clock of the app\'s server right (a wrong one is named in the detail below)?',
        ],
      };
    case 'CLIENT_NOT_PERMITTED':
      return {
        title: 'This app is not yet allowed to sign in here',
        happened: 'The EHR knows the app and does not allow it this way of signing in (unauthorized_client).',
        meaning: NOTHING_WRITTEN,
        steps: [
          'Call IT and read out the reference number. Opening the app again does not help.',
          'For IT: in the EHR, activate the app for this environment and for these users, and allow it the authorization code with PKCE, its redirect address and, for online_access, refresh tokens.',
        ],
      };
    case 'TOKEN_REFUSED':
      return {
        title: 'The EHR did not complete the sign-in',
        happened: 'The EHR ended the sign-in without giving the app access to the chart.',
        meaning: NOTHING_WRITTEN,
        steps: [REOPEN, CALL_IT],
      };
    case 'IDENTITY_NOT_VERIFIED':
      return {
        title: 'Your identity could not be verified',
        happened: 'The EHR said who you are, and the proof did not hold, so the app did not go on.',
        meaning: NOTHING_WRITTEN,
        steps: [
          REOPEN,
          'If it happens again, tell IT before you use the app: read out the reference number.',
        ],
      };
    case 'USER_NOT_ALLOWED':
      return {
        title: 'This app is for prescribers',
        happened: 'The EHR says that you are signed in as a patient or a relative.',
        meaning: NOTHING_WRITTEN,
        steps: ['Ask the prescriber to open LDN Titration from the chart.'],
      };
    case 'USER_NOT_NAMED':
      return {
        title: 'Are you a prescriber?',
        happened:
          'The EHR did not say who you are. This app is for prescribers; patients and relatives are not to use it.',
        meaning: NOTHING_WRITTEN,
        steps: [
          'If you prescribe for this patient, say so below. A draft will name no requester; whoever signs it is the one.',
          'If not, close this page and ask the prescriber to open LDN Titration from the chart.',
          'For IT: nobody is asked where the EHR grants "openid fhirUser" and sends an id_token that names a Practitioner.',
        ],
      };
    case 'NO_PATIENT':
      return {
        title: 'No patient was chosen',
        happened: 'The EHR opened the app without saying which patient it is for.',
        meaning: NOTHING_WRITTEN,
        steps: ["Open the patient's chart first.", 'Open LDN Titration from inside that chart.', CALL_IT],
      };
    case 'SCOPE_SHORT':
      return {
        title: 'The EHR gave too little access',
        happened:
          'The EHR let the app in, and allowed it to read neither the patient nor the medication orders.',
        meaning: NOTHING_WRITTEN,
        steps: [
          'Call IT and read out the reference number.',
          "For IT: grant the scopes listed in the app's registration guide.",
        ],
      };
    case 'COOKIE_BLOCKED':
      return {
        title: 'The browser blocks a cookie this app needs',
        happened:
          'The app keeps each chart apart by a cookie of its own, and the browser did not send it back, so the sign-in stopped.',
        meaning: NOTHING_WRITTEN,
        steps: [
          'Call IT and read out the reference number.',
          'For IT, Chrome and Edge: Settings, Privacy and security, Third-party cookies; or the policies BlockThirdPartyCookies and CookiesAllowedForUrls. Allow cookies of this app inside the EHR.',
          'For IT, Firefox: Settings, Privacy & Security, Enhanced Tracking Protection, Exceptions. Safari: Settings, Privacy, "Prevent cross-site tracking".',
          'Then open LDN Titration again from the chart, in the same window from beginning to end.',
        ],
      };
    case 'SETTINGS_MISSING':
      return {
        title: 'LDN Titration is not set up completely',
        happened: 'A setting of the app is missing or wrong on its server.',
        meaning: NOTHING_WRITTEN,
        steps: ['Call IT and read out the reference number.', 'For IT: the detail below names the setting.'],
      };
    case 'STORE_AWAY':
      return STORE_AWAY;
    case 'HOST_NOT_PASSED_ON':
      return {
        title: 'LDN Titration was reached under another name than its own',
        happened:
          'The name in the request is not the one in the settings of the app (APP_URL). Forms of the app would be refused, so it did not go on.',
        meaning: NOTHING_WRITTEN,
        steps: [
          'Call IT and read out the reference number.',
          'For IT: the proxy must pass the name on with its port. nginx: "proxy_set_header Host $http_host;" Apache: "ProxyPreserveHost On". IIS: preserveHostHeader="true". AWS: routing.http.preserve_host_header.enabled.',
          'For IT: if people open the app under the other name, APP_URL and the redirect address in the EHR must be that one.',
        ],
      };
    case 'OTHER_FHIR_VERSION':
      return {
        title: 'This EHR speaks a version of FHIR that the app cannot read',
        happened:
          'The app reads FHIR R4. Read as R4, the medicines of another version would look missing, so the app did not go on.',
        meaning: NOTHING_WRITTEN,
        steps: [
          'Check for opioids by hand.',
          'For IT: register the app with the FHIR R4 address of this EHR; the detail below names the version found.',
        ],
      };
    case 'CLOCKS_DISAGREE':
      return {
        title: 'The app and the EHR do not agree what day it is',
        happened:
          "The clock of the app's server and the EHR's are more than a day apart. Days since the last opioid and the first night of a plan are counted by it, so the app did not go on.",
        meaning: NOTHING_MORE,
        steps: [
          'Check for opioids by hand.',
          'Call IT and read out the reference number.',
          "For IT: set the clock of the app's server (NTP). If it is right, the EHR's is wrong; the detail below says how far they are apart.",
        ],
      };
    case 'ACCESS_LOST':
      return {
        title: 'The EHR no longer lets the app read this chart',
        happened:
          'The EHR refused every request, or did not renew the access it had given. The chart was not read again, so the app says nothing about opioids.',
        meaning: NOTHING_MORE,
        steps: [REOPEN, KEPT_PLAN, CALL_IT],
      };
    case 'SESSION_EXPIRED':
      return {
        title: 'This chart is no longer open here',
        happened:
          "The app was unused for too long, the EHR ended its access, twenty more charts were opened since, or this page's address was opened in a browser that did not open the chart.",
        meaning: NOTHING_MORE,
        steps: [REOPEN, KEPT_PLAN],
      };
    case 'PAGE_OUTDATED':
      return {
        title: 'This page is from an older version of the app',
        happened:
          'The app was upgraded after this page was opened, and what was pressed on it is no longer known.',
        meaning: NOTHING_MORE,
        steps: [
          'Reload the page: your answers and your plan are kept.',
          'Look them over, and press again.',
          CALL_IT,
        ],
      };
    case 'FORM_UNREADABLE':
      return {
        title: 'What was sent could not be read',
        happened: 'The form arrived cut short, or was not made by this app.',
        meaning: NOTHING_MORE,
        steps: ['Go back, reload the page, and press again.', CALL_IT],
      };
    case 'TOO_MANY_REQUESTS':
      return {
        title: 'Too many requests',
        happened: 'More was asked of the app within a minute than people ask, so it stopped answering.',
        meaning: NOTHING_MORE,
        steps: ['Wait a minute, then load this page again.', CALL_IT],
      };
    case 'WRONG_PATIENT':
      return {
        title: 'Stop: the EHR named another patient',
        happened:
          'While this chart was open, the EHR gave access to a different patient. The app closed the chart at once.',
        meaning: NOTHING_MORE,
        steps: [
          'Check which chart is open in the EHR.',
          "Open LDN Titration again from the right patient's chart.",
          'Tell IT and read out the reference number.',
        ],
      };
  }
}

/** The two patients of WRONG_PATIENT. The other's chart is not opened to learn a name. */
export const TWO_PATIENTS = {
  opened: 'This chart was opened for',
  named: 'The EHR then named',
  person: (name: string, born: string) => `${name}, born ${born}`,
  notRead: 'Name not read yet',
  notLookedAt: 'Another patient; the app did not open that chart to read the name',
} as const;
