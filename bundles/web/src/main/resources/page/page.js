/** The page: puts its parts together and keeps asking the server what is new. */

import { Adder } from './adder.js';
import { byId, element } from './element.js';
import { Runs } from './runs.js';
import { get, post, upload } from './server.js';
import { Source } from './source.js';
import { Viewer, label } from './viewer.js';
import { jobText } from './yaml.js';

const MILLISECONDS = 1000;
const BY_ATOMS = { 2: 'distance', 3: 'angle', 4: 'torsion' };

const state = { installed: [], files: [], limit: Infinity, picked: [], byHand: false, structure: '' };

const surroundings = {
  installed: () => state.installed,
  models: () => state.installed.filter(found => found.kind === 'model'),
  files: () => state.files,
  coordinates: () => [...coordinates.entries.map(entry => entry.name), ...modelCoordinates()],
  atoms: () => state.picked.map(i => i + 1),
};

const viewer = new Viewer(byId('viewer'), picked => { state.picked = [...picked]; showPicked(); }, text => { byId('picked').textContent = text; });
const coordinates = new Adder('coordinate', 'type', surroundings, () => { steps.showFields(); compose(); });
const steps = new Adder('step', 'step', surroundings, compose);
let source = null;
source = new Source(surroundings, compose, () => { steps.showFields(); coordinates.showFields(); }, showStructure);
const runs = new Runs();

/** A model brings coordinates of its own, of which there are as many as it says. */
function modelCoordinates() {
  return source?.kind() === 'model' ? ['q1', 'q2'] : [];
}

function compose() {
  if (state.byHand || !source) return;
  byId('job').value = jobText({ title: byId('title').value, source: source.values(), coordinates: coordinates.entries, steps: steps.entries });
}

async function showStructure(file) {
  if (file === state.structure) return;
  state.structure = file;
  byId('viewer').hidden = true;
  byId('proposals').hidden = true;
  byId('molecule-hint').textContent = file ? `reading ${file} …` : 'Choose a structure to see it here.';
  state.picked = [];
  showPicked();
  if (!file) return;
  try {
    const structure = await get('structure?file=' + encodeURIComponent(file));
    if (state.structure !== file) return;
    byId('molecule-hint').textContent = `${file}: ${structure.atoms.length} atoms. Click atoms to pick them; drag to turn.`;
    if (structure.positions) {
      byId('viewer').hidden = false;
      viewer.show(structure);
      if (viewer.omitted()) byId('molecule-hint').textContent += ` ${viewer.omitted()}.`;
    }
    viewer.structure = structure;
    propose(await get('proposals?file=' + encodeURIComponent(file)));
  } catch (refusal) {
    if (state.structure === file) byId('molecule-hint').textContent = refusal.message;
  }
}

function propose(proposals) {
  byId('proposals').hidden = proposals.length === 0;
  byId('proposal-list').replaceChildren(...proposals.slice(0, 200).map(proposal => element('li', {},
    element('span', {}, `${proposal.name}: ${proposal.type} of ${proposal.atoms.map(i => i + 1).join(', ')}. ${proposal.reason}`),
    element('button', { type: 'button', on: { click: () => coordinates.add({
      name: proposal.name, type: proposal.type, atoms: proposal.atoms.map(i => i + 1), ...proposal.parameters }) } }, 'Add'))));
}

function showPicked() {
  const atoms = state.picked.map(i => viewer.structure.atoms[i]);
  byId('picked').textContent = atoms.length ? 'Picked: ' + atoms.map(label).join(' – ') : '';
  const type = BY_ATOMS[atoms.length];
  byId('make').replaceChildren(...(type ? [element('button', { type: 'button', id: 'make-coordinate', on: { click: () => {
    coordinates.add({ name: type, type, atoms: surroundings.atoms() });
    viewer.clear();
  } } }, `Make a ${type} of these`)] : []), ...(atoms.length ? [element('button', { type: 'button', on: { click: () => viewer.clear() } }, 'Pick none')] : []));
}

async function take(files) {
  const bar = byId('upload-progress');
  for (const file of files) {
    const said = byId('upload-state');
    said.className = '';
    if (file.size > state.limit) {
      said.className = 'problem';
      said.textContent = `${file.name} has ${Math.ceil(file.size / 2 ** 20)} MiB; ${state.limit / 2 ** 20} MiB may be uploaded. Copy it into the folder of this page instead.`;
      continue;
    }
    bar.hidden = false;
    said.textContent = `uploading ${file.name} …`;
    try {
      await upload(file, fraction => { bar.value = fraction; });
      said.textContent = `${file.name} is here.`;
      await listFiles();
    } catch (refusal) {
      said.className = 'problem';
      said.textContent = `${file.name}: ${refusal.message}`;
    }
    bar.hidden = true;
  }
}

async function listFiles() {
  const files = (await get('files')).map(file => file.path);
  if (JSON.stringify(files) === JSON.stringify(state.files)) return;
  state.files = files;
  source.show();
}

async function listInstalled() {
  state.installed = await get('installed');
  coordinates.showTypes();
  steps.showTypes();
  if (source.kind() === 'model') source.show();
  showInstalled();
}

function showInstalled() {
  const wanted = byId('installed-search').value.toLowerCase();
  byId('installed-rows').replaceChildren(...state.installed
    .filter(found => Object.values(found).some(text => text.toLowerCase().includes(wanted)))
    .map(found => element('tr', {}, element('td', {}, found.kind), element('td', {}, element('code', {}, found.type)),
      element('td', {}, found.summary), element('td', {}, found.bundle, found.unused.length ? element('div', { className: 'warning' }, 'not used: ' + found.unused.join(', ')) : null))));
}

async function submit(path, told) {
  const place = byId('verdict');
  place.replaceChildren('…');
  try {
    told(await post(path, byId('job').value), place);
  } catch (refusal) {
    place.replaceChildren(element('p', { className: 'problem' }, refusal.problems.length ? 'The job cannot be run as it is written:' : refusal.message),
      element('ul', {}, ...refusal.problems.map(p => element('li', { className: 'problem' }, (p.line ? `line ${p.line}: ` : '') + p.message))));
  }
}

function checked(report, place) {
  const facts = [...report.facts, ...report.coordinates].map(fact => element('li', {}, element('b', {}, fact.label + ': '), fact.text));
  const remarks = report.steps.flatMap(step => step.remarks.map(remark => element('li', { className: 'warning' }, `${step.name}: ${remark}`)));
  const warnings = report.warnings.map(warning => element('li', { className: 'warning' }, warning));
  place.replaceChildren(element('p', { className: 'fine' }, 'The job can be run.'), element('ul', {}, ...facts, ...remarks, ...warnings));
}

function listen() {
  byId('title').addEventListener('input', compose);
  byId('job').addEventListener('input', () => hand(true));
  byId('again').addEventListener('click', () => { hand(false); compose(); });
  byId('check').addEventListener('click', () => submit('check', checked));
  byId('submit').addEventListener('click', () => submit('jobs', async (job, place) => {
    place.replaceChildren(element('p', { className: 'fine' }, `submitted as ${job.name}`));
    await ask();
    await runs.open(job.id);
  }));
  byId('save').addEventListener('click', () => {
    const address = URL.createObjectURL(new Blob([byId('job').value], { type: 'text/yaml' }));
    element('a', { href: address, download: 'job.yaml' }).click();
    setTimeout(() => URL.revokeObjectURL(address), MILLISECONDS);
  });
  byId('upload').addEventListener('change', event => take([...event.target.files]));
  const drop = byId('drop');
  drop.addEventListener('dragover', event => { event.preventDefault(); drop.classList.add('over'); });
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
  drop.addEventListener('drop', event => { event.preventDefault(); drop.classList.remove('over'); take([...event.dataTransfer.files]); });
  byId('show-installed').addEventListener('click', () => byId('installed').showModal());
  byId('close-installed').addEventListener('click', () => byId('installed').close());
  byId('installed-search').addEventListener('input', showInstalled);
}

function hand(byHand) {
  state.byHand = byHand;
  byId('again').hidden = !byHand;
  byId('job-hint').textContent = byHand ? 'changed by hand; the forms above no longer change it' : 'made from what stands above; it may be changed by hand';
}

let installedVersion = null;

async function ask() {
  try {
    const answer = await get('status');
    state.limit = answer.uploadLimit;
    byId('state').textContent = `${answer.folder} · version ${answer.version}`;
    byId('state').className = '';
    if (answer.installed !== installedVersion) {
      installedVersion = answer.installed;
      await listInstalled();
      await listFiles();
    }
    await runs.update(answer.jobs);
  } catch (refusal) {
    byId('state').textContent = refusal.message;
    byId('state').className = 'problem';
  }
}

async function keepAsking() {
  await ask();
  setTimeout(keepAsking, document.hidden ? 5 * MILLISECONDS : MILLISECONDS);
}

listen();
keepAsking();
