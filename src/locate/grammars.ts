import type { FrameFamily, FrameKind } from './frame.js';

/**
 * One shape of a line that names a place: groups `file`, `line` and, when there is one, `fn`. Every pattern is
 * anchored at both a start and a character class that cannot overlap with what follows, so matching is linear.
 */
export interface Grammar {
  readonly name: string;
  readonly family: FrameFamily;
  readonly kind: FrameKind;
  /** A substring without which the pattern cannot match. */
  readonly cue: string;
  readonly pattern: RegExp;
}

const g = (name: string, family: FrameFamily, kind: FrameKind, cue: string, pattern: RegExp): Grammar => ({
  name,
  family,
  kind,
  cue,
  pattern,
});

/** Ordered: the first grammar that matches a line wins. Sources: the runners' own output, see fixtures/failures. */
export const GRAMMARS: readonly Grammar[] = [
  g(
    'python-file',
    'python',
    'call',
    'File "',
    /^[ \t|+E>]*File "(?<file>[^"]{1,500})", line (?<line>\d{1,7})(?:, in (?<fn>.{1,200}))?/,
  ),
  g('pytest-fixture', 'python', 'call', ', line ', /^[ \t]*file (?<file>[^,]{1,500}), line (?<line>\d{1,7})$/),
  g(
    'pytest-in',
    'python',
    'call',
    '.py:',
    /^[ \t]{0,200}(?<file>(?:[A-Za-z]:)?[^\s:"'|>][^:"'|>]{0,499}\.py):(?<line>\d{1,7}): in (?<fn>.{1,200})$/,
  ),
  g(
    'pytest',
    'python',
    'call',
    '.py:',
    /^[ \t]{0,200}(?<file>(?:[A-Za-z]:)?[^\s:"'|>][^:"'|>]{0,499}\.py):(?<line>\d{1,7}):(?: [\w.]{0,200})?$/,
  ),
  g(
    'vitest',
    'script',
    'call',
    '❯',
    /^[ \t]*❯ (?:(?<fn>.{1,200}) )?(?<file>(?:[A-Za-z]:)?[^ :]{1,500}):(?<line>\d{1,7}):\d{1,7}$/,
  ),
  g(
    'gecko',
    'script',
    'call',
    '@',
    /^[ \t]*(?<fn>[^@:( ]{0,120})@(?<file>[^@ ]{1,500}\.\w{1,5}):(?<line>\d{1,7}):\d{1,7}$/,
  ),
  g('oxc', 'script', 'call', '─[', /─\[ ?(?<file>[^\s:]{1,500}\.\w{1,5}):(?<line>\d{1,7}):\d{1,7} ?\]/),
  g(
    'babel',
    'script',
    'call',
    '(',
    /^[ \t]*(?:SyntaxError: )?(?<file>(?:[A-Za-z]:)?[^: (]{1,500}\.[cm]?[jt]sx?): .{1,300} \((?<line>\d{1,7}):\d{1,7}\)$/,
  ),
  g(
    'playwright-title',
    'script',
    'declaration',
    ' › ',
    /^[ \t]*(?:\d{1,6}\) )?(?:\[[^\]]{1,80}\] › )?(?<file>[^:›]{1,500}\.\w{1,4}):(?<line>\d{1,7}):\d{1,7} › /,
  ),
  g(
    'deno-title',
    'script',
    'declaration',
    ' => ',
    /^.{1,300} => (?<file>[^ :]{1,500}\.[cm]?[jt]sx?):(?<line>\d{1,7}):\d{1,7}$/,
  ),
  g(
    'ginkgo-node',
    'go',
    'call',
    '] at: ',
    /\[(?<fn>It|BeforeEach|AfterEach|BeforeSuite|AfterSuite|JustBeforeEach|DeferCleanup)[^\]]{0,40}\] at: (?<file>[^ :]{1,500}\.go):(?<line>\d{1,7})/,
  ),
  g('ginkgo', 'ginkgo', 'call', '.go:', /^[ \t]*(?<file>\/[^ :]{1,500}\.go):(?<line>\d{1,7})$/),
  g(
    'go-panic',
    'go',
    'call',
    '.go:',
    /^[ \t]+(?<file>(?:[A-Za-z]:)?[^ :]{1,500}\.go):(?<line>\d{1,7}) \+0x[\da-f]{1,16}$/,
  ),
  g(
    'testify',
    'go',
    'call',
    '.go:',
    /^(?=[ \t]|Error Trace:[ \t])[ \t]{0,200}(?:Error Trace:[ \t]{1,200})?(?<file>(?:[A-Za-z]:)?[^ :\t]{1,500}\.go):(?<line>\d{1,7})$/,
  ),
  g('gocheck', 'go', 'declaration', 'FAIL: ', /^FAIL: (?<file>[^ :]{1,500}\.go):(?<line>\d{1,7}):/),
  g(
    'klog',
    'go',
    'call',
    '.go:',
    /^[EFWI]\d{4} [\d:.]{8,16} {1,8}\d{1,8} (?<file>[^ :]{1,300}\.go):(?<line>\d{1,7})\]/,
  ),
  g(
    'go-test',
    'go',
    'call',
    '.go:',
    /^[ \t]*(?<file>(?:[A-Za-z]:)?[^ :\t]{1,500}\.go):(?<line>\d{1,7}):(?:\d{1,7}:)?(?: |$)/,
  ),
  g('rust-panic', 'rust', 'call', 'panicked at ', /panicked at (?<file>[^ :']{1,500}\.rs):(?<line>\d{1,7})/),
  g('rust-old', 'rust', 'call', 'panicked at ', /, (?<file>[^ :',]{1,500}\.rs):(?<line>\d{1,7})(?::\d{1,7})?$/),
  g(
    'rspec',
    'ruby',
    'call',
    '.rb:',
    /^[ \t]{0,200}(?:# |from )?(?<file>(?:[A-Za-z]:)?[^\s:#[\]][^:#[\]]{0,499}\.rb):(?<line>\d{1,7})(?::in (?<fn>.{1,200}))?$/,
  ),
  g('minitest', 'ruby', 'call', '.rb:', /\[(?<file>[^ :[\]]{1,500}\.rb):(?<line>\d{1,7})\]/),
  g(
    'php',
    'php',
    'call',
    '.ph',
    /^(?:#\d{1,4} )?(?<file>(?:[A-Za-z]:)?[^:()]{1,500}\.php[t]?)[:(](?<line>\d{1,7})\)?(?:: .{0,200})?$/,
  ),
  g(
    'exunit-frame',
    'elixir',
    'call',
    '.ex',
    /^[ \t]*(?:\([^)]{1,80}\) )?(?<file>[^ :()]{1,500}\.exs?):(?<line>\d{1,7}): (?<fn>.{1,200})$/,
  ),
  g('exunit-title', 'elixir', 'declaration', '.ex', /^[ \t]*(?<file>[^ :()]{1,500}\.exs?):(?<line>\d{1,7})$/),
  g(
    'behave',
    'feature',
    'call',
    '.feature',
    /^[ \t]*Location: (?<file>[^:]{1,500}\.feature(?:\.md)?):(?<line>\d{1,7})/,
  ),
  g(
    'cucumber',
    'feature',
    'call',
    '.feature',
    /(?:^|[ \t#(])(?<file>[^ :()#]{1,500}\.feature(?:\.md)?):(?<line>\d{1,7})/,
  ),
  g(
    'tap',
    'other',
    'call',
    ' line ',
    /^[ \t#]*(?:at|in) (?<file>[^ ]{1,300}\.(?:t|pl|pm)) (?:at )?line (?<line>\d{1,7})\.?$/,
  ),
  g('bats', 'other', 'call', ', line ', /in (?:test )?file (?<file>[^,]{1,300}), line (?<line>\d{1,7})/),
  g('erlang', 'other', 'call', ', line', /[("](?<file>[^("]{1,300}\.(?:erl|hrl|ml|mli))"?, line (?<line>\d{1,7})/),
  g('scalatest', 'jvm', 'call', '.', /\((?<file>[\w$-]{1,120}\.(?:scala|kt|java|groovy)):(?<line>\d{1,7})\)$/),
  g(
    'terraform',
    'other',
    'call',
    ' line ',
    /^[ │╷|]*on (?<file>[^ ]{1,300}\.(?:tf|hcl|tftest\.hcl)) line (?<line>\d{1,7}), in/,
  ),
  g('bash', 'other', 'call', ': line ', /^(?<file>[^ :]{1,300}\.(?:sh|bash|bats)): line (?<line>\d{1,7}): /),
  g(
    'compiler-parens',
    'native',
    'call',
    '(',
    /^[ \t]{0,200}(?<file>(?:[A-Za-z]:)?[^\s:()"][^:()"]{0,499}\.(?:cs|fs|vb|cpp|cc|cxx|c|h|hpp|ts|tsx|kt|java|f90|pas)) ?\((?<line>\d{1,7})(?:,\d{1,7})?\): /,
  ),
  g(
    'native',
    'native',
    'call',
    ':',
    /^[ \t]*(?<file>(?:[A-Za-z]:)?[^\s:()"[\]<>|]{1,500}\.(?:c|cc|cpp|cxx|h|hpp|hxx|m|mm|swift|d|zig|nim|f90|hs|lua|dart|jl|java|kt|scala|ts|tsx|js|mjs|cjs|jsx|vue|svelte)):(?<line>\d{1,7})(?::\d{1,7})?(?:[:" ]|$)/,
  ),
];
