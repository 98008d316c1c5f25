/** HTML as tagged templates: every value is escaped unless it is HTML made here. */

export interface Html {
  readonly text: string;
}

type Value = string | number | Html | readonly (string | Html)[] | null | undefined | false;

export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return {
    text: parts.reduce(
      (text, part, index) => `${text}${part}${index < values.length ? shown(values[index]) : ''}`,
      '',
    ),
  };
}

function shown(value: Value): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
  if ('text' in value) return value.text;
  return value.map(shown).join('');
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
