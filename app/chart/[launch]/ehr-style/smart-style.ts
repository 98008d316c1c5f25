/**
 * The EHR's own look, as far as it can be taken over without hiding anything. What comes in is foreign text: every value is read
 * into numbers or names and written anew, so that nothing of it but its meaning reaches the page.
 */
import { z } from 'zod';
import { contrast, type Rgb, readColour, writeColour } from './colour.ts';

const text = z.string().max(200).optional().catch(undefined);

/** @see SMART App Launch 2.2.0, "Styling": the eleven keys */
const smartStyle = z.object({
  color_background: text,
  color_error: text,
  color_highlight: text,
  color_modal_backdrop: text,
  color_success: text,
  color_text: text,
  dim_border_radius: text,
  dim_font_size: text,
  dim_spacing_size: text,
  font_family_body: text,
  font_family_heading: text,
});

/** WCAG 2.2, success criterion 1.4.3. */
const LEAST_CONTRAST = 4.5;

/** POLICY: text a prescriber can read at a glance, and that leaves room for an order line. */
const FONT_PX = { least: 12, most: 20 };
const RADIUS_PX = { least: 0, most: 16 };
const SPACING_PX = { least: 8, most: 24 };

/** Grounds that stay ours whatever the EHR's style: verdict, notice and error grounds, fields, marks, steps of the plot. */
const OWN_GROUNDS = ['#ffffff', '#fdecec', '#fff5dc', '#e6f1f5', '#e4ecf3', '#d4e4f1', '#cfe3ef'].map(
  colourOf,
);

/** Inks that stay ours: verdict colours and the quiet grey. A ground on which one of them fades is not taken. */
const OWN_INKS = ['#9b1c1c', '#7a4a00', '#12566b', '#4b5b69'].map(colourOf);

const OWN_INK = colourOf('#17222d');
const OWN_ACCENT = colourOf('#0b5394');
const OWN_PAGE = colourOf('#f3f5f7');

function colourOf(hex: string): Rgb {
  const colour = readColour(hex);
  if (colour === null) throw new Error(`${hex} is no colour`);
  return colour;
}

function isLegible(ink: Rgb, grounds: readonly Rgb[]): boolean {
  return grounds.every((ground) => contrast(ink, ground) >= LEAST_CONTRAST);
}

function colours(style: z.infer<typeof smartStyle>): Record<string, string> {
  const named = (value: string | undefined) => (value === undefined ? null : readColour(value));
  const wantedGround = named(style.color_background);
  const wantedInk = named(style.color_text);

  // Ink and ground are meant for each other: where either cannot be had, neither is.
  const grounds = [...OWN_GROUNDS, wantedGround ?? OWN_PAGE];
  const isTaken = isOwnLegibleOn(wantedGround ?? OWN_PAGE) && isLegible(wantedInk ?? OWN_INK, grounds);
  const ground = isTaken ? wantedGround : null;
  const ink = isTaken ? wantedInk : null;
  const wantedAccent = named(style.color_highlight);
  const accent =
    wantedAccent !== null && isLegible(wantedAccent, [...OWN_GROUNDS, ground ?? OWN_PAGE])
      ? wantedAccent
      : null;
  return {
    ...(ground === null ? {} : { '--ground': writeColour(ground), '--card': writeColour(ground) }),
    ...(ink === null ? {} : { '--ink': writeColour(ink) }),
    ...(accent === null ? {} : { '--accent': writeColour(accent) }),
  };
}

function isOwnLegibleOn(ground: Rgb): boolean {
  return [...OWN_INKS, OWN_ACCENT].every((ink) => isLegible(ink, [ground]));
}

const ROOT_FONT_PX = 16;

/** A length in px, rem or em, in pixels. */
function readLength(value: string | undefined): number | null {
  const parts = /^(\d{1,4}(?:\.\d{1,3})?)(px|rem|em)$/.exec(value?.trim() ?? '');
  if (parts === null) return null;
  return Number(parts[1]) * (parts[2] === 'px' ? 1 : ROOT_FONT_PX);
}

function length(name: string, value: string | undefined, { least, most }: { least: number; most: number }) {
  const pixels = readLength(value);
  return pixels === null || pixels < least || pixels > most ? {} : { [name]: `${pixels}px` };
}

const GENERIC_FAMILIES: ReadonlySet<string> = new Set(['serif', 'sans-serif', 'monospace', 'system-ui']);
const FAMILY = /^[A-Za-z][A-Za-z0-9 -]{0,40}$/;

/** A list of font names, each quoted anew. One odd name and the list is not taken. */
function fonts(name: string, value: string | undefined): Record<string, string> {
  const families = (value ?? '').split(',').map((part) =>
    part
      .trim()
      .replace(/^(['"])(.*)\1$/, '$2')
      .trim(),
  );
  if (!families.every((family) => FAMILY.test(family) || family === '-apple-system')) return {};
  const written = families.map((family) => (GENERIC_FAMILIES.has(family) ? family : `"${family}"`));
  return { [name]: [...written, 'sans-serif'].join(', ') };
}

/**
 * The CSS variables an EHR's style sets, as one rule of CSS; null where it sets none. Verdict colours are never among them.
 *
 * @param body the parsed JSON at smart_style_url, whatever it is.
 */
export function smartStyleCss(body: unknown): string | null {
  const parsed = smartStyle.safeParse(body);
  if (!parsed.success) return null;
  const style = parsed.data;
  const variables = {
    ...colours(style),
    ...length('--radius', style.dim_border_radius, RADIUS_PX),
    ...length('--text', style.dim_font_size, FONT_PX),
    ...length('--space', style.dim_spacing_size, SPACING_PX),
    ...fonts('--font', style.font_family_body),
    ...fonts('--heading-font', style.font_family_heading),
  };
  const lines = Object.entries(variables).map(([name, value]) => `${name}:${value}`);
  return lines.length === 0 ? null : `:root{${lines.join(';')}}`;
}
