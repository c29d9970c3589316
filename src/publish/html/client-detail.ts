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

function placeView(place) {
  const text = place.path + (place.line > 0 ? ':' + place.line : '');
  if (place.url === null) return el('code', '', text);
  const link = el('a', '', el('code', '', text));
  link.href = place.url;
  return link;
}

function factsOf(index) {
  const list = el('ul', 'facts');
  const add = (...parts) => list.append(el('li', '', ...parts));
  const detail = data.details[index];
  const file = data.file[index] < 0 ? '' : data.files[data.file[index]] + (data.line[index] > 0 ? ':' + data.line[index] : '');
  if (detail && detail.place) add(placeView(detail.place));
  else if (file !== '') add(el('code', '', file));
  if (data.route[index] >= 0) add('route ', el('code', '', data.routes[data.route[index]]));
  if (data.cause[index] >= 0) {
    const link = el('a', '', 'cause ' + (data.cause[index] + 1) + ': ' + data.causes[data.cause[index]]);
    link.href = '#cause-' + (data.cause[index] + 1);
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
