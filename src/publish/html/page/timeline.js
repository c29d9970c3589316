/** The timeline: one row per suite and attempt, a block per test, so that gaps and hangs show. */

/** @typedef {{ index: number, start: number, ms: number, state: string, lane: number }} Block */
/** @typedef {{ label: string, ended: string, blocks: Block[], lanes: number, start: number, ms: number }} Lane */

const LANE = 12;
const MAX_LANES = 8;
/** @type {Record<string, string>} */
const TONE = {
  passed: 'good',
  flaky: 'flaky',
  quarantined: 'flaky',
  skipped: 'off',
  xfailed: 'off',
  'not-run': 'off',
  cancelled: 'off',
  interrupted: 'off',
};

/** @param {Block} block */
function isBad(block) {
  return (TONE[block.state] || 'bad') === 'bad';
}

/** Every try of every test that has a time, by suite and round. */
function blocksByRound() {
  /** @type {Map<string, Block[]>} */
  const rounds = new Map();
  /**
   * @param {number} index
   * @param {number} round
   * @param {{ start: number, ms: number, state: string }} time
   */
  const add = (index, round, time) => {
    if (time.start < 0) return;
    const key = `${data.suite[index]} ${round}`;
    const block = { index, lane: 0, ...time };
    if (!rounds.get(key)?.push(block)) rounds.set(key, [block]);
  };
  for (let index = 0; index < total; index += 1) {
    const detail = data.details[index];
    if (!detail) {
      add(index, data.attempt[index], { start: data.start[index], ms: data.duration[index], state: 'passed' });
      continue;
    }
    for (const { round, start, ms, status } of detail.attempts) add(index, round, { start, ms, state: status });
  }
  return rounds;
}

/**
 * What ran side by side gets lanes of its own; beyond the last lane blocks overlap.
 * @param {Block[]} blocks
 */
function assignLanes(blocks) {
  blocks.sort((a, b) => a.start - b.start);
  /** @type {number[]} */
  const ends = [];
  for (const block of blocks) {
    let lane = ends.findIndex((end) => end <= block.start + 1);
    if (lane < 0) lane = Math.min(ends.length, MAX_LANES - 1);
    ends[lane] = Math.max(ends[lane] || 0, block.start + block.ms);
    block.lane = lane;
  }
  return Math.max(1, ends.length);
}

/** The colours of blocks, as the reader's system wants them now. */
function readTones() {
  const css = getComputedStyle(document.documentElement);
  /** @param {string} name */
  const tone = (name) => css.getPropertyValue(name).trim();
  /** @type {Record<string, string>} */
  const tones = {
    good: tone('--block-good'),
    bad: tone('--block-bad'),
    flaky: tone('--block-flaky'),
    off: tone('--block-off'),
  };
  return { tones, ground: tone('--off-soft') };
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Lane} lane
 * @param {number} spanMs
 */
function paintLane(canvas, lane, spanMs) {
  const ratio = window.devicePixelRatio || 1;
  const width = canvas.clientWidth;
  canvas.width = width * ratio;
  canvas.height = lane.lanes * LANE * ratio;
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  pen.scale(ratio, ratio);
  const { tones, ground } = readTones();
  /** @param {number} ms */
  const x = (ms) => (ms / spanMs) * width;
  pen.fillStyle = ground;
  pen.fillRect(x(lane.start), 0, Math.max(1, x(lane.ms)), lane.lanes * LANE);
  /** @type {number[]} */
  const last = [];
  for (const block of lane.blocks) {
    const kind = TONE[block.state] || 'bad';
    const from = x(block.start);
    const wide = Math.max(1, x(block.ms) - (x(block.ms) > 3 ? 0.5 : 0));
    // Thousands of passed tests share a pixel: one of them is enough to paint.
    if (kind === 'good' && from + wide <= (last[block.lane] || -1)) continue;
    last[block.lane] = from + wide;
    pen.fillStyle = tones[kind];
    pen.fillRect(from, block.lane * LANE + 1, wide, LANE - 2);
  }
  // Failures once more, on top of what covers them.
  for (const block of lane.blocks.filter(isBad)) {
    pen.fillStyle = tones.bad;
    pen.fillRect(x(block.start), block.lane * LANE + 1, Math.max(2, x(block.ms)), LANE - 2);
  }
}

/**
 * The block under the pointer, a failed one first.
 * @param {MouseEvent} event
 * @param {HTMLCanvasElement} canvas
 * @param {Lane} lane
 * @param {number} spanMs
 */
function blockAt(event, canvas, lane, spanMs) {
  const box = canvas.getBoundingClientRect();
  const at = ((event.clientX - box.left) / box.width) * spanMs;
  const near = (spanMs / box.width) * 2;
  const row = Math.floor((event.clientY - box.top) / LANE);
  const hits = lane.blocks.filter(
    (block) => block.lane === row && at >= block.start - near && at <= block.start + block.ms + near,
  );
  return hits.find(isBad) || hits[0];
}

/**
 * Shows a block's test beside the pointer; hides it without one.
 * @param {HTMLElement} tip
 * @param {Block | undefined} block
 * @param {MouseEvent} event
 */
function moveTip(tip, block, event) {
  tip.hidden = !block;
  if (!block) return;
  tip.textContent = `${STATES[block.state][1]} in ${formatDuration(block.ms)}: ${data.id[block.index]}`;
  const frame = /** @type {HTMLElement} */ (tip.parentElement).getBoundingClientRect();
  tip.style.left = `${Math.min(event.clientX - frame.left + 12, frame.width - 200)}px`;
  tip.style.top = `${event.clientY - frame.top + 16}px`;
}

/**
 * @param {Lane} lane
 * @param {number} spanMs
 * @param {HTMLElement} tip
 */
function laneRow(lane, spanMs, tip) {
  const canvas = el('canvas');
  canvas.height = lane.lanes * LANE;
  canvas.setAttribute('role', 'img');
  canvas.setAttribute(
    'aria-label',
    `${lane.label}: ${formatNumber(lane.blocks.length)} tests in ${formatDuration(lane.ms)}${lane.ended}`,
  );
  canvas.addEventListener('mousemove', (event) => moveTip(tip, blockAt(event, canvas, lane, spanMs), event));
  canvas.addEventListener('mouseleave', () => {
    tip.hidden = true;
  });
  canvas.addEventListener('click', (event) => {
    const block = blockAt(event, canvas, lane, spanMs);
    if (block) location.hash = addressOf(block.index);
  });
  const name = el('div', 'name', lane.label, el('span', 'muted', lane.ended));
  return { node: el('div', 'lane', name, canvas), draw: () => paintLane(canvas, lane, spanMs) };
}

/** @returns {Lane[]} */
function lanesOfAttempts() {
  const rounds = blocksByRound();
  return data.suites.flatMap((suite, at) =>
    suite.attempts.map((attempt) => {
      const blocks = rounds.get(`${at} ${attempt.n}`) || [];
      const label = suite.name + (suite.attempts.length > 1 ? `, attempt ${attempt.n}` : '');
      const ended = attempt.end === 'exit status 0' || attempt.end === 'ended' ? '' : `, ${attempt.end}`;
      return { label, ended, blocks, lanes: assignLanes(blocks), start: attempt.start, ms: attempt.ms };
    }),
  );
}

function setUpTimeline() {
  const lanes = lanesOfAttempts();
  if (lanes.length === 0) return;
  const spanMs = lanes
    .flatMap((lane) => [lane, ...lane.blocks])
    .reduce((end, { start, ms }) => Math.max(end, start + ms), 1);
  const tip = el('div', 'tip');
  tip.hidden = true;
  const rows = lanes.map((lane) => laneRow(lane, spanMs, tip));
  const axis = el(
    'div',
    'axis',
    ...[0, 0.25, 0.5, 0.75, 1].map((part) => el('span', '', formatDuration(part * spanMs))),
  );
  byId('timeline').append(...rows.map((entry) => entry.node), el('div', 'lane', el('div'), axis), tip);
  const draw = () => rows.forEach((entry) => entry.draw());
  draw();
  let frame = 0;
  addEventListener('resize', () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(draw);
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
}
