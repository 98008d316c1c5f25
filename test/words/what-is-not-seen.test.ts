/** "What this app cannot see" as the Safety screen shows it: the tables' age, and the tables that a site has removed. */
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { OPTIONAL_FILES, type OptionalFile } from '#lib/terminology/tables.ts';
import { tablesAge } from '#lib/terminology/tables-age.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { absentTables } from '#lib/words/en/tables.ts';
import { wordsFor } from '#lib/words/words-for.ts';
import { Unseen } from '../../app/chart/[launch]/safety/unseen.tsx';
import { tables } from '../terminology/describe-medication.ts';
import { judgement } from './judgement-fixture.ts';

function screen({ today = '2026-11-22', absent = [] as readonly OptionalFile[] }) {
  return renderToStaticMarkup(
    createElement(Unseen, {
      words: wordsFor('en'),
      judgement: judgement(),
      ledger: { entries: [], unreadKinds: [], problems: [] },
      tables: tablesAge(
        { ...tables.manifest, releases: [{ of: 'RxNorm', release: '2026-11-03' }] },
        today as CalendarDate,
      ),
      absentTables: absentTables({ absent }),
    }),
  );
}

describe('the age of the opioid tables', () => {
  test('their date is on the screen, quietly, for twelve months', () => {
    expect(screen({ today: '2027-11-30' })).toContain(
      '<p class="muted">Opioid tables of RxNorm 2026-11-03.</p>',
    );
  });

  test('past twelve months the screen warns that newer opioids may not be recognised', () => {
    expect(screen({ today: '2027-12-01' })).toContain(
      '<p class="notice">Opioid tables of RxNorm 2026-11-03. They are 13 months old: newer opioid products may not be recognised.',
    );
  });
});

describe('a table that the site has removed', () => {
  test('is named on the screen with what is not recognised for want of it', () => {
    const list = screen({ absent: OPTIONAL_FILES });
    expect(list).toContain('<li>What SNOMED CT codes mean: this site has removed the table.');
    expect(list).toContain('<li>What UK dm+d codes mean: this site has removed the table.');
  });

  test('is not named where nothing is removed', () => {
    expect(screen({})).not.toContain('removed');
  });
});
