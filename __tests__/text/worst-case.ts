import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** Attacks for one pattern: those of its first parts. */
const MOST_ATTACKS = process.env['TORTURE'] === '1' ? 1_000 : 30;
/** Repetitions below this bound cost little, whatever is repeated. */
const SMALL = 20;
const CANDIDATES = Array.from('a1 "<;:-/.=A\n[(&,|`#@\\é\u001b');
/** What no pattern expects: it makes the end of an attack fail to match. */
const END = '\u0000!\n\u0000';

function classSamples(node: AST.CharacterClass | AST.CharacterSet, flags: string): readonly string[] {
  const one = new RegExp(`^(?:${node.raw})$`, flags.replaceAll(/[gy]/g, ''));
  return CANDIDATES.filter((candidate) => one.test(candidate));
}

/** A text that a part of a pattern matches; empty for assertions. */
function sampleOf(node: AST.Element | AST.Alternative, flags: string): string {
  switch (node.type) {
    case 'Alternative':
      return node.elements.map((element) => sampleOf(element, flags)).join('');
    case 'Group':
    case 'CapturingGroup':
      return node.alternatives[0] === undefined ? '' : sampleOf(node.alternatives[0], flags);
    case 'Character':
      return String.fromCodePoint(node.value);
    case 'CharacterClass':
    case 'CharacterSet':
      return classSamples(node, flags)[0] ?? 'a';
    case 'Quantifier':
      return sampleOf(node.element, flags).repeat(Math.max(1, node.min));
    default:
      return '';
  }
}

/** What a repeated part can be, in several ways. */
function unitsOf(element: AST.QuantifiableElement, flags: string): readonly string[] {
  if (element.type === 'CharacterClass' || element.type === 'CharacterSet')
    return classSamples(element, flags).slice(0, 4);
  if (element.type === 'Group' || element.type === 'CapturingGroup')
    return element.alternatives.map((alternative) => sampleOf(alternative, flags)).filter((unit) => unit !== '');
  const sample = sampleOf(element, flags);
  return sample === '' ? [] : [sample];
}

interface Repeated {
  readonly before: string;
  readonly unit: string;
}

function repeatedParts(alternatives: readonly AST.Alternative[], before: string, flags: string): readonly Repeated[] {
  return alternatives.flatMap(({ elements }) => {
    const parts: Repeated[] = [];
    let prefix = before;
    for (const element of elements) {
      parts.push(...repeatedIn(element, prefix, flags));
      prefix += sampleOf(element, flags);
    }
    return parts;
  });
}

function repeatedIn(element: AST.Element, before: string, flags: string): readonly Repeated[] {
  if (element.type === 'Quantifier') {
    const own = element.max < SMALL ? [] : unitsOf(element.element, flags).map((unit) => ({ before, unit }));
    return [...own, ...repeatedIn(element.element, before, flags)];
  }
  return 'alternatives' in element ? repeatedParts(element.alternatives, before, flags) : [];
}

/** Texts of about `size` characters on which a pattern works hardest: its repeated parts, and no match in the end. */
export function worstCases(pattern: RegExp, size: number): readonly string[] {
  const { pattern: parsed } = new RegExpParser().parseLiteral(String(pattern));
  const { flags } = pattern;
  const fill = (unit: string): string => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
  const attacks = new Set<string>();
  for (const { before, unit } of repeatedParts(parsed.alternatives, '', flags)) {
    attacks.add(`${before}${fill(unit)}${END}`);
    attacks.add(`${fill(`${before}${unit}`)}${END}`);
    attacks.add(`${fill(`${before}${unit.repeat(30)}`)}${END}`);
  }
  for (const alternative of parsed.alternatives) {
    const whole = sampleOf(alternative, flags);
    if (whole.length > 1) attacks.add(`${fill(whole.slice(0, -1))}${END}`);
    if (whole !== '') attacks.add(`${fill(whole)}${END}`);
  }
  return [...attacks].slice(0, MOST_ATTACKS);
}
