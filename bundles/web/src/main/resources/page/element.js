/** Elements made in one expression. */

/**
 * Makes an element.
 * @param {string} name its tag
 * @param {Object} [properties] its properties; those of 'on' are listeners, those of 'attributes' attributes
 * @param {...(Node|string)} children what it holds
 */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  const { on = {}, attributes = {}, ...plain } = properties;
  Object.assign(made, plain);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  Object.entries(on).forEach(([event, listener]) => made.addEventListener(event, listener));
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}

/** The element with an id. */
export const byId = id => document.getElementById(id);

/** Makes an element of an SVG figure. */
export function drawn(name, attributes = {}, text = '') {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  if (text) made.textContent = text;
  return made;
}
