/** A browser without JavaScript: cookies, redirects, forms. As much as a whole journey through the app needs, and fast. */

export interface Page {
  readonly url: string;
  readonly status: number;
  readonly html: string;
}

const MOST_REDIRECTS = 12;
/** As a browser waits; longer than any answer of the app. */
const ANSWER_LIMIT_MS = 120_000;

export class PaperBrowser {
  /** Cookies by origin and name. */
  readonly #jar = new Map<string, Map<string, string>>();
  /** Every address visited. */
  readonly visited: string[] = [];

  async open(address: string, init: RequestInit = {}): Promise<Page> {
    let [url, request] = [address, init];
    for (let step = 0; step < MOST_REDIRECTS; step += 1) {
      const answer = await this.fetch(url, request);
      const location = answer.headers.get('location');
      if (location === null || answer.status < 300 || answer.status > 399) {
        return { url, status: answer.status, html: await answer.text() };
      }
      await answer.body?.cancel();
      url = new URL(location, url).href;
      // 307 asks for the same again at the other address; after every other answer a browser goes on with GET.
      if (answer.status !== 307) request = {};
    }
    throw new Error('redirected without end');
  }

  /**
   * Presses the button with this value of `go` (or the form's first button) on a page.
   * @param typed replaces what stands in fields; of each group of radio buttons not named, the first is chosen.
   * @param sender the site whose page posts the form, where it is another.
   */
  async press(
    page: Page,
    go: string,
    typed: Readonly<Record<string, string>> = {},
    { signal, sender }: { readonly signal?: AbortSignal; readonly sender?: string } = {},
  ): Promise<Page> {
    const form = formWith(page.html, go);
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...fieldsOf(form), ...typed, go })) body.append(name, value);
    return this.open(page.url, {
      method: 'POST',
      body,
      signal,
      headers: { origin: sender ?? new URL(page.url).origin },
    });
  }

  /** The secrets this browser holds for an origin. */
  cookieValues(origin: string): readonly string[] {
    return [...(this.#jar.get(origin)?.values() ?? [])];
  }

  /** One request, not followed. */
  async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    this.visited.push(url);
    const { origin } = new URL(url);
    const jar = this.#jar.get(origin) ?? new Map<string, string>();
    this.#jar.set(origin, jar);
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await globalThis.fetch(url, {
      ...init,
      headers,
      redirect: 'manual',
      signal: init.signal ?? AbortSignal.timeout(ANSWER_LIMIT_MS),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0\b/i.test(line) || value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  }
}

function formWith(html: string, go: string): string {
  const forms = [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)].map(([form]) => form);
  const found = forms.find((form) => form.includes(`value="${go}"`));
  if (found === undefined) throw new Error(`no form of this page has a button "${go}": ${titleOf(html)}`);
  return found;
}

function fieldsOf(form: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const attribute = (name: string) => unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
    const [type, name] = [attribute('type'), attribute('name')];
    if (name === '' || (type === 'checkbox' && !/\schecked=/.test(tag))) continue;
    if (type === 'radio' && name in fields && !/\schecked=/.test(tag)) continue;
    fields[name] = type === 'checkbox' ? attribute('value') || 'on' : attribute('value');
  }
  for (const [, name = '', options = ''] of form.matchAll(
    /<select\b[^>]*\bname="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
  )) {
    const chosen =
      /<option[^>]*\bvalue="([^"]*)"[^>]*\bselected/.exec(options) ?? /\bvalue="([^"]*)"/.exec(options);
    fields[unescaped(name)] = unescaped(chosen?.[1] ?? '');
  }
  return fields;
}

/** The heading of a page: what a person would say they are looking at. */
export function titleOf(html: string): string {
  const headings = [...html.matchAll(/<h[12]\b[^>]*>([\s\S]*?)<\/h[12]>/g)];
  return headings.map(([, text = '']) => unescaped(text.replace(/<[^>]*>/g, '')).trim()).join(' | ');
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#39': "'",
};

function unescaped(text: string): string {
  return text.replace(/&(#?\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}
