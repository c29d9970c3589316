// node bench/github-service.mjs: GitHub's REST API as far as reporters use it, empty and without limits. Prints its port.
import { createServer } from 'node:http';

/** Comments stay: who writes one looks whether it is there. */
const comments = [];
const check = () => ({ id: 1, html_url: 'https://github.com/o/r/runs/1', output: { annotations_count: 0 } });

function comment({ body }) {
  const id = comments.length + 1;
  comments.push({ id, body, user: { login: 'github-actions[bot]' }, html_url: `https://github.com/o/r/pull/7#c${id}` });
  return comments.at(-1);
}

const ANSWERS = [
  [/^POST \/repos\/[^/]+\/[^/]+\/check-runs$/, 201, check],
  [/^PATCH \/repos\/[^/]+\/[^/]+\/check-runs\//, 200, check],
  [/^POST .*\/comments$/, 201, comment],
  [/^GET .*\/comments$/, 200, () => comments],
  [/^GET .*\/(files|pulls)$/, 200, () => []],
  [/^GET .*\/check-runs$/, 200, () => ({ total_count: 0, check_runs: [] })],
  [/^GET .*\/actions\//, 200, () => ({ total_count: 0, artifacts: [], workflow_runs: [], jobs: [] })],
];

const server = createServer(async (request, response) => {
  const text = (await request.toArray()).join('');
  const asked = `${request.method} ${request.url.split('?')[0]}`;
  const [, status, answer] = ANSWERS.find(([pattern]) => pattern.test(asked)) ?? [null, 404, () => ({})];
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answer(text === '' ? {} : JSON.parse(text))));
});
process.stdin.on('end', () => process.exit(0)).resume();
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
