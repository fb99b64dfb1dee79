/** The runs: their state, their results, and several beside each other. */

import { byId, element } from './element.js';
import { chart } from './chart.js';
import { map } from './map.js';
import { get, post, remove } from './server.js';

const OVER = new Set(['finished', 'failed', 'cancelled']);
const MOST_FIGURES = 4;

const drawing = (caption, figure) => figure.kind === 'map' ? map(caption, figure) : chart(caption, figure.x, figure.y, figure.curves);

export class Runs {
  constructor() {
    this.jobs = [];
    this.compared = new Set();
    this.rows = new Map();
    this.shown = '';
    this.drawn = '';
  }

  /** Takes the state of all jobs as the server tells it. */
  async update(jobs) {
    this.jobs = jobs;
    this.table();
    const shown = jobs.find(job => job.id === this.shown);
    if (shown) await this.result(shown);
  }

  /** Shows a run's result, or what there is of it so far. */
  async open(id) {
    this.shown = id;
    this.drawn = '';
    this.table();
    await this.update(this.jobs);
    byId('result').scrollIntoView({ block: 'start' });
  }

  table() {
    const table = byId('job-table');
    table.hidden = this.jobs.length === 0;
    byId('no-jobs').hidden = this.jobs.length > 0;
    const rows = this.jobs.map(job => this.keptRow(job));
    const body = table.tBodies[0];
    if (rows.length !== body.children.length || rows.some((row, k) => row !== body.children[k])) body.replaceChildren(...rows);
  }

  /** The row of a job: made anew only when more than its progress has changed, so that nothing moves under a hand. */
  keptRow(job) {
    const { frames, fraction, phase, ...lasting } = job;
    const state = JSON.stringify([lasting, job.id === this.shown]);
    const kept = this.rows.get(job.id);
    if (kept?.state === state) {
      kept.row.querySelector('.progress').replaceChildren(...progress(job));
      return kept.row;
    }
    const row = this.row(job);
    this.rows.set(job.id, { state, row });
    return row;
  }

  row(job) {
    const over = OVER.has(job.state);
    const compare = element('input', {
      type: 'checkbox', checked: this.compared.has(job.id), disabled: job.state !== 'finished',
      attributes: { 'aria-label': `Compare ${job.title}`, 'data-keep': 'compare-' + job.id },
      on: { change: event => this.compare(job.id, event.target.checked) },
    });
    const act = (text, listener, keep) => element('button', { type: 'button', attributes: { 'data-keep': keep + job.id }, on: { click: listener } }, text);
    const buttons = over
      ? [job.state === 'finished' ? act('Show', () => this.open(job.id), 'show-') : null,
        act('Forget', () => remove('jobs/' + job.id), 'forget-')]
      : [job.state === 'running' ? act('Watch', () => this.open(job.id), 'show-') : null,
        act('Cancel', () => post(`jobs/${job.id}/cancel`), 'cancel-')];
    return element('tr', { className: job.id === this.shown ? 'chosen' : '' },
      element('td', {}, compare), element('td', {}, job.title, element('div', { className: 'hint' }, job.name)),
      element('td', { className: job.state === 'failed' ? 'problem' : job.state === 'finished' ? 'fine' : '' }, job.state, ...sentences(job)),
      element('td', { className: 'progress' }, ...progress(job)),
      element('td', {}, element('div', { className: 'buttons' }, ...buttons)));
  }

  async compare(id, wanted) {
    if (wanted) this.compared.add(id); else this.compared.delete(id);
    const place = byId('comparison');
    const chosen = this.jobs.filter(job => this.compared.has(job.id));
    if (chosen.length < 2) {
      place.replaceChildren(element('p', { className: 'hint' }, chosen.length ? 'Choose another run to compare it with.' : ''));
      return;
    }
    const results = await Promise.all(chosen.map(async job => ({ job, steps: await get(`jobs/${job.id}/curves`) })));
    const figures = new Map();
    results.forEach(({ job, steps }) => steps.forEach(step => step.figures.forEach(figure => {
      const key = `${step.step} of ${step.of.join(', ')}: ${figure.title}`;
      if (!figures.has(key)) figures.set(key, []);
      figures.get(key).push({ job, figure });
    })));
    const shared = [...figures].filter(([, found]) => new Set(found.map(({ job }) => job.id)).size > 1);
    place.replaceChildren(element('h3', {}, 'Runs beside each other'),
      shared.length ? element('div', { className: 'charts' }, ...shared.flatMap(([key, found]) => together(key, found)))
        : element('p', { className: 'hint' }, 'These runs have no figure in common: the same step of coordinates with the same names.'));
  }

  async result(job) {
    byId('result').hidden = false;
    byId('result-state').textContent = `${job.title}: ${job.state}`;
    const version = `${job.id} ${job.state} ${job.frames}`;
    if (version === this.drawn) return;
    this.drawn = version;
    const report = byId('report');
    const finished = job.state === 'finished';
    byId('downloads').replaceChildren(...(finished ? job.files.flatMap(file =>
      [element('a', { href: `view/${job.key}/${encodeURIComponent(file)}`, download: file }, file), ' · ']) : []),
      ...(job.key ? [element('a', { href: `view/${job.key}/job.yaml`, download: job.name + '.yaml' }, 'job file')] : []));
    if (finished && job.files.includes('report.html')) {
      byId('live').replaceChildren();
      const address = `view/${job.key}/report.html`;
      if (report.getAttribute('src') !== address) report.src = address;
      report.hidden = false;
      return;
    }
    report.hidden = true;
    report.removeAttribute('src');
    const steps = job.state === 'running' || finished ? await get(`jobs/${job.id}/curves`).catch(() => []) : [];
    if (this.shown !== job.id) return;
    byId('live').replaceChildren(...steps.flatMap(step => [element('h3', {}, step.name), element('p', {}, step.headline),
      element('div', { className: 'charts' }, ...step.figures.slice(0, MOST_FIGURES).map(figure => drawing(figure.title, figure)))]));
    if (!steps.length && job.state === 'running') byId('live').append(element('p', { className: 'hint' }, 'Landscapes appear here once enough frames were read.'));
  }
}

/** The same figure of several runs: their curves in one, their maps side by side. */
function together(key, found) {
  const [{ figure }] = found;
  if (figure.kind === 'map') return found.map(({ job, figure: one }) => map(`${key} · ${job.name}`, one));
  const curves = found.flatMap(({ job, figure: one }) => one.curves.map(curve => ({ ...curve, label: `${curve.label} · ${job.name}` })));
  return [chart(key, figure.x, figure.y, curves)];
}

function sentences(job) {
  const lines = [...(job.message ? [job.message] : []), ...job.problems.map(p => `line ${p.line}: ${p.message}`), ...job.warnings];
  if (!lines.length) return [];
  return [element('details', {}, element('summary', {}, lines.length === 1 ? '1 remark' : `${lines.length} remarks`),
    element('ul', {}, ...lines.map(line => element('li', {}, line))))];
}

function progress(job) {
  if (job.state !== 'running') return job.frames ? [`${job.frames.toLocaleString('en')} frames`] : [''];
  const bar = element('progress', { max: 1, attributes: { 'aria-label': `Progress of ${job.title}` } });
  if (job.fraction !== null) bar.value = job.fraction;
  return [bar, element('div', { className: 'hint' }, `${job.phase} · ${job.frames.toLocaleString('en')} frames`)];
}
