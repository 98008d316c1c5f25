/** Colours as numbers, and how well one can be read on another. */

/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

/** "#rgb", "#rrggbb" or "rgb(1, 2, 3)". Anything else, see-through colours among them, is null. */
export function readColour(text: string): Rgb | null {
  const value = text.trim().toLowerCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(value);
  if (short !== null) return rgb(short.slice(1).map((digit) => Number.parseInt(digit + digit, 16)));
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(value);
  if (long !== null) return rgb(long.slice(1).map((pair) => Number.parseInt(pair, 16)));
  const numbers = /^rgb\((\d{1,3}), ?(\d{1,3}), ?(\d{1,3})\)$/.exec(value);
  return numbers === null ? null : rgb(numbers.slice(1).map(Number));
}

function rgb([red = 0, green = 0, blue = 0]: readonly number[]): Rgb | null {
  return [red, green, blue].every((part) => part <= 255) ? [red, green, blue] : null;
}

export function writeColour(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** From 1 to 21. @see WCAG 2.2, "contrast ratio" and "relative luminance" */
export function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
