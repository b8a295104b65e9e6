// A file is sent twice: to be checked, with what is wrong in each line, and to be kept.

import { identity, once } from './key.js';
import { clear, show } from './problem.js';
import { count, element, number } from './telling.js';

const form = document.getElementById('import');
const part = (id) => document.getElementById(id);
const options = ['on_error', 'on_duplicate', 'new_unit'];
const unreached = { detail: 'The service was not reached, or the file has changed since: choose it again.' };
let key;
let sending;

function parsed(request) {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return unreached;
  }
}

/** Sends the file instead of what is still sent, and says how far it is; fetch cannot tell that. */
function send(file, query, headers, working) {
  sending?.abort();
  const request = new XMLHttpRequest();
  sending = request;
  return new Promise((resolve) => {
    const progress = part('progress');
    request.open('POST', `/v1/claims/import?${query}`);
    Object.entries(headers).forEach(([name, text]) => request.setRequestHeader(name, text));
    request.upload.addEventListener('progress', ({ loaded, total }) => (progress.value = total ? loaded / total : 0));
    request.upload.addEventListener('load', () => {
      progress.removeAttribute('value');
      part('progress-label').textContent = working;
    });
    request.addEventListener('loadend', () => request === sending && resolve(request));
    progress.value = 0;
    part('progress-label').textContent = 'Sending the file';
    request.send(file);
  });
}

function row(error) {
  const cells = [error.line, error.column, error.code, error.detail].map((text) => element('td', {}, `${text ?? ''}`));
  return element('tr', {}, ...cells);
}

function list(errors, more) {
  part('error-rows').replaceChildren(...errors.map(row));
  part('errors').hidden = errors.length === 0;
  if (more) {
    part('result').append(element('p', {}, `${count(more, 'more error')} not shown.`));
  }
}

function facts(body) {
  const told = [['Claims in the file', body.read], [body.dry_run ? 'New' : 'Kept', body.created],
    ['Standing already', body.duplicates], ['Wrong', body.failed]];
  return element('dl', { class: 'tally' }, ...told.map(([name, many]) =>
    element('div', {}, element('dt', {}, name), element('dd', {}, number(many)))));
}

function reported(body) {
  const title = body.dry_run ? 'Checked; nothing is kept yet' : 'Imported';
  part('result').replaceChildren(element('h2', {}, title), facts(body));
  if (!body.dry_run) {
    const link = element('a', { href: '/claims?sort=-created_at' }, 'See the claims that were recorded last');
    part('result').append(element('p', {}, link));
  }
  part('commit').hidden = !body.dry_run || body.created === 0;
  part('commit').textContent = `Import ${count(body.created, 'claim')}`;
  list(body.errors, body.more_errors);
}

function forget() {
  clear();
  part('result').replaceChildren();
  part('commit').hidden = true;
  list([]);
}

async function load(dry) {
  const file = part('file').files[0];
  const query = new URLSearchParams(options.map((name) => [name, part(name).value]));
  if (dry) {
    query.set('dry_run', 'true');
    key = once();
  }
  forget();
  part('sending').hidden = false;
  part('check').disabled = true;
  const headers = { 'Content-Type': 'text/csv', ...identity(), ...(dry ? {} : { 'Idempotency-Key': key }) };
  const request = await send(file, query, headers, dry ? 'Checking the claims' : 'Keeping the claims');
  const body = parsed(request);
  part('sending').hidden = true;
  part('check').disabled = false;
  if (request.status === 200) {
    reported(body);
  } else {
    show(body);
    list((body.errors ?? []).filter((error) => error.line));
  }
}

function chosen() {
  const file = part('file').files[0];
  part('check').disabled = !file;
  forget();
  if (file) {
    load(true);
  }
}

function dropped(event) {
  event.preventDefault();
  part('drop').classList.remove('over');
  part('file').files = event.dataTransfer.files;
  chosen();
}

if (form) {
  const drop = part('drop');
  drop.addEventListener('dragover', (event) => {
    event.preventDefault();
    drop.classList.add('over');
  });
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
  drop.addEventListener('drop', dropped);
  part('file').addEventListener('change', chosen);
  options.forEach((name) => part(name).addEventListener('change', chosen));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    load(true);
  });
  part('commit').addEventListener('click', () => load(false));
  form.hidden = false;
}
