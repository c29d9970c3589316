/** What names, messages and models have been seen to carry, or could. */
export const HOSTILE: readonly string[] = [
  '</details></table><h1>pwn</h1><img src=x onerror=alert(1)>',
  '@octocat/team fixes #12, GH-34 and acme/petstore#56 (a1b2c3d4e5f60718293a4b5c6d7e8f9012345678)',
  '| pipe \\| escaped | `tick` ``two`` ```\n```\nfence <b>',
  'see https://evil.example/x www.evil.example mailto:a@b.example ftp://x.y [click](javascript:alert(1)) ![i](http://x/y.png)',
  '\u202egnp.exe\u2066 zero\u200bwidth \ufeff bidi \u200f',
  '\u001b[31mred\u001b[0m \u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007 #x1B[1m bell\u0007 nul\u0000 c1\u009b2J',
  '::error file=a.py::gotcha\n  ::stop-commands::zzz\nx ##[error]legacy ##[group]g',
  '1. one\n- two\n# three\n> four\n---\n===\n    code\n\t* five\n+ six',
  '<!-- hidden --> --> <script>alert(1)</script><style>*{}</style> &lt;b&gt; &#64;octocat &amp;',
  '*a* **b** __c__ ~~d~~ [^1] [x]: http://x :smile: $x^2$ $$y$$ $`z`$ \\',
  '` leading and trailing `',
  'lone \ud800 surrogate \udfff and 👨‍👩‍👧 and \u{e0041}tag',
  '${{ secrets.GITHUB_TOKEN }} %0A::warning::x %25 %3A',
  '__proto__',
  'constructor',
  '',
];
