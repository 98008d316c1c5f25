/** The report as a page of its own: no script, nothing from elsewhere, to be read and printed. */
import { countBars } from '#lib/drawings/population-bars.ts';
import type { Words } from '#lib/words/words-for.ts';
import { type Html, html, NOTHING } from './html.ts';
import { PAGE_STYLE } from './page-style.ts';
import { isWhole, type Report } from './report.ts';

/** @returns the text of report.html */
export function reportPage(words: Words, report: Report): string {
  const { asOf, timeZone, transactionTime, version, tables, patients } = report;
  const { notExported, otherFiles } = report.export;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.population.report.title}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<h1>${words.population.report.title}</h1>
<p>${words.population.report.made(asOf, timeZone)} ${transactionTime === null ? words.population.report.noTime : words.population.report.exported(transactionTime)} ${words.population.report.by(version, tables)}</p>
<p class="sum">${words.population.report.patients(patients.judged, patients.in)} ${patients.deleted > 0 ? words.population.report.deleted(patients.deleted) : ''}</p>
${isWhole(report) ? NOTHING : notRead(words, report)}
${notExported.length > 0 ? html`<p>${words.population.report.notExported(notExported)}</p>` : NOTHING}
${otherFiles.length > 0 ? html`<p>${words.population.report.otherFiles(otherFiles)}</p>` : NOTHING}
${naltrexoneAndOpioid(words, report)}
${verdicts(words, report)}
${outcomes(words, report)}
${cannotTell(words, report)}
${checks(words, report)}
${unsignedDrafts(words, report)}
${overdueReviews(words, report)}
${notJudged(words, report)}
${rows(words, report)}
</body>
</html>
`.text;
}

function notRead(words: Words, { unplaced, rows, export: { gaps, outcomes }, patients }: Report): Html {
  const lines = [
    ...gaps,
    ...(outcomes > 0 ? [words.population.report.notRead.outcomes(outcomes)] : []),
    ...(unplaced.rows > 0 ? [words.population.report.notRead.unplaced(unplaced.rows)] : []),
    ...(rows.tooLarge > 0 ? [words.population.report.notRead.tooLarge(rows.tooLarge)] : []),
    ...(patients.notJudged > 0 ? [words.population.report.notRead.notJudged(patients.notJudged)] : []),
  ];
  return html`<section class="warning"><h2>${words.population.report.notRead.title}</h2><p>${words.population.report.notRead.intro}</p>
<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></section>`;
}

function naltrexoneAndOpioid(words: Words, { lists }: Report): Html {
  const { title, intro, naltrexone, opioids } = words.population.report.both;
  const rows = lists.naltrexoneAndOpioid.map((one) => ({
    ...one,
    cells: [one.naltrexone.join('; '), one.opioids.join('; ')],
  }));
  return section(title, rows.length > 0 ? intro : null, patientTable(words, [naltrexone, opioids], rows));
}

function verdicts(words: Words, { verdicts: count, patients }: Report): Html {
  const { title, ...label } = words.population.report.verdicts;
  const counts = (['present', 'cannot-tell', 'none-found'] as const).map(
    (one) => [label[one], count[one]] as const,
  );
  return section(title, words.population.report.caveat, bars(words, counts, patients.judged));
}

const OUTCOMES = ['blocked', 'cannot-tell', 'needs-confirmation', 'draft', 'no-draft'] as const;

function outcomes(words: Words, { outcomes: count, patients, table: cells }: Report): Html {
  const { title, ...label } = words.population.report.outcomes;
  const { verdict, total, caption } = words.population.report.table;
  const lines = (['present', 'cannot-tell', 'none-found'] as const).map((one) => {
    const counts = OUTCOMES.map((outcome) => cells[one][outcome]);
    return [words.population.report.verdicts[one], ...counts, counts.reduce((sum, part) => sum + part, 0)];
  });
  return section(
    title,
    words.population.report.counted,
    html`${bars(
      words,
      OUTCOMES.map((one) => [label[one], count[one]] as const),
      patients.judged,
    )}
${table([verdict, ...OUTCOMES.map((one) => label[one]), total], lines, caption)}`,
  );
}

function cannotTell(words: Words, report: Report): Html {
  const { title, intro } = words.population.report.cannotTell;
  const counts = report.cannotTell.map(
    ({ reason, patients }) => [reasonWords(words, reason), patients] as const,
  );
  return section(
    title,
    counts.length > 0 ? intro : null,
    counts.length > 0 ? bars(words, counts, null) : none(words),
  );
}

/** "R01 MedicationRequest row-not-whole" */
function reasonWords(words: Words, reason: string): string {
  const [rule = '', ...rest] = reason.split(' ');
  const last = rest.at(-1) ?? '';
  const said = words.population.report.cannotTell.unread[last];
  if (said === undefined && rule === 'R06') return words.ruleTitles.titles.R06;
  return said === undefined ? rest.join(' ') : [...rest.slice(0, -1), said].join(': ');
}

function checks(words: Words, { checks: found }: Report): Html {
  const { title, check, blocks, confirm, informs } = words.population.report.checks;
  const lines = found.map((one) => [
    `${one.rule} ${words.ruleTitles.titles[one.rule]}`,
    one.blocks,
    one.confirm,
    one.informs,
  ]);
  return section(
    title,
    null,
    lines.length > 0 ? table([check, blocks, confirm, informs], lines) : none(words),
  );
}

function unsignedDrafts(words: Words, { lists }: Report): Html {
  const { title, order, on, days } = words.population.report.unsigned;
  const rows = lists.unsignedDrafts.map((one) => ({
    ...one,
    cells: [one.source, one.on ?? '', one.days === null ? '' : String(one.days)],
  }));
  return section(title, null, patientTable(words, [order, on, days], rows));
}

function overdueReviews(words: Words, { lists }: Report): Html {
  const { title, intro, order, by, notTold } = words.population.report.overdue;
  const rows = lists.overdueReviews.map((one) => ({ ...one, cells: [one.source, one.by ?? notTold] }));
  return section(title, rows.length > 0 ? intro : null, patientTable(words, [order, by], rows));
}

function notJudged(words: Words, { lists }: Report): Html {
  const rows = lists.notJudged.map((one) => ({ ...one, cells: [one.why] }));
  return section(
    words.population.report.notJudged.title,
    null,
    patientTable(words, [words.population.report.notJudged.why], rows),
  );
}

function rows(words: Words, { rows: count }: Report): Html {
  const { title, ...label } = words.population.report.rows;
  const kinds = Object.keys(label) as (keyof typeof label)[];
  const lines = kinds.map((kind) => [label[kind], count[kind]]);
  return section(title, null, table([], lines));
}

function section(title: string, intro: string | null, body: Html): Html {
  return html`<section><h2>${title}</h2>${intro === null ? NOTHING : html`<p>${intro}</p>`}${body}</section>`;
}

const none = (words: Words) => html`<p>${words.population.report.none}</p>`;

interface PatientRow {
  readonly patient: string;
  readonly name?: string;
  readonly cells: readonly string[];
}

function patientTable(words: Words, heads: readonly string[], rows: readonly PatientRow[]): Html {
  if (rows.length === 0) return none(words);
  const isNamed = rows.some(({ name }) => name !== undefined);
  return table(
    [words.population.report.patient, ...(isNamed ? [words.population.report.name] : []), ...heads],
    rows.map(({ patient, name, cells }) => [patient, ...(isNamed ? [name ?? ''] : []), ...cells]),
  );
}

function table(
  heads: readonly string[],
  lines: readonly (readonly (string | number)[])[],
  caption?: string,
): Html {
  const cell = (value: string | number) =>
    typeof value === 'number' ? html`<td class="number">${shown(value)}</td>` : html`<td>${value}</td>`;
  return html`<table>${caption === undefined ? NOTHING : html`<caption>${caption}</caption>`}
${heads.length === 0 ? NOTHING : html`<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>`}
<tbody>${lines.map((line) => html`<tr>${line.map(cell)}</tr>`)}</tbody></table>`;
}

const BAR = 22;

/** Each bar with its words and number beside it: the picture says nothing that they do not. */
function bars(words: Words, counts: readonly (readonly [string, number])[], whole: number | null): Html {
  return html`<table class="bars"><tbody>${countBars(counts, whole).map(
    ({ label, count, width, share }) => html`<tr><th scope="row">${label}</th>
<td class="number">${shown(count)}</td><td class="number">${share === null ? '' : words.population.report.share(share)}</td>
<td class="bar"><svg width="100%" height="${BAR}" aria-hidden="true"><rect width="${width}%" height="${BAR}"></rect></svg></td></tr>`,
  )}</tbody></table>`;
}

const shown = (count: number) => count.toLocaleString('en');
