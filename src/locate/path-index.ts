/** Maps any path a tool reported to a file of the repository. */
export interface PathIndex {
  /** The tracked file that is meant, or null when none is or when two could be. Never a path outside of the repository. */
  readonly resolve: (path: string) => string | null;
}

/** Tracked paths that share their last `depth` segments; split further only when somebody asks. */
interface Node {
  readonly depth: number;
  readonly paths: string[];
  children: Map<string, Node> | null;
}

const MAX_SEGMENTS = 64;
const MAX_CHARS = 1_000;

function segmentsOf(path: string): string[] {
  const plain = path
    .replaceAll('\\', '/')
    .replace(/^(?:file|webpack|webpack-internal|vscode-file|https?):\/\/(?:[^/]{0,200}(?=\/))?/, '')
    .replace(/[?#].{0,200}$/, '');
  const out: string[] = [];
  for (const part of plain.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') out.pop();
    else out.push(part);
  }
  return out.slice(-MAX_SEGMENTS);
}

/** The segment of `path` that is `depth` from its end; empty when the path is shorter. */
function segmentFromEnd(path: string, depth: number): string {
  let end = path.length;
  for (let skipped = 0; skipped < depth; skipped++) {
    end = path.lastIndexOf('/', end - 1);
    if (end < 0) return '';
  }
  return path.slice(path.lastIndexOf('/', end - 1) + 1, end);
}

function childrenOf(node: Node): Map<string, Node> {
  if (node.children !== null) return node.children;
  const children = new Map<string, Node>();
  for (const path of node.paths) {
    const key = segmentFromEnd(path, node.depth);
    const child = children.get(key);
    if (child) child.paths.push(path);
    else children.set(key, { depth: node.depth + 1, paths: [path], children: null });
  }
  node.children = children;
  return children;
}

const isAbsolute = (path: string): boolean => /^(?:[\\/]|[A-Za-z]:[\\/]|[a-z-]+:\/\/)/.test(path);

/** Follows the reported segments from the last one up, as long as some tracked file agrees. */
function deepest(root: Node, segments: readonly string[]): Node {
  let node = root;
  for (let depth = 1; depth <= segments.length; depth++) {
    const next = childrenOf(node).get(segments.at(-depth) ?? '');
    if (!next) break;
    node = next;
  }
  return node;
}

/**
 * A suffix counts when it is unique and at least two segments long. One segment proves something only for a report
 * that gave no directory, or for a file in the repository's root; elsewhere the machine has many of the same name.
 */
function accept(node: Node, segments: readonly string[], absolute: boolean): string | null {
  if (node.depth === 0) return null;
  const whole = node.paths.find((path) => path.split('/').length === node.depth);
  const [only, ...others] = node.paths;
  if (only === undefined) return null;
  if (whole !== undefined && (node.depth >= 2 || (segments.length === 1 && !absolute))) return whole;
  if (others.length > 0) return null;
  return node.depth >= 2 || whole === only || segments.length === 1 ? only : null;
}

/**
 * Index over the repository's tracked files (relative, `/`-separated). Exact path first, then the path under one of
 * `roots` (absolute workspaces: what is inside them and not tracked is nothing), else the unique longest suffix.
 */
export function buildPathIndex(trackedFiles: readonly string[], roots: readonly string[] = []): PathIndex {
  const exact = new Set(trackedFiles);
  const root: Node = { depth: 0, paths: [...exact], children: null };
  const prefixes = roots.map((prefix) => `${segmentsOf(prefix).join('/')}/`).filter((prefix) => prefix !== '/');
  const known = new Map<string, string | null>();
  const find = (path: string): string | null => {
    if (path.length > MAX_CHARS) return null;
    const segments = segmentsOf(path);
    const joined = segments.join('/');
    const absolute = isAbsolute(path);
    if (!absolute && exact.has(joined)) return joined;
    const inside = absolute ? prefixes.find((prefix) => joined.startsWith(prefix)) : undefined;
    if (inside !== undefined) {
      const rest = joined.slice(inside.length);
      return exact.has(rest) ? rest : null;
    }
    return accept(deepest(root, segments), segments, absolute);
  };
  return {
    resolve: (path) => {
      const cached = known.get(path);
      if (cached !== undefined) return cached;
      const found = find(path);
      known.set(path, found);
      return found;
    },
  };
}
