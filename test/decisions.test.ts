import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const FOLDER = 'docs/decisions';
const decisions = readdirSync(FOLDER).filter((file) => /^\d{3}-/.test(file));

test('the index names every decision by its title, and whether it holds', () => {
  const rows = decisions.map((file) => {
    const text = readFileSync(`${FOLDER}/${file}`, 'utf8');
    const [, number, title] = /^# (\d{3}) (.+)$/m.exec(text) ?? [];
    const by = /Replaced by decision (\d{3})/.exec(text)?.[1];
    return `| [${number}](${file}) | ${title} | ${by === undefined ? 'holds' : `replaced by ${by}`} |`;
  });
  const index = readFileSync(`${FOLDER}/README.md`, 'utf8');
  expect(index.split('\n').filter((line) => line.startsWith('| ['))).toEqual(rows);
});
