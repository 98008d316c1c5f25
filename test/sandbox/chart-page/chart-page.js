// Tabs, the Orders list that follows the store, the fault switches and the upload.

for (const chart of document.querySelectorAll('[data-patient]')) {
  const tabs = [...chart.querySelectorAll('[role=tab]')];
  const orders = chart.querySelector('[data-orders]');
  const drafts = chart.querySelector('[data-drafts]');

  const select = (chosen) => {
    for (const tab of tabs) {
      tab.setAttribute('aria-selected', String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
      document.getElementById(tab.getAttribute('aria-controls')).hidden = tab !== chosen;
    }
    refreshOrders();
  };

  async function refreshOrders() {
    const answer = await fetch(`/chart/${chart.dataset.patient}/orders`).catch(() => null);
    if (!answer?.ok) return;
    const text = await answer.text();
    if (orders.dataset.shown === text) return;
    orders.dataset.shown = text;
    orders.innerHTML = text;
    const count = orders.querySelectorAll('.order.draft').length;
    drafts.textContent = String(count);
    drafts.hidden = count === 0;
  }

  // The chart is opened, and the hook for it called; who comes from the link of a card has it open.
  const opened = chart.querySelector('[data-opened]');
  async function showOpened(method) {
    const answer = await fetch(`/chart/${chart.dataset.patient}/opened`, { method }).catch(() => null);
    if (answer?.ok) opened.innerHTML = await answer.text();
  }
  showOpened(new URLSearchParams(location.search).has('card') ? 'GET' : 'POST');

  for (const [place, tab] of tabs.entries()) {
    tab.addEventListener('click', () => select(tab));
    tab.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step === undefined) return;
      const next = tabs[(place + step + tabs.length) % tabs.length];
      select(next);
      next.focus();
    });
  }

  // SMART Web Messaging: the app in this chart's frame alone, from its own origin alone.
  const frame = chart.querySelector('iframe');
  addEventListener('message', async ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== frame.dataset.origin) return;
    const answer = await fetch(`/chart/${chart.dataset.patient}/messages`, {
      method: 'POST',
      body: JSON.stringify(data),
    });
    if (!answer.ok) return;
    const { reply, show } = await answer.json();
    source.postMessage(reply, origin);
    if (show === null) refreshOrders();
    else select(tabs.find((tab) => tab.id.startsWith(`tab-${show}-`)));
  });

  chart.addEventListener('submit', async (event) => {
    if (event.target.dataset.refresh !== 'orders') return;
    event.preventDefault();
    await fetch(event.target.action, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(new FormData(event.target)),
    });
    await Promise.all([refreshOrders(), showOpened('GET')]);
  });

  setInterval(refreshOrders, 2000);
}

const switches = document.querySelector('[data-faults]');
const set = async (settings) => {
  const answer = await fetch('/sandbox/faults', { method: 'PUT', body: JSON.stringify(settings) });
  const body = await answer.json();
  const status = switches.querySelector('[role=status]');
  status.textContent = answer.ok
    ? 'Switched. The app in the frame goes on; open the chart again for a new launch.'
    : body.issue[0].diagnostics;
  if (answer.ok) switches.elements.faults.value = JSON.stringify(body, null, 1);
};
const written = () => {
  try {
    return JSON.parse(switches.elements.faults.value);
  } catch {
    return null;
  }
};
switches.addEventListener('change', (event) => {
  const { preset } = event.target.dataset;
  const settings = written();
  if (preset === undefined || settings === null) return;
  for (const [key, value] of Object.entries(JSON.parse(preset))) {
    if (event.target.checked) settings[key] = value;
    else delete settings[key];
  }
  switches.elements.faults.value = JSON.stringify(settings, null, 1);
});
switches.addEventListener('submit', (event) => {
  event.preventDefault();
  const settings = written();
  if (settings === null) switches.querySelector('[role=status]').textContent = 'The switches are not JSON.';
  else set(settings);
});
switches.querySelector('[data-reset]').addEventListener('click', () => {
  for (const box of switches.querySelectorAll('[data-preset]')) box.checked = false;
  set({});
});

const upload = document.querySelector('[data-upload]');
upload.querySelector('input').addEventListener('change', async (event) => {
  const status = upload.querySelector('[role=status]');
  const { files } = event.target;
  if (files.length === 0) return;
  status.textContent = `Reading ${[...files].map(({ name }) => name).join(', ')}...`;
  const answer = await fetch('/sandbox/patients', { method: 'POST', body: new FormData(upload) });
  const body = await answer.json();
  if (answer.ok) location.assign(`/chart/${body.patient}`);
  else status.textContent = body.issue[0].diagnostics;
});
