const MAX_WORDS = 60;

/** Lower-case words of a name in snake_case, kebab-case or camelCase. */
export function wordsOf(name: string): readonly string[] {
  const parted = name.slice(0, 500).replace(/([a-z0-9])([A-Z])/g, '$1_$2');
  return parted
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS);
}
