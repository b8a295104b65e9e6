// A claim is read, and looked for among those that are kept, while it is typed; the API keeps it.

import { identity, once } from './key.js';
import { calm, named, offer } from './names.js';
import { answered, clear, show } from './problem.js';
import { bounds, element, interval, stated } from './telling.js';

const form = document.getElementById('claim');
const number = /^-?\d+(\.\d+)?$/;
const kinds = { subject: 'subjects', claimant: 'claimants', source: 'sources' };

const value = (name) => form.elements[name].value.trim();

const get = (address) => answered(fetch(address));

function post(address, body, headers = {}) {
  return answered(
    fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }),
  );
}

/** What is typed, as the API takes it; a number that is none is left to be refused. */
function claim() {
  const numbers = ['figure', 'figure_to'];
  const names = [...numbers, 'figure_text', 'unit', 'qualifier', 'subject', 'period', 'quote', 'claimant', 'date',
    'source', 'note'];
  return Object.fromEntries(
    names
      .filter((name) => value(name))
      .map((name) => [name, numbers.includes(name) && number.test(value(name)) ? Number(value(name)) : value(name)]),
  );
}

async function read() {
  const place = document.getElementById('reading');
  const [text, unit] = [value('figure_text'), value('unit')];
  if (!text) {
    place.replaceChildren();
    return null;
  }
  const { status, body } = await post('/v1/figures/parse', unit ? { text, unit } : { text });
  if (text !== value('figure_text') || unit !== value('unit')) {
    return null; // typed on meanwhile
  }
  if (status !== 200) {
    place.replaceChildren(status === 0 ? '' : element('p', {}, (body.errors ?? [body]).map((error) => error.detail).join(' ')));
    return null;
  }
  place.replaceChildren(
    element('p', {}, 'Read as ', element('span', { class: 'figure' }, stated(body)), '.'),
    interval(body),
    element('p', { class: 'bounds' }, bounds(body)),
  );
  return body;
}

function row(kept) {
  const link = element('a', { href: `/claims/${kept.id}` }, `${kept.claimant}: ${stated(kept)}`);
  return element('li', {}, link, `, ${[kept.subject, kept.period, kept.date].filter(Boolean).join(', ')}`);
}

/** Shows what the claimant is known to have said of the subject with the same number. */
async function compare(reading) {
  const place = document.getElementById('alike');
  const figure = claim().figure ?? reading?.figure;
  const asked = { claimant: value('claimant'), subject: value('subject'), figure_gte: figure, figure_lte: figure };
  const query = new URLSearchParams(Object.entries(asked).filter(([, text]) => text));
  if (typeof figure !== 'number' || !asked.claimant) {
    place.replaceChildren();
    return;
  }
  const { status, body } = await get(`/v1/claims?limit=3&${query}`);
  const kept = status === 200 ? body.items : [];
  place.replaceChildren(
    ...(kept.length === 0
      ? []
      : [element('p', { class: 'alike' }, 'Kept already, with the same number:'), element('ul', {}, ...kept.map(row))]),
  );
}

async function suggest(name) {
  const text = value(name);
  const items = await named(kinds[name], text, 8);
  if (text === value(name)) {
    offer(list(name), items.map((item) => item.name ?? item.url ?? item.citation));
  }
}

const list = (name) => document.getElementById(`${name}-names`);

async function offerUnits() {
  const { status, body } = await get('/v1/units');
  if (status === 200) {
    offer(list('unit'), body.items.map((unit) => unit.name));
  }
}

/** Another claim than the one that stands already may be kept as any other. */
function changed() {
  document.getElementById('standing').hidden = true;
}

function refused({ link, body }) {
  const standing = link?.match(/<\/v1(\/claims\/[^>]+)>; rel="duplicate"/)?.[1];
  document.getElementById('standing').hidden = !standing;
  if (standing) {
    document.getElementById('standing-claim').href = standing;
    show(body, 'This claim stands already. Keep it a second time only if it was said twice.');
    document.getElementById('standing-claim').focus();
  } else {
    show(body);
  }
  const wrong = (body.errors ?? []).map((error) => error.pointer);
  if (wrong.includes('/unit')) {
    document.getElementById('doubted').hidden = false;
  }
  if (wrong.includes('/figure_text')) {
    document.getElementById('number').open = true;
  }
}

let key = once();

async function keep(event) {
  event.preventDefault();
  const insisting = { duplicate: event.submitter?.value, new_unit: form.elements.new_unit.checked && 'true' };
  const query = new URLSearchParams(Object.entries(insisting).filter(([, insisted]) => insisted));
  const buttons = form.querySelectorAll('button');
  buttons.forEach((button) => (button.disabled = true));
  const answer = await post(`/v1/claims?${query}`, claim(), { ...identity(), 'Idempotency-Key': key });
  buttons.forEach((button) => (button.disabled = false));
  if (answer.status === 201) {
    clear();
    location.assign(`/claims/${answer.body.id}`);
  } else if (answer.body.code === 'idempotency_key_reused') {
    key = once();
    show(answer.body, 'The claim was kept before you changed it. Look for it before you keep it again.');
  } else {
    refused(answer);
  }
}

if (form) {
  document.getElementById('read').remove();
  const look = calm(async () => compare(await read()));
  ['figure_text', 'unit', 'figure', 'claimant', 'subject'].forEach((name) =>
    form.elements[name].addEventListener('input', look),
  );
  Object.keys(kinds).forEach((name) => form.elements[name].addEventListener('input', calm(() => suggest(name))));
  form.elements.unit.addEventListener('focus', offerUnits, { once: true });
  form.addEventListener('input', changed);
  form.addEventListener('submit', keep);
  look();
}
