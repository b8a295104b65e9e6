// Names that are known, to be suggested while somebody types.

const pause = 200;

/** Does it once nobody has typed for a moment. */
export function calm(work) {
  let waiting;
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(work, pause);
  };
}

/** The things of that kind with a name like the text, the nearest first; none where it is too short to tell. */
export async function named(kind, text, limit) {
  if (text.length < 2) {
    return [];
  }
  const answer = await fetch(`/v1/${kind}?limit=${limit}&q=${encodeURIComponent(text)}`).catch(() => null);
  return answer?.ok ? (await answer.json()).items : [];
}

/** Suggests these texts in the list of a field. */
export function offer(list, texts) {
  list.replaceChildren(
    ...texts.map((text) => {
      const option = document.createElement('option');
      option.value = text;
      return option;
    }),
  );
}
