/** Curves with bands of errors. */

import { drawn, element } from './element.js';

export const WIDTH = 520;
const HEIGHT = 300;
const FRAME = { left: 58, right: 12, top: 12, bottom: 44 };

/**
 * Draws curves over one variable.
 * @param {string} caption what it shows
 * @param {string} x the horizontal axis
 * @param {string} y the vertical axis
 * @param {{label: string, x: number[], y: number[], error: ?number[], dashed: boolean}[]} curves null breaks a line
 */
export function chart(caption, x, y, curves) {
  const heights = curves.flatMap(c => c.y.flatMap((v, k) => v === null ? [] : [v - half(c, k), v + half(c, k)]));
  const { svg, across, up } = plane(caption, x, extent(curves.flatMap(c => c.x)), y, extent(heights));
  curves.forEach((curve, n) => {
    const colour = `var(--c${n % 6 + 1})`;
    runs(curve).forEach(run => {
      if (curve.error) svg.append(drawn('path', { d: band(curve, run, across, up), fill: colour, opacity: 0.18 }));
      svg.append(drawn('path', { d: path(curve, run, across, up), fill: 'none', stroke: colour, 'stroke-width': 1.8,
        ...(curve.dashed ? { 'stroke-dasharray': '5 3' } : {}) }));
    });
  });
  const legend = element('div', {}, ...curves.map((curve, n) => {
    const key = element('span', {}, '━ ', curve.label + '\u2003');
    key.style.color = `var(--c${n % 6 + 1})`;
    return key;
  }));
  return element('figure', {}, svg, legend, element('figcaption', {}, caption));
}

const half = (curve, k) => curve.error?.[k] ?? 0;

/** An empty figure with its axes, and where on it a value lies. */
export function plane(caption, x, xEnds, y, yEnds, height = HEIGHT, right = FRAME.right) {
  const across = scale(xEnds, FRAME.left, WIDTH - right);
  const up = scale(yEnds, height - FRAME.bottom, FRAME.top);
  const svg = drawn('svg', { class: 'chart', viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', 'aria-label': caption });
  axes(svg, across, up, x, y);
  return { svg, across, up };
}

/** The least and the largest of the values that are numbers. */
export function extent(values) {
  const finite = values.filter(v => v !== null && Number.isFinite(v));
  if (!finite.length) return [0, 1];
  const [low, high] = finite.reduce(([a, b], v) => [Math.min(a, v), Math.max(b, v)], [Infinity, -Infinity]);
  return low === high ? [low - 0.5, high + 0.5] : [low, high];
}

function scale([low, high], from, to) {
  const at = v => from + (v - low) / (high - low) * (to - from);
  at.range = [from, to];
  const raw = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map(f => f * power).find(s => s >= raw);
  const ticks = [];
  for (let t = Math.ceil(low / step - 1e-9) * step; t <= high + 1e-9 * step; t += step) ticks.push(Math.abs(t) < 1e-9 * step ? 0 : t);
  return Object.assign(at, { ticks });
}

function axes(svg, across, up, x, y) {
  const [[left, right], [bottom, top]] = [across.range, up.range];
  up.ticks.forEach(t => {
    svg.append(drawn('line', { class: 'grid', x1: left, x2: right, y1: up(t), y2: up(t) }));
    svg.append(drawn('text', { x: left - 7, y: up(t) + 4, 'text-anchor': 'end' }, String(Number(t.toPrecision(6)))));
  });
  across.ticks.forEach(t => svg.append(drawn('text', { x: across(t), y: bottom + 17, 'text-anchor': 'middle' }, String(Number(t.toPrecision(6))))));
  svg.append(drawn('path', { class: 'axis', fill: 'none', d: `M${left} ${top}V${bottom}H${right}` }));
  svg.append(drawn('text', { x: (left + right) / 2, y: bottom + 38, 'text-anchor': 'middle' }, x));
  svg.append(drawn('text', { x: 14, y: (top + bottom) / 2, 'text-anchor': 'middle', transform: `rotate(-90 14 ${(top + bottom) / 2})` }, y));
}

/** The unbroken runs of a curve, as pairs of a first index and the one after the last. */
function runs({ y }) {
  const found = [];
  for (let k = 0; k < y.length; k++) {
    if (y[k] === null) continue;
    const begin = k;
    while (k < y.length && y[k] !== null) k++;
    found.push([begin, k]);
  }
  return found;
}

const indices = ([begin, end]) => Array.from({ length: end - begin }, (_, n) => begin + n);
const spot = (px, py) => `${px.toFixed(1)} ${py.toFixed(1)}`;

function path(curve, run, across, up) {
  return 'M' + indices(run).map(k => spot(across(curve.x[k]), up(curve.y[k]))).join('L');
}

function band(curve, run, across, up) {
  const there = indices(run).map(k => spot(across(curve.x[k]), up(curve.y[k] + half(curve, k))));
  const back = indices(run).reverse().map(k => spot(across(curve.x[k]), up(curve.y[k] - half(curve, k))));
  return 'M' + [...there, ...back].join('L') + 'Z';
}
