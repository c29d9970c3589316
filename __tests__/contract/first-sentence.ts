import { basename, extname } from 'node:path';
import ts from 'typescript';

/** The first sentence about a file: of the comment that it begins with, or of the documentation of its main export. */
export function firstSentence(name: string, text: string): string {
  const isTyped = name.endsWith('.ts') && !name.endsWith('.d.ts');
  const comment = isTyped && !text.startsWith('//') ? documentation(name, text) : headComment(text);
  const flat = comment.replace(/\s+/g, ' ').trim();
  return /^.*?\.(?= |$)/.exec(flat)?.[0] ?? flat;
}

function headComment(text: string): string {
  const block = /^\s*\/\*+([^]*?)\*\//.exec(text)?.[1] ?? /^\s*"""([^]*?)"""/.exec(text)?.[1];
  if (block !== undefined) return block.replace(/^\s*\* ?/gm, '').split(/\n\s*\n/)[0] ?? '';
  return /^(\/\/.*\n)*/.exec(text)?.[0].replace(/^\/\/ ?/gm, '') ?? '';
}

/** Documentation of the declaration whose name is nearest to that of the file; an entry exports nothing. */
function documentation(name: string, text: string): string {
  const { statements } = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const wanted = wordsOf(basename(name, extname(name)));
  const exported = statements.filter(
    (each) =>
      ts.canHaveModifiers(each) && ts.getModifiers(each)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
  );
  const candidates = exported.length > 0 ? exported : statements.filter(ts.isFunctionDeclaration);
  const [best] = candidates
    .map((each) => ({ each, score: scoreOf(each, wanted) }))
    .toSorted((one, other) => other.score - one.score);
  if (best === undefined) return '';
  return ts
    .getJSDocCommentsAndTags(best.each)
    .map((doc) => ts.getTextOfJSDocComment(doc.comment) ?? '')
    .join(' ');
}

function scoreOf(statement: ts.Statement, wanted: ReadonlySet<string>): number {
  const words = wordsOf(nameOf(statement));
  const common = [...words].filter((word) => wanted.has(word)).length;
  const does = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
  return common * 10 - (words.size - common) * 0.1 + (does ? 0.5 : 0);
}

function nameOf(statement: ts.Statement): string {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations[0]?.name.getText() ?? '';
  return (statement as ts.DeclarationStatement).name?.getText() ?? '';
}

function wordsOf(name: string): ReadonlySet<string> {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
  return new Set(words.split(/[^a-z0-9]+/).filter(Boolean));
}
