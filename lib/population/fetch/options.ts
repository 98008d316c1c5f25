/** The command line's words for fetching an export. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Refused } from '#lib/assess/read-task.ts';
import { settings } from '#lib/settings/environment.ts';
import { SettingsError } from '#lib/settings/settings-error.ts';
import { keySetSchema, type SigningKey } from '#lib/settings/signing-keys.ts';
import { isSecure } from '#lib/settings/site.ts';
import type { Words } from '#lib/words/words-for.ts';

export interface FetchOptions {
  readonly issuer: string;
  readonly out: string;
  readonly group: string | null;
  readonly clientId: string;
  readonly key: SigningKey;
  readonly hosts: readonly string[];
}

/** Whoever names no client and no keys has them from the settings of the app, where the issuer is listed. */
export function readFetchOptions(words: Words, args: readonly string[]): FetchOptions | Refused {
  try {
    return checked(words, args);
  } catch (error) {
    return {
      refused:
        error instanceof SettingsError || error instanceof TypeError
          ? error.message
          : words.population.fetch.noKeys,
    };
  }
}

function checked(words: Words, args: readonly string[]): FetchOptions | Refused {
  const says = words.population.fetch;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      group: { type: 'string' },
      'client-id': { type: 'string' },
      keys: { type: 'string' },
      host: { type: 'string', multiple: true },
    },
  });
  const [issuer, ...more] = positionals;
  if (issuer === undefined || more.length > 0) return { refused: says.usage };
  const address = URL.parse(issuer);
  if (address === null || !isSecure(address) || address.username !== '') return { refused: says.noIssuer };
  if (!values.out) return { refused: says.noOut };
  const site =
    values['client-id'] !== undefined ? null : settings().sites.find((one) => one.issuer === issuer);
  const clientId = values['client-id'] ?? site?.clientId;
  if (clientId === undefined) return { refused: says.noClient };
  const file = values.keys ?? process.env.KEYS_FILE;
  if (!file) return { refused: says.noKeys };
  const { keys } = keySetSchema.parse(
    JSON.parse(readFileSync(path.resolve(process.env.INIT_CWD ?? '.', file), 'utf8')),
  );
  const [key] = keys;
  if (key === undefined) return { refused: says.noKeys };
  return {
    issuer,
    out: path.resolve(process.env.INIT_CWD ?? '.', values.out),
    group: values.group ?? null,
    clientId,
    key,
    hosts: values.host ?? [],
  };
}
