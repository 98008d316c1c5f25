/** The screens of a judged chart as HTML, without a server: whatever the app shows of a chart. */
import { createElement, Fragment } from 'react';
import { renderToString } from 'react-dom/server';
import type { Chart } from '#lib/chart/chart.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import { tablesAge } from '#lib/terminology/tables-age.ts';
import { identityOf } from '#lib/words/en/identity.ts';
import { verdictWords } from '#lib/words/en/judgement.ts';
import { wordsFor } from '#lib/words/words-for.ts';
import { ScreenFrame } from '../../app/chart/[launch]/parts/screen-frame.tsx';
import { Questions } from '../../app/chart/[launch]/review/questions.tsx';
import { CheckList } from '../../app/chart/[launch]/safety/check-list.tsx';
import { OpioidHistory } from '../../app/chart/[launch]/safety/opioid-history.tsx';
import { UnreadParts, Unseen } from '../../app/chart/[launch]/safety/unseen.tsx';
import { VerdictBand } from '../../app/chart/[launch]/safety/verdict-band.tsx';

const words = wordsFor('en');

export function safetyScreen(chart: Chart, judgement: Judgement): string {
  const tables = tablesAge(installedRecogniser().tables.manifest, judgement.asOf);
  return framed('safety', chart, judgement, [
    createElement(VerdictBand, { words, verdict: verdictWords(judgement), beside: null }),
    createElement(UnreadParts, { words, judgement, ledger: chart.ledger, reference: 'r-1' }),
    createElement(OpioidHistory, { words, judgement, isIncomplete: false, hasMedicines: true }),
    createElement(CheckList, {
      words,
      chart,
      judgement,
    }),
    createElement(Unseen, { words, judgement, ledger: chart.ledger, tables, absentTables: [] }),
  ]);
}

export function reviewScreen(chart: Chart, judgement: Judgement): string {
  const {
    findings,
    asOf: today,
    opioid: { evidence },
  } = judgement;
  return framed('review', chart, judgement, [
    createElement(Questions, { words, findings, chart, evidence, typed: {}, today, problems: [] }),
  ]);
}

function framed(
  step: 'safety' | 'review',
  chart: Chart,
  { asOf }: Judgement,
  parts: readonly object[],
): string {
  const facts = {
    launchId: 'l',
    identity: identityOf(chart.patient, asOf),
    ehrName: 'EHR',
    readAt: '14:05',
    isFollowUp: false,
    clockApart: null,
    writing: '',
  };
  const children = createElement(Fragment, null, ...(parts as []));
  return renderToString(createElement(ScreenFrame, { words, facts, step, children }));
}
