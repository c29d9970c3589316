import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

/** Every node of a document as GitHub's dialect reads it, in order. */
export function parseGfm(markdown: string): readonly Node[] {
  const root = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return flatten(root);
}

function flatten(node: Node): readonly Node[] {
  return [node, ...(node.children ?? []).flatMap(flatten)];
}

const SPANNED = /<span>\$<\/span>/g;

/** What kinds of nodes there are; the `span` around a dollar sign is ours, and adjoining text is one text. */
export function shapeOf(markdown: string): readonly string[] {
  const types = parseGfm(markdown.replaceAll(SPANNED, 'S')).map(({ type }) => type);
  return types.filter((type, index) => type !== 'text' || types[index - 1] !== 'text');
}

/** What a reader sees of text and code, without the gaps that break references. */
export function textOf(markdown: string): string {
  return parseGfm(markdown)
    .map(({ type, value }) => (type === 'text' || type === 'inlineCode' || type === 'code' ? (value ?? '') : ''))
    .join('')
    .replaceAll('\u200b', '');
}

/** The longest name of an emoji that GitHub knows has 36 letters (`south_georgia_south_sandwich_islands`); others stay text. */
const EMOJI = /:[a-z\d_+-]{1,50}:/i;
const REFERENCES: readonly RegExp[] = [/@\w/, /#\d/, /\bGH-\d/i, /\b[\da-f]{40}\b/i, EMOJI, /\w:\/\//, /\bwww\./i];

/** What GitHub's later filters would turn into links, mentions or emoji; they never look into code. */
export function referencesIn(markdown: string): readonly string[] {
  const texts = parseGfm(markdown).flatMap(({ type, value }) => (type === 'text' ? [value ?? ''] : []));
  return texts.flatMap((text) => REFERENCES.flatMap((pattern) => pattern.exec(text)?.[0] ?? []));
}
