import { afterEach, describe, expect, it } from 'vitest';
import { connectedBrowser, launchUrlOf } from './chart-in-browser.ts';
import { appUrl, ehrUrl, setFaults } from './own-ehr.ts';
import { AXE_CONTEXT, screenFaults } from './screen-faults.ts';

const browser = connectedBrowser();

afterEach(() => setFaults({}));

/** The page a browser ends on, as a person reads it. */
async function pageAt(address: string) {
  const context = await browser().newContext();
  const page = await context.newPage();
  await page.goto(address);
  const text = await page.locator('body').innerText();
  await context.close();
  return text;
}

function expectClearPage(text: string, code: string) {
  expect(text).toContain(code);
  expect(text).toMatch(/Reference/);
  expect(text).toMatch(/What to do/);
  expect(text).not.toMatch(/\bat .+:\d+:\d+|node_modules|Error:/);
}

describe('a launch that fails ends on a page that says what to do', () => {
  it('from an EHR that is not listed', async () => {
    const iss = encodeURIComponent('https://unlisted.example/fhir');
    expectClearPage(await pageAt(`${appUrl}/launch?iss=${iss}&launch=x`), 'ISSUER_NOT_ALLOWED');
  });

  it('with a state this browser never began', async () => {
    expectClearPage(await pageAt(`${appUrl}/callback?code=abc&state=never-began`), 'STATE_MISMATCH');
  });

  it('when the authorization is refused', async () => {
    const context = await browser().newContext();
    const iss = encodeURIComponent(`${ehrUrl}/fhir`);
    const begun = await context.request.get(`${appUrl}/launch?iss=${iss}&launch=x`, { maxRedirects: 0 });
    const state = new URL(begun.headers().location ?? '').searchParams.get('state') ?? '';
    const page = await context.newPage();
    await page.goto(`${appUrl}/callback?error=access_denied&state=${encodeURIComponent(state)}`);
    expectClearPage(await page.locator('body').innerText(), 'ACCESS_DENIED');
    await context.close();
  });

  it('when the EHR names no patient', async () => {
    await setFaults({ noPatientInLaunch: true });
    const context = await browser().newContext();
    const page = await context.newPage();
    await page.goto(`${ehrUrl}/chart/v01`);
    const app = page.frameLocator('iframe[title="LDN Titration"]');
    await app.getByText('NO_PATIENT').waitFor();
    expectClearPage(await app.locator('body').innerText(), 'NO_PATIENT');
    await context.close();
  });

  it('when the EHR does not say who the user is: the user is asked once, before anything is read', async () => {
    await setFaults({ fhirUser: 'none' });
    const context = await browser().newContext();
    const page = await context.newPage();
    await page.goto(`${ehrUrl}/chart/v01`);
    const app = page.frameLocator('iframe[title="LDN Titration"]');
    await app.getByRole('heading', { name: 'Are you a prescriber?' }).waitFor();
    expectClearPage(await app.locator('body').innerText(), 'USER_NOT_NAMED');
    await app.getByRole('button', { name: 'I am a prescriber: open the chart' }).click();
    await app.getByRole('heading', { name: 'No opioid found' }).waitFor();
    await context.close();
  });

  it('and the page that asks is whole at every width', async () => {
    await setFaults({ fhirUser: 'none' });
    const context = await browser().newContext(AXE_CONTEXT);
    const page = await context.newPage();
    await page.goto(await launchUrlOf('v01'));
    await page.getByRole('heading', { name: 'Are you a prescriber?' }).waitFor();
    expect(await screenFaults(page, 'are-you-a-prescriber')).toEqual([]);
    await context.close();
  });

  it('when the launch in the address is not of this browser', async () => {
    expectClearPage(await pageAt(`${appUrl}/chart/${'A'.repeat(43)}/safety`), 'SESSION_EXPIRED');
  });
});
