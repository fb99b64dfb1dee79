/** A molecule on a canvas: turned by hand or keys, atoms picked by click or keys. */

const COLOURS = {
  H: '#e8e8e8', C: '#7d868c', N: '#4a73e8', O: '#e0483e', F: '#7ecb5f', P: '#ef9a3c', S: '#e2c52d', CL: '#4fc04a',
  NA: '#a45fd0', K: '#8f54c9', MG: '#6fae3c', CA: '#5da33c', ZN: '#8a8fb5', FE: '#d87a3a', BR: '#a8542c', I: '#8a2bb0',
};
const RADII = { H: 0.032, C: 0.045, N: 0.044, O: 0.043, P: 0.052, S: 0.052 };
const WATER = new Set(['HOH', 'SOL', 'WAT', 'TIP3', 'TIP', 'H2O']);

const colour = atom => COLOURS[atom.element.toUpperCase()] ?? '#c77fb0';
const radius = atom => RADII[atom.element.toUpperCase()] ?? 0.05;

export class Viewer {
  /**
   * @param {HTMLCanvasElement} canvas where to draw
   * @param {function(number[])} chosen told of the picked atoms, by index, in the order they were picked
   * @param {function(string)} spoken told what the keys point at
   */
  constructor(canvas, chosen, spoken) {
    this.canvas = canvas;
    this.chosen = chosen;
    this.spoken = spoken;
    this.picked = [];
    this.structure = null;
    new ResizeObserver(() => this.draw()).observe(canvas);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.draw());
    this.listen();
  }

  /** Shows a structure with positions in nm. */
  show(structure) {
    this.structure = structure;
    this.picked = [];
    this.pointed = -1;
    this.turn = [1, 0, 0, 0, 1, 0, 0, 0, 1];
    this.zoom = 1;
    const n = structure.atoms.length;
    this.shown = [...Array(n).keys()];
    const solute = this.shown.filter(i => !WATER.has(structure.atoms[i].residueName));
    if (n > 3000 && solute.length > 0) this.shown = solute;
    const middle = [0, 0, 0];
    this.shown.forEach(i => { for (let k = 0; k < 3; k++) middle[k] += structure.positions[3 * i + k] / this.shown.length; });
    this.place = i => [0, 1, 2].map(k => structure.positions[3 * i + k] - middle[k]);
    this.extent = Math.max(0.15, ...sample(this.shown, 5000).map(i => Math.hypot(...this.place(i)))) + 0.06;
    const visible = new Set(this.shown);
    this.bonds = structure.bonds.filter(bond => visible.has(bond.first) && visible.has(bond.second));
    this.chosen(this.picked);
    this.draw();
  }

  /** What is left out because there are very many atoms; empty if nothing. */
  omitted() {
    const left = this.structure.atoms.length - this.shown.length;
    return left > 0 ? `${left} atoms of water are not drawn` : '';
  }

  clear() {
    this.picked = [];
    this.chosen(this.picked);
    this.draw();
  }

  toggle(i) {
    const at = this.picked.indexOf(i);
    if (at >= 0) this.picked.splice(at, 1); else this.picked.push(i);
    this.chosen(this.picked);
    this.draw();
  }

  rotate(x, y) {
    const [cx, sx, cy, sy] = [Math.cos(x), Math.sin(x), Math.cos(y), Math.sin(y)];
    this.turn = multiply([cy, 0, sy, sx * sy, cx, -sx * cy, -cx * sy, sx, cx * cy], this.turn);
    this.draw();
  }

  project(i) {
    const [x, y, z] = this.place(i);
    const t = this.turn;
    const depth = t[6] * x + t[7] * y + t[8] * z;
    const scale = this.scale * 3 / (3 - depth / this.extent);
    return {
      i, scale, depth,
      x: this.width / 2 + scale * (t[0] * x + t[1] * y + t[2] * z),
      y: this.height / 2 - scale * (t[3] * x + t[4] * y + t[5] * z),
    };
  }

  draw() {
    if (!this.structure || this.canvas.hidden) return;
    const { canvas } = this;
    const dots = devicePixelRatio || 1;
    this.width = canvas.clientWidth;
    this.height = canvas.clientHeight;
    canvas.width = this.width * dots;
    canvas.height = this.height * dots;
    const pen = canvas.getContext('2d');
    pen.scale(dots, dots);
    this.scale = this.zoom * Math.min(this.width, this.height) / (2.3 * this.extent);
    const style = getComputedStyle(canvas);
    const spots = new Map(this.shown.map(i => [i, this.project(i)]));
    this.spots = [...spots.values()].sort((a, b) => a.depth - b.depth);
    const items = [
      ...this.bonds.map(bond => ({ depth: (spots.get(bond.first).depth + spots.get(bond.second).depth) / 2 - 1e-4, bond })),
      ...this.spots.map(spot => ({ depth: spot.depth, spot })),
    ].sort((a, b) => a.depth - b.depth);
    pen.lineCap = 'round';
    for (const { bond, spot } of items) {
      if (bond) this.stick(pen, spots.get(bond.first), spots.get(bond.second)); else this.ball(pen, spot, style);
    }
    this.marks(pen, spots, style);
  }

  stick(pen, a, b) {
    const mid = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    pen.lineWidth = Math.max(1.5, 0.018 * (a.scale + b.scale) / 2);
    for (const end of [a, b]) {
      pen.strokeStyle = colour(this.structure.atoms[end.i]);
      pen.beginPath();
      pen.moveTo(end.x, end.y);
      pen.lineTo(mid.x, mid.y);
      pen.stroke();
    }
  }

  ball(pen, spot, style) {
    const atom = this.structure.atoms[spot.i];
    const r = Math.max(1.5, radius(atom) * spot.scale);
    pen.fillStyle = colour(atom);
    pen.beginPath();
    pen.arc(spot.x, spot.y, r, 0, 2 * Math.PI);
    pen.fill();
    if (r > 4) {
      pen.lineWidth = 1;
      pen.strokeStyle = 'rgb(0 0 0 / 45%)';
      pen.stroke();
      pen.fillStyle = 'rgb(255 255 255 / 35%)';
      pen.beginPath();
      pen.arc(spot.x - 0.3 * r, spot.y - 0.35 * r, 0.35 * r, 0, 2 * Math.PI);
      pen.fill();
    }
    spot.r = r;
  }

  marks(pen, spots, style) {
    const mark = style.getPropertyValue('--mark');
    pen.font = '600 13px system-ui, sans-serif';
    this.picked.forEach((i, place) => {
      const spot = spots.get(i);
      pen.strokeStyle = mark;
      pen.lineWidth = 3;
      pen.beginPath();
      pen.arc(spot.x, spot.y, spot.r + 3, 0, 2 * Math.PI);
      pen.stroke();
      pen.fillStyle = style.color;
      pen.fillText(String(place + 1), spot.x + spot.r + 5, spot.y - spot.r);
    });
    if (this.pointed >= 0) {
      const spot = spots.get(this.pointed);
      pen.setLineDash([4, 3]);
      pen.strokeStyle = style.color;
      pen.lineWidth = 1.5;
      pen.beginPath();
      pen.arc(spot.x, spot.y, spot.r + 7, 0, 2 * Math.PI);
      pen.stroke();
      pen.setLineDash([]);
    }
  }

  /** The atom drawn at a point of the canvas: the nearest to the eye; -1 if there is none. */
  at(x, y) {
    for (let k = this.spots.length - 1; k >= 0; k--) {
      const spot = this.spots[k];
      if (Math.hypot(spot.x - x, spot.y - y) <= spot.r + 3) return spot.i;
    }
    return -1;
  }

  listen() {
    const { canvas } = this;
    let from = null;
    canvas.addEventListener('pointerdown', event => {
      from = { x: event.offsetX, y: event.offsetY, moved: 0 };
      canvas.setPointerCapture(event.pointerId);
    });
    canvas.addEventListener('pointermove', event => {
      if (!from) return;
      const [dx, dy] = [event.offsetX - from.x, event.offsetY - from.y];
      from = { x: event.offsetX, y: event.offsetY, moved: from.moved + Math.hypot(dx, dy) };
      if (from.moved > 4) this.rotate(dy / 120, dx / 120);
    });
    canvas.addEventListener('pointerup', event => {
      if (from && from.moved <= 4) {
        const i = this.at(event.offsetX, event.offsetY);
        if (i >= 0) this.toggle(i);
      }
      from = null;
    });
    canvas.addEventListener('wheel', event => {
      event.preventDefault();
      this.magnify(Math.exp(-event.deltaY / 600));
    }, { passive: false });
    canvas.addEventListener('keydown', event => {
      const act = KEYS[event.key];
      if (act && this.structure) {
        event.preventDefault();
        act(this);
      }
    });
  }

  magnify(factor) {
    this.zoom = Math.min(40, Math.max(0.2, this.zoom * factor));
    this.draw();
  }

  point(step) {
    const at = this.shown.indexOf(this.pointed);
    const n = this.shown.length;
    this.pointed = this.shown[at < 0 ? (step > 0 ? 0 : n - 1) : (at + step + n) % n];
    this.spoken('atom ' + label(this.structure.atoms[this.pointed]));
    this.draw();
  }
}

const KEYS = {
  ArrowLeft: viewer => viewer.rotate(0, -0.15),
  ArrowRight: viewer => viewer.rotate(0, 0.15),
  ArrowUp: viewer => viewer.rotate(-0.15, 0),
  ArrowDown: viewer => viewer.rotate(0.15, 0),
  '+': viewer => viewer.magnify(1.15),
  '-': viewer => viewer.magnify(1 / 1.15),
  n: viewer => viewer.point(1),
  p: viewer => viewer.point(-1),
  Enter: viewer => { if (viewer.pointed >= 0) viewer.toggle(viewer.pointed); },
  Escape: viewer => viewer.clear(),
};

/** What a person would call an atom. */
export const label = atom => atom.residueName ? `${atom.number} ${atom.residueName}.${atom.name}` : `${atom.number} ${atom.name}`;

function sample(list, most) {
  const step = Math.max(1, Math.floor(list.length / most));
  return list.filter((_, k) => k % step === 0);
}

function multiply(a, b) {
  const product = [];
  for (let i = 0; i < 3; i++) {
    for (let k = 0; k < 3; k++) product.push(a[3 * i] * b[k] + a[3 * i + 1] * b[3 + k] + a[3 * i + 2] * b[6 + k]);
  }
  return product;
}
