// Draws the series anew, to be looked into: what the picture shows, with each claim's words under the pointer.

import { CustomChart, LineChart } from 'echarts/charts';
import { DataZoomComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { likely, logical, number, stated } from '../app/telling.js';

echarts.use([
  CustomChart,
  LineChart,
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  CanvasRenderer,
]);

const FADING = 40;
const WIDTH = 8;
// As in the picture (Look), on light and on dark.
const LIGHT = ['#0072b2', '#d55e00', '#00805f', '#b5538c', '#a66f00', '#2a8fc7', '#54595f', '#857a00'];
const DARK = ['#56b4e9', '#ff8a3d', '#2bc79a', '#e39ac3', '#e6a61f', '#8fd0f5', '#d0d4d9', '#f0e442'];
const MARKS = { contradict: '#b3261e', tension: '#8a5300' };

const dark = matchMedia('(prefers-color-scheme: dark)');

/** The last day of a partial date: a year is said until its end. */
function day(date) {
  const [year, month, of] = date.split('-').map(Number);
  return of ? Date.UTC(year, month - 1, of) : Date.UTC(year, month ?? 12, 0);
}

/** A band from one bound to the other, fading out where it is open. */
function band(params, api, point, bounds, opacity, colour) {
  const x = api.coord([api.value(0), point.figure])[0];
  const at = (value) => api.coord([api.value(0), value])[1];
  const [low, high] = bounds;
  const bottom = low === null ? at(point.figure) + FADING : at(low);
  const top = high === null ? at(low ?? point.figure) - FADING : at(high);
  const open = low === null || high === null;
  const fading = new echarts.graphic.LinearGradient(0, low === null ? 1 : 0, 0, low === null ? 0 : 1, [
    { offset: 0, color: 'transparent' },
    { offset: 1, color: colour },
  ]);
  return {
    type: 'rect',
    shape: echarts.graphic.clipRectByRect(
      { x: x - WIDTH / 2, y: top, width: WIDTH, height: Math.max(1, bottom - top) },
      params.coordSys,
    ),
    style: { fill: open ? fading : colour, opacity },
  };
}

/** Claims are joined as in the picture: where their periods begin together, or are each as long. */
function strand(point) {
  const period = point.period ?? '';
  return period.includes('/') ? period.split('/')[0] : `each of ${period.length}`;
}

function name(line, series) {
  return line.subject === series.subject ? line.claimant : `${line.claimant}: ${line.subject}`;
}

function drawn(line, series, marks, colour) {
  const strands = new Map();
  line.points.forEach((point) => {
    const key = strand(point);
    strands.set(key, strands.get(key) ?? []);
    strands.get(key).push(point);
  });
  const common = { name: name(line, series), color: colour };
  const lines = [...strands.values()].map((points) => ({
    ...common,
    type: 'line',
    symbolSize: (value, { data }) => (marks.has(data.point.claim) ? 12 : points.length > 60 ? 3 : 7),
    showAllSymbol: true,
    data: points.map((point) => ({
      value: [day(point.date), point.figure],
      point,
      symbol: marks.has(point.claim) ? 'diamond' : point.superseded ? 'emptyCircle' : 'circle',
      itemStyle: marks.has(point.claim) ? { color: MARKS[marks.get(point.claim)] } : {},
    })),
  }));
  const bands = {
    ...common,
    type: 'custom',
    silent: true,
    z: 1,
    clip: true,
    data: line.points.map((point) => [day(point.date), point.figure]),
    renderItem: (params, api) => {
      const point = line.points[params.dataIndex];
      return {
        type: 'group',
        children: [
          band(params, api, point, [point.low, point.high], 0.25, colour),
          band(params, api, point, [point.likely_low, point.likely_high], 0.5, colour),
        ],
      };
    },
  };
  return [bands, ...lines];
}

/** What is said of a claim under the pointer. */
function words({ name, point }, series, marks) {
  const verdict = { contradict: '\ncontradicted', tension: '\nhardly fits another claim' };
  return `${name}, ${point.date}\n${stated({ ...point, unit: series.unit })}`
    + `\nlikely ${likely(point)}\nthe words allow ${logical(point)}${verdict[marks.get(point.claim)] ?? ''}`;
}

function options(series, marks) {
  const style = getComputedStyle(document.body);
  const ink = style.color;
  const colours = dark.matches ? DARK : LIGHT;
  return {
    animation: false,
    textStyle: { fontFamily: style.fontFamily },
    legend: { type: 'scroll', top: 0, textStyle: { color: ink }, pageTextStyle: { color: ink } },
    grid: { left: 16, right: 24, top: 48, bottom: 64, containLabel: true },
    dataZoom: [
      { type: 'inside', zoomOnMouseWheel: 'ctrl', moveOnMouseWheel: false },
      { type: 'slider', left: 72, right: 32, bottom: 12, height: 20, textStyle: { color: ink } },
    ],
    xAxis: { type: 'time', axisLabel: { color: ink } },
    yAxis: { type: 'value', name: series.unit, nameTextStyle: { color: ink }, axisLabel: { color: ink, formatter: number } },
    tooltip: {
      renderMode: 'richText', // HTML would need styles that the page's policy refuses
      formatter: ({ data, seriesName }) => words({ name: seriesName, point: data.point }, series, marks),
    },
    series: series.lines.flatMap((line, i) => drawn(line, series, marks, colours[i % colours.length])),
  };
}

async function json(address) {
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error(`${address}: ${answer.status}`);
  }
  return answer.json();
}

async function marked(address) {
  const found = new Map();
  for (const verdict of ['tension', 'contradict']) {
    const all = `${address}&verdict=${verdict}&limit=500`;
    for (let next = all; next; ) {
      const page = await json(next);
      page.items.flatMap((item) => [item.claim.id, item.other.id]).forEach((id) => found.set(id, verdict));
      next = page.next && `${all}&cursor=${encodeURIComponent(page.next)}`;
    }
  }
  return found;
}

/** Where the arrow keys can stop: the claims of each line in the order of their dates. */
function stops(drawing) {
  const lines = new Map();
  drawing.forEach(({ type, name, data }, seriesIndex) => {
    if (type === 'line') {
      const some = data.map(({ point }, dataIndex) => ({ name, point, seriesIndex, dataIndex }));
      lines.set(name, [...(lines.get(name) ?? []), ...some]);
    }
  });
  return [...lines.values()].map((line) => line.sort((one, two) => day(one.point.date) - day(two.point.date)));
}

const STEPS = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };
const LINES = { ArrowUp: -1, ArrowDown: 1 };

/** Left and right go from claim to claim of a line, up and down to the nearest one of another. */
function walk(place, lines, visit) {
  const within = (at, list) => list[Math.min(Math.max(at, 0), list.length - 1)];
  const apart = (one, two) => Math.abs(day(one.point.date) - day(two.point.date));
  let line = lines[0];
  let stop = null;
  place.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    if (event.key in STEPS) {
      stop = within(line.indexOf(stop) + STEPS[event.key], line);
    } else if (event.key in LINES) {
      line = within(lines.indexOf(line) + LINES[event.key], lines);
      stop = stop ? line.reduce((near, one) => (apart(one, stop) < apart(near, stop) ? one : near)) : line[0];
    } else if (event.key === 'Enter' && stop) {
      open(stop.point);
    } else {
      return;
    }
    event.preventDefault();
    visit(stop);
  });
}

function open(point) {
  location.assign(`/claims/${point.claim}`);
}

/** A place that the keyboard reaches, beside what is said of where it stands. */
function placed(figure) {
  const picture = figure.querySelector('img');
  const place = document.createElement('div');
  place.className = 'canvas';
  place.tabIndex = 0;
  place.setAttribute('role', 'application');
  place.setAttribute('aria-roledescription', 'chart');
  place.setAttribute('aria-label', picture.alt);
  const told = document.createElement('p');
  told.className = 'hidden';
  told.setAttribute('role', 'status');
  const keys = document.createElement('p');
  keys.className = 'hint';
  keys.textContent = 'Arrow keys go from claim to claim, Enter opens one.';
  picture.replaceWith(place, told, keys);
  return { place, told };
}

async function draw(figure) {
  const [series, marks] = await Promise.all([json(figure.dataset.series), marked(figure.dataset.rivals)]);
  if (series.lines.length === 0) {
    return;
  }
  const { place, told } = placed(figure);
  const chart = echarts.init(place, null, { renderer: 'canvas' });
  const show = () => chart.setOption(options(series, marks), true);
  show();
  dark.addEventListener('change', show);
  new ResizeObserver(() => chart.resize()).observe(place);
  chart.on('click', ({ data }) => data.point && open(data.point));
  walk(place, stops(options(series, marks).series), (stop) => {
    chart.dispatchAction({ type: 'showTip', seriesIndex: stop.seriesIndex, dataIndex: stop.dataIndex });
    told.textContent = words(stop, series, marks).replaceAll('\n', ', ');
  });
  place.addEventListener('blur', () => chart.dispatchAction({ type: 'hideTip' }));
}

// Where it cannot be drawn the picture stays.
document.querySelectorAll('figure.chart').forEach((figure) => draw(figure).catch((error) => console.warn(error)));
