/** Script of the page, part 4: one row per suite and attempt, a block per test, so that gaps and hangs show. */
export const CLIENT_TIMELINE = String.raw`
const LANE = 12;
const MAX_LANES = 8;
const TONE = { passed: 'good', flaky: 'flaky', quarantined: 'flaky', skipped: 'off', xfailed: 'off', 'not-run': 'off', cancelled: 'off', interrupted: 'off' };

/** Every try of every test that has a time, by suite and round. */
function blocksByRound() {
  const rounds = new Map();
  const add = (suite, round, block) => {
    const key = suite + ' ' + round;
    if (!rounds.has(key)) rounds.set(key, []);
    rounds.get(key).push(block);
  };
  for (let index = 0; index < total; index += 1) {
    const detail = data.details[index];
    if (!detail) {
      if (data.start[index] >= 0) add(data.suite[index], data.attempt[index], { index, start: data.start[index], ms: data.duration[index], state: 'passed' });
      continue;
    }
    for (const attempt of detail.attempts) {
      if (attempt.start >= 0) add(data.suite[index], attempt.round, { index, start: attempt.start, ms: attempt.ms, state: attempt.status });
    }
  }
  return rounds;
}

/** What ran side by side gets lanes of its own; beyond the last lane blocks overlap. */
function assignLanes(blocks) {
  blocks.sort((a, b) => a.start - b.start);
  const ends = [];
  for (const block of blocks) {
    let lane = ends.findIndex((end) => end <= block.start + 1);
    if (lane < 0) lane = Math.min(ends.length, MAX_LANES - 1);
    ends[lane] = Math.max(ends[lane] || 0, block.start + block.ms);
    block.lane = lane;
  }
  return Math.max(1, ends.length);
}

function paintLane(canvas, lane, spanMs) {
  const ratio = window.devicePixelRatio || 1;
  const width = canvas.clientWidth;
  canvas.width = width * ratio;
  canvas.height = lane.lanes * LANE * ratio;
  const pen = canvas.getContext('2d');
  pen.scale(ratio, ratio);
  const css = getComputedStyle(document.documentElement);
  const tone = (name) => css.getPropertyValue(name).trim();
  const tones = { good: tone('--block-good'), bad: tone('--block-bad'), flaky: tone('--block-flaky'), off: tone('--block-off') };
  const x = (ms) => (ms / spanMs) * width;
  pen.fillStyle = tone('--off-soft');
  pen.fillRect(x(lane.start), 0, Math.max(1, x(lane.ms)), lane.lanes * LANE);
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
  for (const block of lane.blocks) {
    if ((TONE[block.state] || 'bad') !== 'bad') continue;
    pen.fillStyle = tones.bad;
    pen.fillRect(x(block.start), block.lane * LANE + 1, Math.max(2, x(block.ms)), LANE - 2);
  }
}

function blockAt(event, lane, spanMs) {
  const box = event.target.getBoundingClientRect();
  const at = ((event.clientX - box.left) / box.width) * spanMs;
  const near = spanMs / box.width * 2;
  const row = Math.floor((event.clientY - box.top) / LANE);
  const hits = lane.blocks.filter((block) => block.lane === row && at >= block.start - near && at <= block.start + block.ms + near);
  return hits.find((block) => (TONE[block.state] || 'bad') === 'bad') || hits[0];
}

function laneRow(lane, spanMs, tip) {
  const canvas = el('canvas');
  canvas.height = lane.lanes * LANE;
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', lane.label + ': ' + number(lane.blocks.length) + ' tests in ' + duration(lane.ms) + lane.ended);
  canvas.addEventListener('mousemove', (event) => {
    const block = blockAt(event, lane, spanMs);
    tip.hidden = !block;
    if (!block) return;
    tip.textContent = STATES[block.state][1] + ' in ' + duration(block.ms) + ': ' + data.id[block.index];
    const frame = tip.parentElement.getBoundingClientRect();
    tip.style.left = Math.min(event.clientX - frame.left + 12, frame.width - 200) + 'px';
    tip.style.top = event.clientY - frame.top + 16 + 'px';
  });
  canvas.addEventListener('mouseleave', () => { tip.hidden = true; });
  canvas.addEventListener('click', (event) => {
    const block = blockAt(event, lane, spanMs);
    if (block) openTest(block.index);
  });
  const name = el('div', 'name', lane.label, el('span', 'muted', lane.ended));
  return { node: el('div', 'lane', name, canvas), draw: () => paintLane(canvas, lane, spanMs) };
}

function setUpTimeline() {
  const rounds = blocksByRound();
  const lanes = data.suites.flatMap((suite, at) => suite.attempts.map((attempt) => {
    const blocks = rounds.get(at + ' ' + attempt.n) || [];
    const label = suite.name + (suite.attempts.length > 1 ? ', attempt ' + attempt.n : '');
    const ended = attempt.end === 'exit status 0' || attempt.end === 'ended' ? '' : ', ' + attempt.end;
    return { label, ended, blocks, lanes: assignLanes(blocks), start: attempt.start, ms: attempt.ms };
  }));
  byId('timeline-part').hidden = lanes.length === 0;
  if (lanes.length === 0) return;
  const spanMs = Math.max(1, ...lanes.map((lane) => lane.start + lane.ms), ...lanes.map((lane) => lane.blocks.reduce((end, block) => Math.max(end, block.start + block.ms), 0)));
  const tip = el('div', 'tip');
  tip.hidden = true;
  const rows = lanes.map((lane) => laneRow(lane, spanMs, tip));
  const axis = el('div', 'axis', ...[0, 0.25, 0.5, 0.75, 1].map((part) => el('span', '', duration(part * spanMs))));
  byId('timeline').append(...rows.map((entry) => entry.node), el('div', 'lane', el('div'), axis), tip);
  const draw = () => rows.forEach((entry) => entry.draw());
  draw();
  let frame = 0;
  addEventListener('resize', () => { cancelAnimationFrame(frame); frame = requestAnimationFrame(draw); });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
}
`;
