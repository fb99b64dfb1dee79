/** Forms made of what providers declare of their parameters. */

import { element } from './element.js';
import { Typed } from './yaml.js';

/**
 * Fields for the parameters of a type.
 * @param {Object[]} parameters the declarations
 * @param {Object} surroundings 'coordinates': the names there are; 'files': the files there are; 'atoms': the picked atoms, by number
 * @returns {{node: Node, values: function(): Object}} the fields, and a way to read those that were filled in
 */
export function fields(parameters, surroundings) {
  const made = parameters.map(parameter => [parameter, field(parameter, surroundings)]);
  const needed = made.filter(([parameter]) => parameter.required).map(([, f]) => f.node);
  const others = made.filter(([parameter]) => !parameter.required).map(([, f]) => f.node);
  const node = element('div', {}, ...needed);
  if (others.length) {
    node.append(element('details', { open: needed.length === 0 && others.length < 4 }, element('summary', {}, 'More'), ...others));
  }
  return {
    node,
    values() {
      const values = {};
      made.forEach(([parameter, f]) => {
        const value = f.value();
        if (value !== undefined) values[parameter.name] = value;
      });
      return values;
    },
  };
}

let count = 0;

function field(parameter, surroundings) {
  const id = `field-${++count}`;
  const control = controlFor(parameter.type, surroundings)(id, parameter, surroundings);
  const unit = parameter.unit === 'CV' ? 'unit of the coordinate' : parameter.unit;
  const name = parameter.name + (unit ? ` (${unit})` : '') + (parameter.required ? '' : ', optional');
  return {
    node: element('div', {}, element('label', { htmlFor: id }, name), control.node,
      element('p', { className: 'hint' }, parameter.summary + defaultOf(parameter))),
    value: control.value,
  };
}

const defaultOf = ({ defaultValue }) =>
  defaultValue === null || defaultValue === '' ? '' : ` Default: ${Array.isArray(defaultValue) ? defaultValue.join(', ') : defaultValue}.`;

function controlFor(type) {
  switch (type.kind) {
    case 'Flag': return (id, parameter) => choice(id, ['true', 'false'], parameter);
    case 'Choice': return (id, parameter) => choice(id, type.words, parameter);
    case 'Points': return points;
    case 'Coordinates': return (id, parameter, { coordinates }) => names(id, parameter, coordinates);
    case 'FileName': return (id, parameter, { files }) => line(id, parameter, files);
    case 'Real': case 'Whole': return (id, parameter) => line(id, parameter, [], 'decimal');
    default: return (id, parameter) => line(id, parameter, []);
  }
}

/** A line of text; what is not a plain number or word is taken as YAML. */
function line(id, parameter, offered, inputMode = 'text') {
  const input = element('input', {
    id, inputMode, required: parameter.required, placeholder: example(parameter.type), attributes: { 'data-control': parameter.name },
  });
  const node = element('div', {}, input);
  if (offered.length) {
    input.setAttribute('list', id + '-offered');
    node.append(element('datalist', { id: id + '-offered' }, ...offered.map(value => element('option', { value }))));
  }
  return { node, value: () => read(input.value, parameter.type) };
}

function read(text, type) {
  const value = text.trim();
  if (value === '') return undefined;
  if (type.kind === 'Text' || type.kind === 'FileName') return value;
  if (type.kind === 'ListOf' && !/^[[{]/.test(value)) return new Typed(`[${value}]`);
  return new Typed(value);
}

function example(type) {
  switch (type.kind) {
    case 'ListOf': return 'a, b, …';
    case 'Group': return '{' + type.members.slice(0, 2).map(m => m.name + ': …').join(', ') + '}';
    case 'MapOf': return '{key: value}';
    case 'OneOf': return type.alternatives.filter(a => a.kind === 'Choice').flatMap(a => a.words).slice(0, 3).join(' | ');
    default: return '';
  }
}

function choice(id, words, parameter) {
  const node = element('select', { id, required: parameter.required, attributes: { 'data-control': parameter.name } }, element('option', { value: '' }, parameter.required ? 'choose …' : '(default)'),
    ...words.map(word => element('option', {}, word)));
  return { node, value: () => node.value === '' ? undefined : new Typed(node.value) };
}

function points(id, parameter, { atoms }) {
  const input = element('input', {
    id, required: parameter.required, value: atoms().join(', '), placeholder: 'atom numbers, or names such as ALA.CA',
    attributes: { 'data-control': parameter.name },
  });
  const take = element('button', { type: 'button', on: { click: () => { input.value = atoms().join(', '); } } }, 'Take the picked atoms');
  const { minimum, maximum } = parameter.type;
  const many = maximum > 1000 ? `${minimum} or more` : minimum === maximum ? minimum : `${minimum} to ${maximum}`;
  return {
    node: element('div', {}, input, element('div', { className: 'buttons' }, take, element('span', { className: 'hint' }, `${many} points`))),
    value: () => input.value.trim() === '' ? undefined : new Typed(/^\[/.test(input.value.trim()) ? input.value.trim() : `[${input.value}]`),
  };
}

function names(id, parameter, coordinates) {
  const { maximum } = parameter.type;
  const boxes = coordinates.map(name => element('input', {
    type: 'checkbox', value: name, attributes: { 'data-control': `${parameter.name} ${name}` },
  }));
  const node = element('fieldset', { id, className: 'choice' },
    ...boxes.map(box => element('label', {}, box, box.value)));
  if (!boxes.length) node.append(element('p', { className: 'hint' }, 'Add a coordinate first.'));
  boxes.forEach(box => box.addEventListener('change', () => {
    if (maximum === 1 && box.checked) boxes.filter(other => other !== box).forEach(other => { other.checked = false; });
  }));
  if (boxes.length === 1) boxes[0].checked = parameter.required;
  return {
    node,
    value() {
      const chosen = boxes.filter(box => box.checked).map(box => box.value);
      return chosen.length === 0 ? undefined : maximum === 1 || chosen.length === 1 ? chosen[0] : chosen;
    },
  };
}
