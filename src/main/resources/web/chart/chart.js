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
      formatter: ({ data, seriesName }) => {
        const { point } = data;
        const verdict = { contradict: '\ncontradicted', tension: '\nhardly fits another claim' };
        return `${seriesName}, ${point.date}\n${stated({ ...point, unit: series.unit })}`
          + `\nlikely ${likely(point)}\nthe words allow ${logical(point)}${verdict[marks.get(point.claim)] ?? ''}`;
      },
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
    const page = await json(`${address}&verdict=${verdict}&limit=500`);
    page.items.flatMap((item) => [item.claim.id, item.other.id]).forEach((id) => found.set(id, verdict));
  }
  return found;
}

async function draw(figure) {
  const [series, marks] = await Promise.all([json(figure.dataset.series), marked(figure.dataset.rivals)]);
  if (series.lines.length === 0) {
    return;
  }
  const picture = figure.querySelector('img');
  const place = document.createElement('div');
  place.className = 'canvas';
  place.setAttribute('role', 'img');
  place.setAttribute('aria-label', picture.alt);
  picture.replaceWith(place);
  const chart = echarts.init(place, null, { renderer: 'canvas' });
  const show = () => chart.setOption(options(series, marks), true);
  show();
  dark.addEventListener('change', show);
  new ResizeObserver(() => chart.resize()).observe(place);
  chart.on('click', ({ data }) => data.point && location.assign(`/claims/${data.point.claim}`));
}

// Where it cannot be drawn the picture stays.
document.querySelectorAll('figure.chart').forEach((figure) => draw(figure).catch((error) => console.warn(error)));
