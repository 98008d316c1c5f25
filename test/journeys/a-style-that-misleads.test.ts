import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { connectedBrowser, continueToReview, openAppAlone } from './chart-in-browser.ts';
import { addStory, setFaults } from './own-ehr.ts';
import { AXE_CONTEXT, axeFaults, screenFaults } from './screen-faults.ts';

const browser = connectedBrowser();

afterEach(() => setFaults({}));

const COLOURED = [
  'html',
  'h1',
  '.verdict',
  '.verdict p',
  '.identity',
  'main section + section',
  'button',
  'a',
];

/** What a person sees of a screen's colours, sizes and letters. */
async function looks(page: Page) {
  return page.evaluate(
    (selectors) =>
      selectors.map((selector) => {
        const element = document.querySelector(selector);
        if (element === null) return selector;
        const { color, backgroundColor, fontSize, fontFamily, display, visibility } =
          getComputedStyle(element);
        return { selector, color, backgroundColor, fontSize, fontFamily, display, visibility };
      }),
    COLOURED,
  );
}

async function safetyWith(style: object, patient: string, options: object = AXE_CONTEXT) {
  await setFaults({ style });
  return openAppAlone(browser(), patient, options);
}

let plainLooks: Awaited<ReturnType<typeof looks>> | undefined;

/** As `looks`, of Safety where the EHR has no style of its own. */
async function looksPlain() {
  if (plainLooks !== undefined) return plainLooks;
  const plain = await safetyWith({}, await addStory('v02'));
  plainLooks = await looks(plain.page);
  await plain.close();
  return plainLooks;
}

describe("a style of the EHR's own", () => {
  it('is taken over where everything stays legible, and the verdict keeps its colours', async () => {
    const before = await looksPlain();
    const chart = await safetyWith(
      {
        color_background: '#fff7d6',
        color_highlight: '#8a1f5c',
        color_text: '#222222',
        dim_font_size: '18px',
        font_family_body: 'Georgia, serif',
      },
      await addStory('v02'),
    );
    const after = await looks(chart.page);
    expect(after[0]).toMatchObject({
      color: 'rgb(34, 34, 34)',
      backgroundColor: 'rgb(255, 247, 214)',
      fontSize: '18px',
      fontFamily: 'Georgia, serif, sans-serif',
    });
    const band = (seen: typeof after) =>
      seen.slice(1, 3).map((one) => typeof one === 'object' && [one.color, one.backgroundColor]);
    expect(band(after)).toEqual(band(before));
    expect(await screenFaults(chart.page, 'v02-safety-styled')).toEqual([]);
    await chart.close();
  });

  it.each([
    ['white on white', { color_background: '#ffffff', color_text: '#ffffff', color_highlight: '#ffffff' }],
    ['black all over', { color_background: '#000000', color_text: '#000000' }],
    [
      'addresses that run scripts',
      { color_background: 'url(javascript:alert(1))', font_family_body: 'url(x)' },
    ],
    [
      'a brace that ends the rule',
      { color_text: '#111} .verdict{display:none', font_family_body: 'A} h1{display:none}' },
    ],
    ['the end of the element', { font_family_body: '</style><script>document.body.remove()</script>' }],
    [
      'letters of 400 pixels',
      { dim_font_size: '400px', dim_spacing_size: '4000px', dim_border_radius: '900px' },
    ],
    ['a huge body', { color_text: '#222222', font_family_body: 'x'.repeat(400_000) }],
  ])('%s changes nothing that can be read', async (_what, style) => {
    const before = await looksPlain();
    const chart = await safetyWith(style, await addStory('v02'));
    const after = await looks(chart.page);
    expect(after).toEqual(before);
    expect(await axeFaults(chart.page)).toEqual([]);
    await chart.close();
  });

  it('stays from screen to screen, and leaves Plan and Review legible too', async () => {
    const chart = await safetyWith(
      { color_background: '#fff7d6', color_highlight: '#8a1f5c' },
      await addStory('v01'),
    );
    await chart.app.getByRole('button', { name: 'Continue to plan' }).click();
    await chart.app.getByRole('heading', { name: 'Proposed titration' }).waitFor();
    expect(await axeFaults(chart.page)).toEqual([]);
    await chart.goTo(chart.address().replace('/plan', '/safety'));
    await continueToReview(chart);
    expect((await looks(chart.page))[0]).toMatchObject({ backgroundColor: 'rgb(255, 247, 214)' });
    expect(await axeFaults(chart.page)).toEqual([]);
    await chart.close();
  });

  it("is let through by the page's own Content-Security-Policy, on every screen", async () => {
    const chart = await safetyWith({ color_text: '#222222' }, await addStory('v01'), {});
    const refused: string[] = [];
    chart.page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) refused.push(message.text());
    });
    await chart.page.reload();
    expect((await looks(chart.page))[0]).toMatchObject({ color: 'rgb(34, 34, 34)' });
    await continueToReview(chart);
    expect((await looks(chart.page))[0]).toMatchObject({ color: 'rgb(34, 34, 34)' });
    expect(refused).toEqual([]);
    await chart.close();
  });
});
