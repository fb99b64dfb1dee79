/** A form that adds an entry of a chosen type to a list: coordinates, and steps of the analysis. */

import { byId, element } from './element.js';
import { fields } from './forms.js';
import { get } from './server.js';
import { flow } from './yaml.js';

/** What every step takes beside its own parameters. */
const OF = {
  name: 'of', type: { kind: 'Coordinates', minimum: 1, maximum: 9 }, required: true, defaultValue: null, unit: '',
  summary: 'The coordinates, by name.',
};

/** What is offered first: what most people begin with. */
const FIRST = { coordinate: 'distance', step: 'comparison' };

/** The state of every control of a form, by what it is called. */
const filled = place => [...place.querySelectorAll('[data-control]')].map(control =>
  [control.dataset.control, control.type === 'checkbox' ? control.checked : control.value]);

function refill(place, kept) {
  const states = new Map(kept);
  place.querySelectorAll('[data-control]').forEach(control => {
    const state = states.get(control.dataset.control);
    if (typeof state === 'boolean') control.checked = state;
    else if (state) control.value = state;
  });
}

export class Adder {
  /**
   * @param {string} kind 'coordinate' or 'step', which also begins the ids of the form and of its list
   * @param {string} key what a job writes before the type: 'type' or 'step'
   * @param {Object} surroundings see forms.js, and 'installed': the types there are
   * @param {function()} changed called after every change of the list
   */
  constructor(kind, key, surroundings, changed) {
    Object.assign(this, { kind, key, surroundings, changed, entries: [] });
    this.type = element('select', { id: kind + '-type', on: { change: () => this.showFields() } });
    this.name = element('input', { id: kind + '-name', pattern: '[A-Za-z][A-Za-z0-9_]*', required: kind === 'coordinate' });
    this.place = element('div');
    this.form = byId(kind + '-form');
    this.form.append(
      element('div', { className: 'row' },
        element('div', {}, element('label', { htmlFor: kind + '-type' }, `New ${kind}`), this.type),
        element('div', {}, element('label', { htmlFor: kind + '-name' }, kind === 'coordinate' ? 'Name' : 'Name, optional'), this.name)),
      this.place, element('div', { className: 'buttons' }, element('button', { type: 'submit' }, `Add the ${kind}`)));
    this.form.addEventListener('submit', event => {
      event.preventDefault();
      this.add({ ...(this.name.value ? { name: this.name.value } : {}), [this.key]: this.type.value, ...this.fields.values() });
    });
    this.show();
  }

  /** Offers the types that there are now; a choice that is still possible stays. */
  showTypes() {
    const types = this.surroundings.installed().filter(found => found.kind === this.kind);
    const chosen = this.type.value || FIRST[this.kind];
    const before = this.type.value;
    this.type.replaceChildren(...types.map(found => element('option', { value: found.type, title: found.summary }, found.type)));
    if (types.some(found => found.type === chosen)) this.type.value = chosen;
    if (this.type.value !== before) this.showFields();
  }

  /** Draws the fields of the chosen type anew; what was filled in stays where the type does. */
  async showFields() {
    const type = this.type.value;
    if (!type) return;
    const declarations = await get('types/' + encodeURIComponent(type) + '?kind=' + this.kind);
    if (this.type.value !== type || !declarations.length) return;
    const [declaration] = declarations;
    const kept = this.shown === type ? filled(this.place) : [];
    const parameters = this.kind === 'step' ? [OF, ...declaration.parameters] : declaration.parameters;
    this.fields = fields(parameters, {
      ...this.surroundings, coordinates: this.surroundings.coordinates(), files: this.surroundings.files(),
    });
    this.place.replaceChildren(
      element('p', { className: 'hint' }, declaration.summary),
      ...(declaration.formula ? [element('p', { className: 'hint formula' }, declaration.formula)] : []), this.fields.node);
    refill(this.place, kept);
    if (this.shown !== type && this.kind === 'coordinate') this.name.value = this.free(type.replace(/[^A-Za-z0-9]/g, '_'));
    this.shown = type;
  }

  /** A name that no entry has yet. */
  free(wanted) {
    const taken = new Set(this.entries.map(entry => entry.name?.toLowerCase()));
    let name = wanted;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = wanted + n;
    return name;
  }

  add(entry) {
    if (entry.name) entry.name = this.free(entry.name);
    this.entries.push(entry);
    this.shown = '';
    this.show();
    this.showFields();
    this.changed();
  }

  show() {
    byId(this.kind + '-list').replaceChildren(...this.entries.map(entry => element('li', {}, element('code', {}, flow(entry)),
      element('button', {
        type: 'button', title: 'Remove', attributes: { 'aria-label': `Remove ${entry.name ?? entry[this.key]}` },
        on: { click: () => { this.entries.splice(this.entries.indexOf(entry), 1); this.show(); this.showFields(); this.changed(); } },
      }, '✕'))));
  }
}
