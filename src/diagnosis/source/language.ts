/** A programming language, as the extension of a file shows it. */
export type Language =
  'python' | 'javascript' | 'java' | 'kotlin' | 'scala' | 'ruby' | 'go' | 'rust' | 'csharp' | 'php' | 'cpp';

/** What each language calls a thing; a language without an entry has no such thing worth naming. */
export type ByLanguage<T = string> = Readonly<Partial<Record<Language, T>>>;

const EXTENSIONS: readonly (readonly [file: RegExp, language: Language])[] = [
  [/\.py$/, 'python'],
  [/\.[cm]?[jt]sx?$/, 'javascript'],
  [/\.(?:java|groovy)$/, 'java'],
  [/\.kts?$/, 'kotlin'],
  [/\.scala$/, 'scala'],
  [/\.rb$/, 'ruby'],
  [/\.go$/, 'go'],
  [/\.rs$/, 'rust'],
  [/\.cs$/, 'csharp'],
  [/\.php$/, 'php'],
  [/\.(?:cc|cpp|cxx)$/, 'cpp'],
];

/** The language of a file or of a place in it (`tests/test_a.py:4`); null when its extension is not known. */
export function languageOf(where: string): Language | null {
  const file = where.replace(/:\d{1,7}$/, '');
  return EXTENSIONS.find(([known]) => known.test(file))?.[1] ?? null;
}

/** What the language of a place calls a thing, in brackets after a blank; empty when the table has no entry for it. */
export function inLanguage(table: ByLanguage, where: string): string {
  const language = languageOf(where);
  const way = language === null ? undefined : table[language];
  return way === undefined ? '' : ` (${way})`;
}
