// Type-ahead: names of subjects and claimants like what is typed; a name that is picked leads to its page.

const field = document.getElementById('search');
const list = document.getElementById('named');
const pages = new Map();
const pause = 150;
let waiting;

async function named(kind, text) {
  const answer = await fetch(`/v1/${kind}?limit=5&q=${encodeURIComponent(text)}`);
  return answer.ok ? (await answer.json()).items.map((item) => [item.name, `/${kind}/${item.slug}`]) : [];
}

async function suggest(text) {
  const found = await Promise.all(['subjects', 'claimants'].map((kind) => named(kind, text)));
  if (field.value.trim() !== text) {
    return; // typed on meanwhile
  }
  pages.clear();
  found.flat().forEach(([name, page]) => pages.set(name, page));
  list.replaceChildren(
    ...[...pages.keys()].map((name) => {
      const option = document.createElement('option');
      option.value = name;
      return option;
    }),
  );
}

field?.addEventListener('input', () => {
  const page = pages.get(field.value);
  if (page) {
    location.assign(page);
    return;
  }
  clearTimeout(waiting);
  const text = field.value.trim();
  if (text.length > 1) {
    waiting = setTimeout(() => suggest(text), pause);
  }
});
