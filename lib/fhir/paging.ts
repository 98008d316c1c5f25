/** All pages of a search. The walk is fhirclient's; what it may ask for, and when it must stop, is decided here. */
import smart from 'fhirclient';
import type FhirClientClass from 'fhirclient/lib/FhirClient.js';
import type { FhirAnswer, FhirServer, FhirSilence } from './fhir-server.ts';
import { Fields, isObject, type JsonObject } from './fields.ts';
import { nextLinks } from './next-links.ts';

/** The package hands this class out, and its types leave it out. */
const { FhirClient } = smart as unknown as { FhirClient: typeof FhirClientClass };

/** POLICY: with 200 rows a page, more than any chart holds; a server that goes on is going in circles. */
const MOST_PAGES = 100;

/** The page that did not come, and everything after it. */
export interface PageLost {
  /** From 1. */
  readonly page: number;
  /** `loop`, `too-many`, `no-bundle` and `bad-link` are found here; otherwise what the server answered. */
  readonly why: 'loop' | 'too-many' | 'no-bundle' | 'bad-link' | FhirAnswer | FhirSilence;
}

export interface PagesRead {
  /** Bundles, in order. */
  readonly pages: readonly JsonObject[];
  readonly lost: PageLost | null;
}

/** Reads a search to its end. What could be read before a page was lost is kept. @see FHIR R4 Bundle.link "next" */
export async function readPages(
  server: FhirServer,
  address: string,
  mostPages = MOST_PAGES,
): Promise<PagesRead> {
  const guarded = new GuardedPages(server, mostPages);
  const pages: JsonObject[] = [];
  const ways = [address];
  for (const way of ways) {
    for await (const page of guarded.pages(way)) pages.push(page as unknown as JsonObject);
    if (guarded.lost !== null) break;
    ways.push(...guarded.takeSideways());
  }
  return { pages, lost: guarded.lost };
}

/** What these pages hold, in their order, an OperationOutcome beside the rows included. @see FHIR R4 Bundle.entry.resource */
export function resourcesIn(pages: readonly JsonObject[]): Fields[] {
  return pages
    .flatMap((page) => new Fields(page, []).objects('entry'))
    .flatMap((entry) => entry.object('resource') ?? []);
}

class GuardedPages extends FhirClient {
  lost: PageLost | null = null;
  readonly #server: FhirServer;
  readonly #mostPages: number;
  readonly #asked = new Set<string>();
  /** Further `next` links of a page that has several. */
  #sideways: string[] = [];

  constructor(server: FhirServer, mostPages: number) {
    super(server.base);
    this.#server = server;
    this.#mostPages = mostPages;
  }

  /** What was not asked for on the way here. */
  takeSideways(): string[] {
    const left = this.#sideways.filter((address) => !this.#asked.has(address));
    this.#sideways = [];
    return [...new Set(left)];
  }

  /** Null ends the walk. */
  override async fhirRequest<T>(address: string | URL): Promise<T> {
    return (await this.#page(`${address}`)) as T;
  }

  async #page(address: string): Promise<JsonObject | null> {
    const page = this.#asked.size + 1;
    const absolute = URL.parse(address, `${this.#server.base}/`)?.href ?? address;
    if (this.#asked.has(absolute)) return this.#lose(page, 'loop');
    if (page > this.#mostPages) return this.#lose(page, 'too-many');
    this.#asked.add(absolute);
    const answer = await this.#server.get(address);
    if (answer.kind === 'silence' || answer.status !== 200) return this.#lose(page, answer);
    const { body } = answer;
    if (!isObject(body) || body.resourceType !== 'Bundle') return this.#lose(page, 'no-bundle');
    const links = nextLinks(body);
    if (!links.every((link) => typeof link === 'string'))
      return this.#lose(page + 1, 'bad-link', { ...body, link: [] });
    const [next, ...others] = links.map((link) => this.#addressOf(link, absolute));
    this.#sideways.push(...others);
    const rest = selfLinks(body);
    return { ...body, link: next === undefined ? rest : [...rest, { relation: 'next', url: next }] };
  }

  /** A relative link is relative to the page it stands on. Behind a proxy servers write http: what is asked goes by the base's https. */
  #addressOf(link: string, page: string): string {
    const url = URL.parse(link, page);
    if (url === null) return link;
    const base = URL.parse(this.#server.base);
    if (url.protocol === 'http:' && base?.protocol === 'https:' && url.host === base.hostname) {
      url.protocol = 'https:';
      url.port = base.port;
    }
    return url.href;
  }

  #lose<T>(page: number, why: PageLost['why'], rest: T | null = null): T | null {
    this.lost = { page, why };
    return rest;
  }
}

/** What the server says it was asked; the other links are no way on. */
function selfLinks({ link }: JsonObject): JsonObject[] {
  if (!Array.isArray(link)) return [];
  return link.filter((one) => isObject(one) && one.relation === 'self' && typeof one.url === 'string');
}
