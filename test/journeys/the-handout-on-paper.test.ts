import { describe, expect, it } from 'vitest';
import { answerAll, connectedBrowser, goToReview, openAppAlone, writeDraft } from './chart-in-browser.ts';
import { addStory } from './own-ehr.ts';
import { pictureAt } from './screen-faults.ts';

const browser = connectedBrowser();

/** Points, as a PDF counts. */
const PAPER = { A4: [595, 842], Letter: [612, 792] } as const;

/** Every colour that a printer without colours would lose. */
function coloursOf(sheet: Element): string[] {
  const colours = [sheet, ...sheet.querySelectorAll('*')].flatMap((element) => {
    const { color, backgroundColor, borderTopColor } = getComputedStyle(element);
    return [color, backgroundColor, borderTopColor];
  });
  const isGrey = (colour: string) => {
    const [red, green, blue] = colour.match(/[\d.]+/g) ?? [];
    return red === green && green === blue;
  };
  return [...new Set(colours)].filter((colour) => !isGrey(colour));
}

/** The element with the largest type, and its size. */
function largestType(sheet: Element): string {
  const sizes = [...sheet.querySelectorAll('*')].map((element) => ({
    tag: element.tagName,
    size: Number.parseFloat(getComputedStyle(element).fontSize),
  }));
  const [largest] = sizes.sort((one, other) => other.size - one.size);
  return `${largest?.tag} ${largest?.size}`;
}

describe('the handout on paper', () => {
  it.each([
    ['Standard', 1],
    ['Gentle', 1],
    ['Liquid, standard', 2],
  ] as const)(
    'of "%s" prints whole on A4 and on Letter, without the frame of the app',
    async (preset, pages) => {
      const chart = await openAppAlone(browser(), await addStory('v01'));
      await goToReview(chart);
      const { app, page } = chart;
      if (preset !== 'Standard') {
        await chart.goTo(chart.address().replace('/review', '/plan'));
        await app.getByRole('button', { name: preset, exact: true }).click();
        await app.getByText('Marked: changed from the proposal').waitFor();
        await app.getByRole('button', { name: 'Continue to review' }).click();
        await app.getByRole('heading', { name: 'Review', exact: true }).waitFor();
      }
      await answerAll(chart);
      await writeDraft(chart);
      await app.getByRole('link', { name: 'Handout for the patient, to print' }).click();
      await app.getByRole('heading', { name: /Your low-dose naltrexone/ }).waitFor();

      for (const [format, [width, height]] of Object.entries(PAPER)) {
        const pdf = await page.pdf({ format, path: pictureAt(`handout-${preset}-${format}.pdf`) });
        const text = pdf.toString('latin1');
        const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text);
        expect(Math.abs(Number(box?.[1]) - width)).toBeLessThan(1);
        expect(Math.abs(Number(box?.[2]) - height)).toBeLessThan(1);
        expect(text.match(/\/Type \/Page\b/g)?.length).toBe(pages);
      }

      expect(await page.getByText('555-0142').count()).toBe(2);
      expect(await page.getByText('Exemplar Pain Clinic').isVisible()).toBe(true);

      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.no-print').isVisible()).toBe(false);
      expect(await page.getByText('Never take LDN with an opioid').isVisible()).toBe(true);
      expect(await page.getByText('Card for your wallet').isVisible()).toBe(true);
      expect(await page.locator('.handout').evaluate(coloursOf)).toEqual([]);
      expect(await page.locator('.handout').evaluate(largestType)).toMatch(/^TABLE|^TH|^TD/);
      const path = pictureAt(`handout-${preset}-print.png`);
      if (path !== undefined) {
        await page.setViewportSize({ width: 695, height: 1040 });
        await page.screenshot({ path, fullPage: true });
      }
      await chart.close();
    },
  );
});
