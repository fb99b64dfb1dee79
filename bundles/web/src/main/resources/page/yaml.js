/** The text of a job from the values of the forms. */

const PLAIN = /^[A-Za-z_][A-Za-z0-9_./*-]*$/;
const WORDS = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n']);

/** A text that YAML reads as it is written: a value that a person typed in YAML's own words. */
export class Typed {
  constructor(text) {
    this.text = text;
  }
}

/** One value on one line. */
export function flow(value) {
  if (value instanceof Typed) return value.text;
  if (Array.isArray(value)) return '[' + value.map(flow).join(', ') + ']';
  if (typeof value === 'object') return '{' + Object.entries(value).map(([key, v]) => `${key}: ${flow(v)}`).join(', ') + '}';
  if (typeof value === 'string' && (!PLAIN.test(value) || WORDS.has(value.toLowerCase()))) return JSON.stringify(value);
  return String(value);
}

/** A whole job: title, source, coordinates and analysis. */
export function jobText(job) {
  const lines = [`title: ${flow(job.title || 'Untitled')}`, 'source:'];
  Object.entries(job.source).forEach(([key, value]) => lines.push(`  ${key}: ${flow(value)}`));
  if (job.coordinates.length) lines.push('coordinates:', ...job.coordinates.map(c => '  - ' + flow(c)));
  lines.push('analysis:', ...job.steps.map(s => '  - ' + flow(s)));
  return lines.join('\n') + '\n';
}
