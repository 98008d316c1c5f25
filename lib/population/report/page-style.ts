/** Of the report's page; prints in black on white. */
import { Html } from './html.ts';

export const PAGE_STYLE = new Html(`
body { font: 16px/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { font-size: 1.2rem; margin: 2rem 0 0.5rem; }
.sum { font-size: 1.15rem; font-weight: 600; }
.warning { border-left: 6px solid #a4262c; padding: 0.1rem 1rem 0.5rem; background: #fdf3f4; }
.warning h2 { margin-top: 0.5rem; }
table { border-collapse: collapse; width: 100%; margin: 0.5rem 0; }
caption { text-align: left; font-weight: 600; padding: 0.5rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.8rem 0.3rem 0; border-bottom: 1px solid #d5d5d5; overflow-wrap: anywhere; }
th { overflow-wrap: normal; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.bars th { font-weight: 400; width: 40%; }
.bar { width: 40%; }
.bar svg { display: block; }
.bar rect { fill: #2b5797; }
@media print { body { margin: 0; max-width: none; } section { break-inside: avoid-page; } }
`);
