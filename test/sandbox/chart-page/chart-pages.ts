/** The pages of the pretend EHR: the chart with the app in a frame, and what a prescriber does there. */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Patient } from '@medplum/fhirtypes';
import { PRESCRIBER } from '../../patients/chart-rows.ts';
import type { Faults } from '../faults.ts';
import type { IndexedRepository } from '../fhir/indexed-repository.ts';
import { cardList, newOrderForms } from '../hooks/card-list.ts';
import type { OrderDesk } from '../hooks/order-desk.ts';
import { parseJson, RequestRefused, readBody, redirect, send, sendHtml, sendJson } from '../http.ts';
import { chartSummary } from './chart-summary.ts';
import { faultPanel } from './fault-panel.ts';
import { type Html, html } from './html.ts';
import { actOnOrder, orderList, ordersOf } from './orders.ts';
import { answerMessage, type Messaging } from './web-messaging.ts';
import { dayWords, patientName } from './words.ts';

interface ChartPageParts {
  readonly repository: IndexedRepository;
  readonly faults: Faults;
  /** The title of a patient's story; uploaded patients have none. */
  readonly titles: ReadonlyMap<string, string>;
  readonly launchUrl: (patient: string, user?: string, appContext?: string | null) => string;
  readonly desk: OrderDesk;
  readonly appUrl: string;
  readonly messagingOf: (handle: string) => Messaging | undefined;
}

/** What athenahealth's embedded frame allows: no top navigation. */
const FRAME_PERMISSIONS =
  'allow-forms allow-modals allow-pointer-lock allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts allow-downloads';

const MESSAGE_LIMIT = 1_000_000;

const FILES: Record<string, string> = { 'chart-page.css': 'text/css', 'chart-page.js': 'text/javascript' };

export class ChartPages {
  readonly #parts: ChartPageParts;

  constructor(parts: ChartPageParts) {
    this.#parts = parts;
  }

  async handle(
    request: IncomingMessage,
    response: ServerResponse,
    pathname: string,
    query: URLSearchParams,
  ): Promise<void> {
    const { repository } = this.#parts;
    const file = FILES[pathname.slice(1)];
    if (file !== undefined) {
      return send(response, 200, file, await readFile(new URL(`.${pathname}`, import.meta.url), 'utf8'));
    }
    if (pathname === '/favicon.ico') return send(response, 204, 'image/x-icon', '');
    const [, chart, patient = '', orders, order, act, suggestion] = pathname
      .split('/')
      .map(decodeURIComponent);
    if (chart !== 'chart' || !repository.peek('Patient', patient)) {
      return sendHtml(response, 404, this.#notFound(pathname).text);
    }
    if (orders === 'opened' && order === undefined) {
      if (request.method === 'POST') await this.#parts.desk.open(patient);
      return sendHtml(response, 200, cardList(patient, this.#parts.desk.openedOf(patient)).text);
    }
    if (orders === 'orders' && order === undefined)
      return sendHtml(response, 200, this.#orders(patient).text);
    if ((orders === 'cards' || order === 'new') && act !== undefined) {
      if (request.method !== 'POST')
        throw new RequestRefused(405, 'An order is made, and a card answered, with POST.');
      await this.#atTheDesk(request, patient, [orders ?? '', order ?? '', act, suggestion ?? '']);
      return redirect(response, `/chart/${patient}?tab=orders`);
    }
    if (orders === 'orders' && order !== undefined && act !== undefined) {
      if (request.method !== 'POST')
        throw new RequestRefused(405, 'An order is signed, cancelled, stopped or deleted with POST.');
      const draft = ordersOf(patient, repository).find(
        ({ id, status }) => id === order && status === 'draft',
      );
      if (act !== 'sign' || draft === undefined || (await this.#parts.desk.maySign(patient, draft)))
        await actOnOrder(patient, order, act, repository);
      return redirect(response, `/chart/${patient}?tab=orders`);
    }
    if (orders === 'messages' && request.method === 'POST') {
      const message = parseJson(await readBody(request, MESSAGE_LIMIT));
      return sendJson(
        response,
        200,
        await answerMessage(message, patient, repository, this.#parts.messagingOf),
      );
    }
    if (orders !== undefined) return sendHtml(response, 404, this.#notFound(pathname).text);
    const beside = query.get('beside');
    const shown = beside !== null && repository.peek('Patient', beside) ? [patient, beside] : [patient];
    sendHtml(
      response,
      200,
      this.#page(shown, query.get('tab') ?? 'ldn', query.get('user') ?? undefined, query.get('card')).text,
    );
  }

  async #atTheDesk(
    request: IncomingMessage,
    patient: string,
    [what, name, act, suggestion]: readonly [string, string, string, string],
  ): Promise<void> {
    const { desk } = this.#parts;
    if (what === 'orders') return desk.order(patient, act, { reference: `Practitioner/${PRESCRIBER.id}` });
    if (act === 'accept') return desk.accept(patient, name, suggestion);
    if (act !== 'override') throw new RequestRefused(404, 'A card is accepted or overridden.');
    const form = new URLSearchParams(await readBody(request, MESSAGE_LIMIT));
    return desk.override(patient, name, form.get('reason') ?? '');
  }

  #orders(patient: string): Html {
    const { desk, repository } = this.#parts;
    return html`${cardList(patient, desk.of(patient))}${newOrderForms(patient)}${orderList(patient, repository)}`;
  }

  #page(shown: readonly string[], tab: string, user: string | undefined, card: string | null): Html {
    const { faults } = this.#parts;
    const [first = ''] = shown;
    return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8"><meta name="viewport" content="width=device-width">
  <title>${patientName(this.#patient(first))} · Pretend EHR</title>
  <link rel="stylesheet" href="/chart-page.css">
  <script src="/chart-page.js" defer></script>
  <noscript><style>[role=tabpanel][hidden] { display: block }</style></noscript>
</head>
<body class="${shown.length > 1 ? 'beside' : ''}">
  <header class="top"><strong>Pretend EHR</strong> <span>Every patient here is invented.</span>
    <span class="user">Signed in: ${user === 'dr-second' ? 'Dr. Sasha Second' : 'Dr. Robin Exemplar'}</span></header>
  <nav class="patients" aria-label="Patients">${this.#patientList(first)}
    <form class="panel" data-upload><label>Add patients from FHIR R4 files <input type="file" name="file" multiple
      accept=".json,.ndjson,application/json,application/fhir+json,application/fhir+ndjson"></label>
      <p role="status">A Bundle of any kind, its pages, a list of resources. They and all drafts are gone when the demo ends.</p></form>
    ${faultPanel(faults.settings)}
  </nav>
  <main>${shown.map((patient, place) => this.#chart(patient, tab, user, place, card))}</main>
</body>
</html>`;
  }

  #patientList(current: string): Html {
    const { repository, titles } = this.#parts;
    const patients = repository.rows('Patient') as (Patient & { id: string })[];
    return html`<h2>Patients</h2><ul>${patients.map(
      (
        patient,
      ) => html`<li><a href="/chart/${patient.id}"${patient.id === current && html` aria-current="page"`}>
        <b>${patientName(patient)}</b> <span>${titles.get(patient.id) ?? 'Added from a Bundle'}</span></a>
        ${patient.id !== current && html`<a class="aside" href="/chart/${current}?beside=${patient.id}" title="Open beside the chart that is open">beside</a>`}</li>`,
    )}</ul>`;
  }

  #chart(
    patient: string,
    chosen: string,
    user: string | undefined,
    place: number,
    card: string | null,
  ): Html {
    const { repository, launchUrl, titles, appUrl, desk } = this.#parts;
    const context = card === null ? null : desk.contextOf(patient, card);
    const { birthDate, gender, identifier } = this.#patient(patient);
    const tab = ['chart', 'ldn', 'orders'].includes(chosen) ? chosen : 'ldn';
    const drafts = ordersOf(patient, repository).filter(({ status }) => status === 'draft').length;
    const key = `${patient}-${place}`;
    const tabButton = (name: string, label: string, mark: Html | false = false) =>
      html`<button role="tab" id="tab-${name}-${key}" aria-controls="${name}-${key}" aria-selected="${String(name === tab)}"
        tabindex="${name === tab ? 0 : -1}">${label}${mark}</button>`;
    const panel = (name: string, content: Html) =>
      html`<div role="tabpanel" id="${name}-${key}" aria-labelledby="tab-${name}-${key}" class="${name}"${name !== tab && html` hidden`}>${content}</div>`;
    return html`<article class="chart" data-patient="${patient}">
      <header class="banner"><h1>${patientName(this.#patient(patient))}</h1>
        <p>Born ${dayWords(birthDate)} · ${gender ?? 'sex not recorded'} · ${identifier?.[0]?.value ?? 'no record number'}</p>
        <p class="story">${titles.get(patient) ?? ''}</p></header>
      <div data-opened aria-live="polite"></div>
      <div role="tablist" aria-label="Chart of ${patientName(this.#patient(patient))}">
        ${tabButton('chart', 'Chart')}${tabButton('ldn', 'LDN Titration')}${tabButton(
          'orders',
          'Orders',
          html`<span class="count" aria-hidden="true" data-drafts${drafts === 0 && html` hidden`}>${drafts}</span>`,
        )}
      </div>
      ${panel('chart', chartSummary(patient, repository))}
      ${panel('ldn', html`<iframe title="LDN Titration" sandbox="${FRAME_PERMISSIONS}" src="${launchUrl(patient, user, context)}" data-origin="${appUrl}"></iframe>`)}
      ${panel('orders', html`<div data-orders aria-live="polite">${this.#orders(patient)}</div>`)}
    </article>`;
  }

  #notFound(pathname: string): Html {
    return html`<!doctype html><html lang="en"><title>Pretend EHR</title><link rel="stylesheet" href="/chart-page.css">
      <h1>Pretend EHR: nothing here</h1><p>There is no page ${pathname}. <a href="/">Open the first chart</a>.</p></html>`;
  }

  #patient(id: string): Patient {
    return this.#parts.repository.peek('Patient', id) as Patient;
  }
}
