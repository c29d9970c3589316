/** One test, opened in place with its attempts side by side. */

/**
 * @param {HtmlAttempt} attempt
 * @param {number} position
 */
function attemptView(attempt, position) {
  const [, word] = STATES[attempt.status] || ['', attempt.status];
  const when = attempt.start < 0 ? '' : `, ${formatDuration(attempt.start)} into the run`;
  const heading = ` Attempt ${position}: ${word} in ${formatDuration(attempt.ms)}${when}`;
  const box = el('section', `attempt s-${attempt.status}`, el('h3', '', mark(attempt.status), heading));
  for (const text of textsOf(attempt)) box.append(withCopyButton(coloured(text)));
  if (attempt.steps) box.append(stepsView(attempt.steps));
  if (attempt.output !== '') box.append(el('details', '', el('summary', '', 'Output'), coloured(attempt.output)));
  if (attempt.files.length > 0) box.append(el('div', 'shots', ...attempt.files.map(fileView)));
  return box;
}

/**
 * Message and details of an attempt; details that start with the message stand for both.
 * @param {HtmlAttempt} attempt
 */
function textsOf({ message, details }) {
  const starts = withoutColour(details).trim().startsWith(withoutColour(message).trim());
  return (starts ? [details] : [message, details]).filter((text) => text !== '');
}

/**
 * What an attempt did, open where something failed.
 * @param {NonNullable<HtmlAttempt['steps']>} steps
 */
function stepsView(steps) {
  const list = el('ol', 'steps');
  for (const [status, ms, depth, name] of steps) {
    const [, word] = STATES[status];
    const result = el('span', 'muted', status === 'passed' ? formatDuration(ms) : `${word}, ${formatDuration(ms)}`);
    list.append(el('li', `depth-${depth}`, mark(status), ` ${name} `, result));
  }
  const box = el('details', '', el('summary', '', `Steps (${steps.length})`), list);
  box.open = steps.some(([status]) => status === 'failed');
  return box;
}

/**
 * A link to a file of the evidence, a picture where it is one.
 * @param {string} path
 */
function fileView(path) {
  const link = el('a', '', decodeURIComponent(path.slice(path.lastIndexOf('/') + 1)));
  link.href = path;
  if (/trace\.zip$/i.test(path)) {
    const command = el('pre', 'command', `npx playwright show-trace ${decodeURIComponent(path)}`);
    return el('div', 'trace', link, withCopyButton(command));
  }
  if (!/\.(png|jpe?g|gif|webp)$/i.test(path)) return link;
  const image = el('img');
  image.src = path;
  image.loading = 'lazy';
  image.alt = `Screenshot ${link.textContent}`;
  link.replaceChildren(image);
  return link;
}

/** @param {number} index */
function placeOf(index) {
  const [path, url] = data.files[data.file[index]];
  const line = data.line[index];
  const code = el('code', '', path + (line > 0 ? `:${line}` : ''));
  if (url === null) return code;
  const link = el('a', '', code);
  link.href = line > 0 ? `${url}#L${line}` : url;
  return link;
}

/** @param {number} index */
function causeOf(index) {
  const number = data.cause[index] + 1;
  const text = prose(`cause ${number}: ${data.causes[number - 1]}`);
  const card = `cause-${number}`;
  if (document.getElementById(card) === null) return el('span', '', ...text);
  const link = el('a', '', ...text);
  link.href = `#${card}`;
  return link;
}

/** @param {number} index */
function factsOf(index) {
  const list = el('ul', 'facts');
  /** @param {(Node | string)[]} parts */
  const add = (...parts) => list.append(el('li', '', ...parts));
  if (data.file[index] >= 0) add(placeOf(index));
  if (data.route[index] >= 0) add('route ', el('code', '', data.routes[data.route[index]]));
  if (data.cause[index] >= 0) add(causeOf(index));
  const link = el('a', '', 'link to this test');
  link.href = addressOf(index);
  add(link);
  return list;
}

/**
 * Everything known of one test.
 * @param {number} index
 */
function detailView(index) {
  const body = el('div', 'body', factsOf(index));
  const detail = data.details[index];
  if (!detail) {
    const when = data.start[index] < 0 ? '' : `, ${formatDuration(data.start[index])} into the run`;
    body.append(el('p', 'muted', `Passed in ${formatDuration(data.duration[index])}${when}.`));
    return body;
  }
  for (const note of detail.notes) body.append(el('p', '', note));
  body.append(el('div', 'attempts', ...detail.attempts.map((attempt, at) => attemptView(attempt, at + 1))));
  if (detail.files.length > 0) body.append(el('div', 'shots', ...detail.files.map(fileView)));
  if (detail.rerun !== '') {
    const command = el('pre', 'command', detail.rerun);
    body.append(el('p', 'muted', 'Run it again:'), withCopyButton(command));
  }
  return body;
}
