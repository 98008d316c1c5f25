/** Reads the source tables: comma-separated, double quotes, first line the column names. */

export type CsvRow = Readonly<Record<string, string>>;

function fields(line: string, file: string, number: number): string[] {
  const out: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;
  for (;;) {
    const match = field.exec(line);
    if (!match) throw new Error(`${file}, line ${number}: not comma-separated values.`);
    out.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    if (match[3] === '') return out;
  }
}

/** One record a line. Throws with file and line when a line has not as many fields as the header. */
export function readCsv(text: string, file: string): CsvRow[] {
  const [header = '', ...lines] = text.split(/\r?\n/);
  const columns = fields(header, file, 1);
  return lines.flatMap((line, index) => {
    if (line === '') return [];
    const values = fields(line, file, index + 2);
    if (values.length !== columns.length) {
      throw new Error(
        `${file}, line ${index + 2}: ${values.length} fields, the header has ${columns.length}.`,
      );
    }
    return [Object.fromEntries(columns.map((column, at) => [column, values[at] ?? '']))];
  });
}
