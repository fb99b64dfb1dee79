/** The server's programming interface, asked with the token that the page's address brought. */

const KEY = 'chikei.token';

function token() {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given) {
    sessionStorage.setItem(KEY, given);
    history.replaceState(null, '', location.pathname);
  }
  return sessionStorage.getItem(KEY) ?? '';
}

const TOKEN = token();

/** What went wrong with a request, and the problems of a job if it was one. */
export class Refusal extends Error {
  constructor(status, answer) {
    super(answer.error ?? `the server answered with status ${status}`);
    this.status = status;
    this.problems = answer.problems ?? [];
  }
}

async function ask(method, path, body) {
  let response;
  try {
    response = await fetch('api/' + path, { method, body, headers: { Authorization: 'Bearer ' + TOKEN } });
  } catch {
    throw new Refusal(0, { error: 'the server does not answer; is it still running?' });
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refusal(response.status, answer);
  return answer;
}

export const get = path => ask('GET', path);
export const post = (path, text = '') => ask('POST', path, text);
export const remove = path => ask('DELETE', path);

/** Uploads a file and tells how far it is, from 0 to 1. */
export function upload(file, progress) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('PUT', 'api/files?name=' + encodeURIComponent(file.name));
    request.setRequestHeader('Authorization', 'Bearer ' + TOKEN);
    request.responseType = 'json';
    request.upload.onprogress = event => progress(event.lengthComputable ? event.loaded / event.total : NaN);
    request.onload = () => request.status < 300 ? done(request.response) : failed(new Refusal(request.status, request.response ?? {}));
    request.onerror = () => failed(new Refusal(0, { error: 'the upload broke off; the file may be larger than the server takes' }));
    request.send(file);
  });
}
