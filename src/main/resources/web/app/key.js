// The key of who may write: kept for this session of the browser, and sent in a header alone.

const field = document.getElementById('key');
const name = 'key';

function stored() {
  try {
    return sessionStorage.getItem(name) ?? '';
  } catch {
    return ''; // where the browser keeps nothing it is typed each time
  }
}

function store(key) {
  try {
    sessionStorage.setItem(name, key);
  } catch {
    // as above
  }
}

if (field) {
  field.value ||= stored();
  field.addEventListener('input', () => store(field.value.trim()));
}

/** The headers that say who asks; none where no key is given. */
export function identity() {
  const key = field.value.trim();
  return key ? { Authorization: `Bearer ${encodeURI(key)}` } : {};
}

/** A name for one request, under which it is done once however often it is sent. */
export function once() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
