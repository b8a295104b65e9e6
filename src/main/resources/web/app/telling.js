// Figures in words and as pictures, as the pages that the service makes have them.

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 0.12;
const LEAST = 0.6;

export const number = (value) => value.toLocaleString(undefined, { maximumSignificantDigits: 21 }).replace('-', '\u2212');

/** "1 claim", "1,628 claims". */
export const count = (many, one) => `${number(many)} ${many === 1 ? one : `${one}s`}`;

const unit = ({ unit }) => (unit ? ` ${unit}` : '');

/** The figure, never without how it was stated: "almost 1,000,000 people". */
export function stated(claim) {
  const figure = number(claim.figure);
  switch (claim.qualifier) {
    case 'plain':
      return figure + unit(claim);
    case 'between':
      return `between ${figure} and ${number(claim.figure_to)}${unit(claim)}`;
    default:
      return `${claim.qualifier.replaceAll('_', ' ')} ${figure}${unit(claim)}`;
  }
}

function between(low, high) {
  if (low === null) {
    return high === null ? 'anything' : `at most ${number(high)}`;
  }
  if (high === null) {
    return `at least ${number(low)}`;
  }
  return low === high ? number(low) : `${number(low)} to ${number(high)}`;
}

/** What the words allow. */
export const logical = (claim) => between(claim.low, claim.high);

/** What a reader would take it for. */
export const likely = (claim) => between(claim.likely_low, claim.likely_high);

/** What a reader would take it for, and what the words allow, in a sentence. */
export function bounds(claim) {
  return `A reader would likely take it for ${likely(claim)}${unit(claim)}; `
    + `the words allow ${logical(claim)}${unit(claim)}.`;
}

/** An element with these attributes and what stands in it. */
export function element(name, attributes, ...inside) {
  return filled(document.createElement(name), attributes, inside);
}

const drawn = (name, attributes, ...inside) => filled(document.createElementNS(SVG, name), attributes, inside);

function filled(made, attributes, inside) {
  Object.entries(attributes).forEach(([attribute, value]) => made.setAttribute(attribute, value));
  made.append(...inside);
  return made;
}

/** The bounds of one figure on an axis of its own. */
export function interval(claim) {
  const numbers = [claim.figure, claim.figure_to, claim.low, claim.high, claim.likely_low, claim.likely_high].filter(
    (value) => value !== null,
  );
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const room = (high > low ? high - low : Math.max(1, Math.abs(high))) * MARGIN;
  const place = (value) => ((value - low + room) / (high - low + 2 * room)) * 100;
  const band = (name, from, to) => {
    const start = from === null ? 0 : place(from);
    const width = Math.max(LEAST, (to === null ? 100 : place(to)) - start);
    return drawn('rect', { class: name, x: `${start}%`, width: `${width}%`, y: 6, height: 16 });
  };
  const at = `${place(claim.figure)}%`;
  const picture = drawn(
    'svg',
    { class: 'interval', role: 'img', 'aria-label': `The words allow ${logical(claim)}; likely is ${likely(claim)}.` },
    band('logical', claim.low, claim.high),
    band('likely', claim.likely_low, claim.likely_high),
    drawn('line', { class: 'stated', x1: at, x2: at, y1: 2, y2: 26 }),
  );
  if (claim.low === null) {
    picture.append(drawn('text', { x: 0, y: 19 }, '\u2190'));
  }
  if (claim.high === null) {
    picture.append(drawn('text', { x: '100%', y: 19, 'text-anchor': 'end' }, '\u2192'));
  }
  return picture;
}
