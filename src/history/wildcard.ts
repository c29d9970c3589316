/**
 * Whether a text matches a pattern in which `*` stands for any characters and `?` for one that is no `/`. Only the last
 * `*` is ever tried again, so the cost is at most the product of both lengths.
 */
export function matchesWildcard(pattern: string, text: string): boolean {
  let [at, next, star, resume] = [0, 0, -1, 0];
  while (at < text.length) {
    const wanted = pattern[next];
    if (wanted === '*') {
      star = next++;
      resume = at;
    } else if (wanted === text[at] || (wanted === '?' && text[at] !== '/')) {
      at += 1;
      next += 1;
    } else if (star >= 0) {
      next = star + 1;
      at = resume += 1;
    } else return false;
  }
  while (pattern[next] === '*') next += 1;
  return next === pattern.length;
}
