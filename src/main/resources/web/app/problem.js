// Shows why the API refused something: beside the fields that it names, and above them.

const box = document.getElementById('problem');
const unreached = { detail: 'The service was not reached. Send it again: it is done once.' };
const unauthorized = 'Give a key that is valid.';

/** What an answer says; a problem of the API's form where it says nothing that can be read. */
export async function answered(asking) {
  try {
    const answer = await asking;
    return { status: answer.status, link: answer.headers.get('Link'), body: await answer.json() };
  } catch {
    return { status: 0, body: unreached };
  }
}

function tell(field, detail) {
  const place = document.getElementById(`${field.id}-fault`);
  place.textContent = detail;
  if (detail) {
    field.setAttribute('aria-invalid', 'true');
    field.closest('details')?.setAttribute('open', '');
  } else {
    field.removeAttribute('aria-invalid');
  }
}

function fields() {
  return [...document.querySelectorAll('.sheet [id]')].filter((field) => document.getElementById(`${field.id}-fault`));
}

/** Takes back all that was wrong. */
export function clear() {
  box.hidden = true;
  fields().forEach((field) => tell(field, ''));
}

/** Shows a problem, and leads to the first field that it is about. */
export function show(problem, detail = problem.detail) {
  const unknown = problem.code === 'unauthorized';
  document.getElementById('problem-detail').textContent = unknown ? unauthorized : detail;
  box.hidden = false;
  const errors = unknown ? [{ pointer: '/key', detail: unauthorized }] : (problem.errors ?? []);
  const wrong = fields().filter((field) => {
    const own = errors.filter((error) => error.pointer === `/${field.id}`).map((error) => error.detail);
    tell(field, own.join(' '));
    return own.length > 0;
  });
  (wrong[0] ?? box).focus();
}
