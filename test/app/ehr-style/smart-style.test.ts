import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smartStyleCss } from '../../../app/chart/[launch]/ehr-style/smart-style.ts';
import { STYLE_OF_THIS_EHR } from '../../sandbox/chart-page/style-of-this-ehr.ts';

describe("the EHR's own style", () => {
  it('is taken over where everything stays legible', () => {
    expect(smartStyleCss(STYLE_OF_THIS_EHR)).toBe(
      ':root{--ground:#ffffff;--card:#ffffff;--ink:#1b2733;--accent:#2c5d8f;--radius:4px;--text:14px;--space:16px;' +
        '--font:system-ui, "Segoe UI", sans-serif, sans-serif;--heading-font:system-ui, "Segoe UI", sans-serif, sans-serif}',
    );
  });

  it('never sets a verdict colour', () => {
    expect(smartStyleCss({ color_error: '#111111', color_success: '#222222' })).toBeNull();
  });

  it.each([
    ['white on white', { color_background: '#ffffff', color_text: '#fff' }, null],
    ['a ground on which our warnings fade', { color_background: '#101010', color_text: '#fafafa' }, null],
    ['a ground that is as red as our warnings', { color_background: '#9b1c1c' }, null],
    ['a pale highlight', { color_highlight: '#ffee88' }, null],
    ['a see-through text', { color_text: '#00000000' }, null],
    ['a giant font', { dim_font_size: '400px' }, null],
    ['a tiny font', { dim_font_size: '3px' }, null],
    ['a length that is a calculation', { dim_font_size: 'calc(14px + 300vw)' }, null],
    ['an address in place of a colour', { color_background: 'url(javascript:alert(1))' }, null],
    ['a font that closes the rule', { font_family_body: 'Arial} .verdict{display:none' }, null],
    ['a font that closes the element', { font_family_heading: '</style><script>' }, null],
    ['a font that escapes', { font_family_body: '"A\\22 , B"' }, null],
    ['a value that is no text', { color_text: { a: 1 }, dim_font_size: 14 }, null],
    ['a list', ['#fff'], null],
    ['nothing', null, null],
  ])('%s changes nothing that can be read', (_what, style, css) => {
    expect(smartStyleCss(style)).toBe(css);
  });

  it('keeps its shape whatever is sent', () => {
    const keys = fc.constantFrom(...Object.keys(STYLE_OF_THIS_EHR));
    const values = fc.oneof(fc.string(), fc.constantFrom('#fff}', '12px;', 'Arial,url(x)', 'red/**/'));
    fc.assert(
      fc.property(fc.dictionary(keys, values), (style) => {
        const css = smartStyleCss(style);
        expect(css === null || /^:root\{(--[a-z-]+:[A-Za-z0-9#.," -]+;?)+\}$/.test(css)).toBe(true);
      }),
    );
  });
});
