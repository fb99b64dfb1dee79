/** The first section: where the samples come from. */

import { byId, element } from './element.js';
import { fields } from './forms.js';
import { get } from './server.js';
import { Typed } from './yaml.js';

const STRUCTURES = /\.(pdb|ent|gro|xyz|extxyz|mol2?|sdf|cml)(\.gz)?$/i;
const TRAJECTORIES = /\.(trr|xtc|dcd|nc|ncdf|netcdf|ncrst|h5|h5md|hdf5|lammpstrj|dump|xyz|extxyz|gro|pdb)(\.gz)?$/i;
const SERIES = /(\.(dat|colvar|csv|xvg|txt)|colvar[^/]*)(\.gz)?$/i;

export class Source {
  /**
   * @param {Object} surroundings the files that there are, and the models
   * @param {function()} changed called after every change
   * @param {function()} renewed called when there are other files, or coordinates that a model brings
   * @param {function(string)} structureChosen called with the structure's file; empty for none
   */
  constructor(surroundings, changed, renewed, structureChosen) {
    this.surroundings = surroundings;
    this.changed = changed;
    this.renewed = renewed;
    this.structureChosen = structureChosen;
    this.kept = {};
    document.querySelectorAll('input[name=kind]').forEach(radio => radio.addEventListener('change', () => this.show()));
    byId('source').addEventListener('input', () => changed());
    this.show();
  }

  kind() {
    return document.querySelector('input[name=kind]:checked').value;
  }

  /** Draws the fields anew, with the files and models that there are now; what was chosen stays. */
  show() {
    this.remember();
    const place = byId('source');
    place.replaceChildren();
    this.structureChosen('');
    if (this.kind() === 'model') this.showModel(place); else this.showFiles(place);
    this.restore();
    this.changed();
    this.renewed();
  }

  remember() {
    byId('source').querySelectorAll('[id]').forEach(field => { this.kept[field.id] = field.multiple ? [...field.selectedOptions].map(o => o.value) : field.value; });
  }

  restore() {
    byId('source').querySelectorAll('[id]').forEach(field => {
      const value = this.kept[field.id];
      if (value === undefined || field.id.startsWith('field-')) return;
      if (field.multiple) [...field.options].forEach(option => { option.selected = value.includes(option.value); });
      else if (field.tagName !== 'SELECT' || [...field.options].some(option => option.value === value)) field.value = value;
    });
    if (byId('structure')?.value) this.structureChosen(byId('structure').value);
  }

  showFiles(place) {
    const series = this.kind() === 'series';
    const wanted = series ? SERIES : TRAJECTORIES;
    const files = this.surroundings.files();
    const data = element('select', { id: series ? 'series' : 'trajectory', multiple: true, size: Math.min(6, Math.max(3, files.length)) },
      ...ordered(files, wanted).map(file => element('option', { value: file }, file)));
    place.append(element('label', { htmlFor: data.id }, series ? 'Tables of the series' : 'Trajectory (several files are one)'), data);
    if (!series) {
      const structure = element('select', { id: 'structure', on: { change: event => this.structureChosen(event.target.value) } },
        element('option', { value: '' }, 'choose …'), ...ordered(files, STRUCTURES).map(file => element('option', { value: file }, file)));
      place.append(element('label', { htmlFor: 'structure' }, 'Structure'), structure);
    }
    place.append(element('div', { className: 'row' },
      number('temperature', 'Temperature (K)', '300'), number('stride', 'Every n-th frame', ''),
      number('begin', 'Begin (ps)', ''), number('end', 'End (ps)', '')));
    if (!series) {
      place.append(element('label', { htmlFor: 'masses' }, 'Masses that the structure does not tell (amu)'),
        element('input', { id: 'masses', placeholder: '{1: 15.035, "D1": 2.014}' }));
    }
  }

  showModel(place) {
    const models = this.surroundings.models();
    const type = element('select', { id: 'model', on: { change: () => this.showParameters() } },
      ...models.map(model => element('option', { value: model.type }, `${model.type}: ${model.summary}`)));
    place.append(element('label', { htmlFor: 'model' }, 'Model'), type, element('div', { id: 'model-parameters' }),
      element('div', { className: 'row' }, number('kT', 'kT (reduced units)', '1'), number('seed', 'Seed', '1'),
        number('segments', 'Segments', '200'), number('frames', 'Frames of a segment', '500'),
        number('spacing', 'Time between frames', '0.02'), choice('dynamics', 'Dynamics', ['', 'hamiltonian', 'langevin', 'nose-hoover', 'overdamped'])));
    this.showParameters();
  }

  async showParameters() {
    const place = byId('model-parameters');
    const type = byId('model').value;
    this.parameters = null;
    if (!type) return;
    const [declaration] = await get('types/' + encodeURIComponent(type));
    if (byId('model')?.value !== type || !declaration) return;
    this.parameters = fields(declaration.parameters, { coordinates: [], files: [], atoms: () => [] });
    place.replaceChildren(element('p', { className: 'hint' }, declaration.description || declaration.formula), this.parameters.node);
    this.changed();
  }

  /** The keys of the job's source. */
  values() {
    const filled = id => byId(id)?.value.trim() ?? '';
    const source = {};
    const put = (key, id = key) => { if (filled(id)) source[key] = new Typed(filled(id)); };
    if (this.kind() === 'model') {
      source.model = filled('model');
      const parameters = this.parameters?.values() ?? {};
      if (Object.keys(parameters).length) source.parameters = parameters;
      source.temperature = { kT: new Typed(filled('kT') || '1') };
      ['dynamics', 'segments', 'frames', 'spacing', 'seed'].forEach(key => put(key));
      return source;
    }
    const chosen = [...byId(this.kind()).selectedOptions].map(option => option.value);
    source[this.kind()] = chosen.length === 1 ? chosen[0] : chosen;
    if (filled('structure')) source.structure = filled('structure');
    put('masses');
    ['temperature', 'begin', 'end', 'stride'].forEach(key => put(key));
    return source;
  }
}

/** Files whose name speaks for them come first. */
function ordered(files, wanted) {
  return [...files.filter(file => wanted.test(file)), ...files.filter(file => !wanted.test(file))];
}

function number(id, name, value) {
  return element('div', {}, element('label', { htmlFor: id }, name), element('input', { id, value, inputMode: 'decimal' }));
}

function choice(id, name, words) {
  return element('div', {}, element('label', { htmlFor: id }, name),
    element('select', { id }, ...words.map(word => element('option', { value: word }, word || '(default)'))));
}
