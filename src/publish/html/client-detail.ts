/** Script of the page, part 2: one test, opened in place with its attempts side by side. */
export const CLIENT_DETAIL = String.raw`
function attemptView(attempt, position) {
  const [, word] = STATES[attempt.status] || ['', attempt.status];
  const box = el('section', 'attempt s-' + attempt.status);
  const when = attempt.start < 0 ? '' : ', ' + duration(attempt.start) + ' into the run';
  box.append(el('h3', '', mark(attempt.status), ' Attempt ' + position + ': ' + word + ' in ' + duration(attempt.ms) + when));
  if (attempt.message !== '') box.append(coloured(attempt.message));
  if (attempt.details !== '') box.append(coloured(attempt.details));
  if (attempt.output !== '') {
    box.append(el('details', '', el('summary', '', 'Output'), coloured(attempt.output)));
  }
  return box;
}

function fileView(path) {
  const link = el('a', '', decodeURIComponent(path.slice(path.lastIndexOf('/') + 1)));
  link.href = path;
  if (!/\.(png|jpe?g|gif|webp)$/i.test(path)) return link;
  const image = el('img');
  image.src = path;
  image.loading = 'lazy';
  image.alt = 'Screenshot ' + link.textContent;
  link.replaceChildren(image);
  return link;
}

function placeOf(index) {
  const [path, url] = data.files[data.file[index]];
  const line = data.line[index];
  const code = el('code', '', path + (line > 0 ? ':' + line : ''));
  if (url === null) return code;
  const link = el('a', '', code);
  link.href = line > 0 ? url + '#L' + line : url;
  return link;
}

function factsOf(index) {
  const list = el('ul', 'facts');
  const add = (...parts) => list.append(el('li', '', ...parts));
  if (data.file[index] >= 0) add(placeOf(index));
  if (data.route[index] >= 0) add('route ', el('code', '', data.routes[data.route[index]]));
  if (data.cause[index] >= 0) {
    const card = 'cause-' + (data.cause[index] + 1);
    const link = el(byId(card) ? 'a' : 'span', '', 'cause ' + (data.cause[index] + 1) + ': ' + data.causes[data.cause[index]]);
    link.href = '#' + card;
    add(link);
  }
  return list;
}

/** Everything known of one test. */
function detailView(index) {
  const body = el('div', 'body', factsOf(index));
  const detail = data.details[index];
  if (!detail) {
    const when = data.start[index] < 0 ? '' : ', ' + duration(data.start[index]) + ' into the run';
    body.append(el('p', 'muted', 'Passed in ' + duration(data.duration[index]) + when + '.'));
    return body;
  }
  for (const note of detail.notes) body.append(el('p', '', note));
  const attempts = el('div', 'attempts');
  detail.attempts.forEach((attempt, at) => attempts.append(attemptView(attempt, at + 1)));
  body.append(attempts);
  if (detail.files.length > 0) body.append(el('div', 'shots', ...detail.files.map(fileView)));
  if (detail.rerun !== '') body.append(el('p', 'muted', 'Run it again:'), el('pre', 'command', detail.rerun));
  return body;
}
`;
