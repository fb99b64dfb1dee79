/** Functions of two variables as colours. */

import { drawn, element } from './element.js';
import { WIDTH, extent, plane } from './chart.js';

const HEIGHT = 400;
const BAR = { room: 78, width: 14 };
const CLASSES = 12;

/** From deep blue to pale yellow, even in lightness, so that it reads in grey and for every colour vision. */
const colour = place => `oklch(${0.3 + 0.66 * place} ${0.11 + 0.05 * Math.sin(Math.PI * place)} ${283 - 178 * place})`;

/**
 * Draws a map; cells without a value stay empty.
 * @param {string} caption what it shows
 * @param {{x: string, y: string, xs: number[], ys: number[], values: (?number)[][], unit: string}} figure centres of cells, and values by x and y
 */
export function map(caption, { x, y, xs, ys, values, unit }) {
  const [left, right] = ends(xs);
  const [bottom, top] = ends(ys);
  const [low, high] = extent(values.flat());
  const { svg, across, up } = plane(caption, x, [left, right], y, [bottom, top], HEIGHT, BAR.room);
  const level = v => Math.min(CLASSES - 1, Math.floor((v - low) / (high - low) * CLASSES)) / (CLASSES - 1);
  svg.append(drawn('image', {
    href: picture(xs.length, ys.length, (i, j) => values[i][j] === null ? null : colour(level(values[i][j]))),
    x: across(left), y: up(top), width: across(right) - across(left), height: up(bottom) - up(top),
    preserveAspectRatio: 'none', style: 'image-rendering: pixelated',
  }));
  const at = WIDTH - BAR.room + 12;
  const step = (up(bottom) - up(top)) / CLASSES;
  for (let k = 0; k < CLASSES; k++) {
    svg.append(drawn('rect', { x: at, y: up(bottom) - (k + 1) * step, width: BAR.width, height: step + 0.5, fill: colour(k / (CLASSES - 1)) }));
  }
  for (let k = 0; k <= CLASSES; k += 3) {
    const value = Number((low + (high - low) * k / CLASSES).toPrecision(3));
    svg.append(drawn('text', { x: at + BAR.width + 5, y: up(bottom) - k * step + 4 }, String(value)));
  }
  return element('figure', {}, svg, element('figcaption', {}, unit ? `${caption}, in ${unit}` : caption));
}

/** The outer edges of evenly spaced cells. */
function ends(centres) {
  const half = centres.length > 1 ? (centres[1] - centres[0]) / 2 : 0.5;
  return [centres[0] - half, centres[centres.length - 1] + half];
}

/** One pixel a cell, the last row on top. */
function picture(columns, rows, fill) {
  const canvas = element('canvas', { width: columns, height: rows });
  const pen = canvas.getContext('2d');
  for (let i = 0; i < columns; i++) {
    for (let j = 0; j < rows; j++) {
      const paint = fill(i, j);
      if (paint) {
        pen.fillStyle = paint;
        pen.fillRect(i, rows - 1 - j, 1, 1);
      }
    }
  }
  return canvas.toDataURL();
}
