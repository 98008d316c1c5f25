/** Cards as an EHR shows them: above the orders, the worst in colour, a reason asked for whoever passes one over. */
import { type Html, html } from '../chart-page/html.ts';
import { type Desk, NEW_ORDERS, type ShownCard } from './order-desk.ts';

export function newOrderForms(patient: string): Html {
  return html`<section class="new-order" aria-label="New order"><h3>New order</h3>${Object.entries(
    NEW_ORDERS,
  ).map(
    ([name, { text }]) =>
      html`<form method="post" action="/chart/${patient}/orders/new/${name}" data-refresh="orders"><button>${text}</button></form>`,
  )}</section>`;
}

export function cardList(patient: string, desk: Desk | null): Html {
  if (desk === null) return html``;
  if (desk.failed !== null)
    return html`<p class="no-answer" role="status">Decision support did not answer (${desk.failed}). Nothing was checked.</p>`;
  if (desk.cards.length === 0) return html``;
  return html`<section class="cards" role="alert" aria-label="Decision support">${desk.cards.map((card) =>
    cardOf(patient, desk, card),
  )}</section>`;
}

function cardOf(patient: string, desk: Desk, card: ShownCard): Html {
  const reason = desk.overridden.get(card.uuid);
  const action = `/chart/${patient}/cards/${card.uuid}`;
  return html`<article class="card ${card.indicator}" data-card="${card.uuid}">
    <h4><span class="indicator">${card.indicator}</span> ${card.summary}</h4>
    <details><summary>Details</summary>${markdown(card.detail)}</details>
    <p class="source">Source: ${card.source.label}</p>
    <div class="acts">${card.suggestions.map(
      ({ uuid, label }) =>
        html`<form method="post" action="${action}/accept/${uuid}" data-refresh="orders"><button>${label}</button></form>`,
    )}${card.links.map(({ label, type, url }) =>
      type === 'smart'
        ? html`<a href="/chart/${patient}?tab=ldn&card=${card.uuid}">${label}</a>`
        : html`<a href="${url}">${label}</a>`,
    )}</div>
    ${
      reason === undefined
        ? html`<form class="override" method="post" action="${action}/override" data-refresh="orders">
      <label>Override, because <select name="reason" required><option value="">Choose a reason</option>${card.overrideReasons.map(
        ({ code, display }) => html`<option value="${code}">${display}</option>`,
      )}</select></label> <button>Override</button></form>`
        : html`<p class="overridden">Overridden: ${reason}</p>`
    }
  </article>`;
}

/** As much of Markdown as cards use; what was escaped is text again. */
function markdown(text: string): Html {
  return html`${text
    .split('\n\n')
    .map((block) =>
      block.startsWith('- ')
        ? html`<ul>${block.split('\n').map((line) => html`<li>${plain(line.slice(2))}</li>`)}</ul>`
        : html`<p>${bold(block)}</p>`,
    )}`;
}

function bold(block: string): Html {
  const parts = block.split('**');
  return html`${parts.map((part, place) => (place % 2 === 1 ? html`<strong>${plain(part)}</strong>` : plain(part)))}`;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', '#58': ':', '#46': '.' };

function plain(text: string): string {
  return text
    .replace(/\\(.)/g, '$1')
    .replace(/&(lt|gt|amp|#58|#46);/g, (_, name: string) => ENTITIES[name] ?? '');
}
