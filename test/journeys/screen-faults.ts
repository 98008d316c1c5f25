/** What is wrong with a screen at each width, by axe and by its size. With PICTURES=1 a picture of each is kept as build output. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const WIDTHS = [320, 760, 1200] as const;

/** The narrow and the wide layout; the one between them has no rule of its own. */
const AXE_WIDTHS: readonly number[] = [320, 1200];

const PICTURES = join(import.meta.dirname, '../../build-output/screens');

/** Where a picture is kept, if it is: they are for people, no test judges them. */
export const pictureAt = (file: string) => (process.env.PICTURES === '1' ? join(PICTURES, file) : undefined);

const AXE = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

/** The axe library is put into the page by the test, past the page's own Content-Security-Policy. */
export const AXE_CONTEXT = { bypassCSP: true };

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Every violation of axe's rules, in one line each. */
export async function axeFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(AXE);
  const violations = (await page.evaluate(
    'axe.run({ resultTypes: ["violations"] }).then((run) => run.violations)',
  )) as Violation[];
  return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Pixels by which the page is wider than its window. */
export async function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** Cards whose content runs over their edge, by their first words. */
async function overrunCards(page: Page): Promise<string[]> {
  return page
    .locator('main section')
    .evaluateAll((cards) =>
      cards
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map(({ textContent }) => textContent.slice(0, 40)),
    );
}

/** `name` names the pictures: "v01-plan". */
export async function screenFaults(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 700 });
    const path = pictureAt(`${name}-${width}.png`);
    if (path !== undefined) await page.screenshot({ path, fullPage: true });
    const overflow = await overflowOf(page);
    if (overflow > 0) found.push(`${name}-${width}: ${overflow} px too wide`);
    found.push(...(await overrunCards(page)).map((card) => `${name}-${width}: runs over its card: ${card}`));
    if (AXE_WIDTHS.includes(width))
      found.push(...(await axeFaults(page)).map((fault) => `${name}-${width}: ${fault}`));
  }
  return found;
}
