/** The table of docs/audit.md, from the schema in the code. */
import { auditLineSchema } from '#lib/operations/audit.ts';

export function auditFields(): string {
  const rows = Object.entries(auditLineSchema.shape).map(
    ([name, field]) =>
      `| ${name} | ${field.isOptional() ? 'where it applies' : 'always'} | ${descriptionOf(field)} |`,
  );
  return `| field | | meaning |\n|---|---|---|\n${rows.join('\n')}`;
}

function descriptionOf(field: { readonly description?: string | undefined }): string {
  return field.description ?? '';
}
