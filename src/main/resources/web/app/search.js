// Type-ahead: names of subjects and claimants like what is typed; a name that is picked leads to its page.

import { calm, named, offer } from './names.js';

const kinds = ['subjects', 'claimants'];
const field = document.getElementById('search');
const pages = new Map();

async function suggest() {
  const text = field.value.trim();
  const found = await Promise.all(kinds.map((kind) => named(kind, text, 5)));
  if (field.value.trim() !== text) {
    return; // typed on meanwhile
  }
  pages.clear();
  found.forEach((items, i) => items.forEach((item) => pages.set(item.name, `/${kinds[i]}/${item.slug}`)));
  offer(document.getElementById('named'), [...pages.keys()]);
}

const look = calm(suggest);

field?.addEventListener('input', () => {
  const page = pages.get(field.value);
  if (page) {
    location.assign(page);
  } else {
    look();
  }
});
