import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../../..');

/** One page for people: relative path and text. */
export interface Page {
  readonly path: string;
  readonly text: string;
}

/** A fenced block of a page. */
export interface Block {
  readonly page: string;
  /** 1-based line of its fence. */
  readonly line: number;
  readonly language: string;
  readonly text: string;
}

const TOP = readdirSync(ROOT).filter((name) => name.endsWith('.md'));
const DOCS = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
  .map((name) => `docs/${name.replaceAll('\\', '/')}`)
  .filter((name) => name.endsWith('.md'));

/** Every page of the top folder and of docs. */
export const PAGES: readonly Page[] = [...TOP, ...DOCS].toSorted().map((path) => {
  return { path, text: readFileSync(join(ROOT, path), 'utf8') };
});

/** The fenced blocks of a page. */
export function blocksOf({ path, text }: Page): readonly Block[] {
  const before = (index: number): number => text.slice(0, index).split('\n').length;
  return [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(({ 1: language = '', 2: inner = '', index }) => {
    return { page: path, line: before(index), language, text: inner };
  });
}

/** Text without fenced blocks and code in a line. */
export function prose(text: string): string {
  return text.replace(/^```.*?^```$/gms, '').replace(/`[^`\n]*`/g, '`code`');
}

/** Anchors of a page, as GitHub makes them of headings. */
export function anchorsOf(text: string): readonly string[] {
  const headings = [...text.replace(/^```.*?^```$/gms, '').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
