/** Style of the page: light and dark by the reader's system, one column on a phone, every text at WCAG AA contrast. */
export const REPORT_CSS = String.raw`
:root { color-scheme: light dark; --bg: #ffffff; --panel: #f6f8fa; --line: #d1d9e0; --text: #1f2328; --muted: #59636e;
  --link: #0550ae; --bad: #b3261e; --bad-soft: #ffebe9; --flaky: #7d4e00; --flaky-soft: #fff4d6; --good: #1a7f37;
  --good-soft: #e6f6ea; --off: #59636e; --off-soft: #eaeef2; --code: #f0f2f5; --block-good: #57ab5a; --block-bad: #cf222e;
  --block-flaky: #d4a72c; --block-off: #8c959f; --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
@media (prefers-color-scheme: dark) { :root { --bg: #0d1117; --panel: #151b23; --line: #3d444d; --text: #e6edf3;
  --muted: #9198a1; --link: #79c0ff; --bad: #ff9492; --bad-soft: #3a1a1d; --flaky: #e3b341; --flaky-soft: #332a10;
  --good: #6bc46d; --good-soft: #12301b; --off: #9198a1; --off-soft: #212830; --code: #1c232c; --block-good: #347d39;
  --block-bad: #f47067; --block-flaky: #c69026; --block-off: #545d68; } }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { -webkit-text-size-adjust: 100%; }
body { overflow-wrap: break-word; margin: 0 auto; max-width: 76rem; padding: 1.25rem 1rem 4rem; background: var(--bg); color: var(--text);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: .25rem 0 .75rem; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; margin: 2rem 0 .75rem; }
h3 { font-size: 1rem; margin: 0 0 .4rem; overflow-wrap: anywhere; }
.attempt h3 { font-size: .9rem; }
p { margin: .4rem 0; }
a { color: var(--link); }
code, pre { font-family: var(--mono); font-size: .86em; }
code { background: var(--code); border-radius: 4px; padding: .1em .3em; overflow-wrap: anywhere; }
pre { background: var(--code); border-radius: 6px; padding: .6rem .75rem; margin: .5rem 0; white-space: pre-wrap;
  overflow-wrap: anywhere; }
pre.command { user-select: all; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 4px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--bg); padding: .25rem .5rem; }
/* Read aloud, not shown. */
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.muted { color: var(--muted); }
.facts { color: var(--muted); font-size: .92em; display: flex; flex-wrap: wrap; gap: .15rem .9rem; margin: .25rem 0; padding: 0; list-style: none; }
.facts li { min-width: 0; overflow-wrap: anywhere; }
.mark { color: var(--off); font-weight: 700; display: inline-block; min-width: 1.1em; text-align: center; }
.failure > .mark, .m-failed, .m-error, .m-timeout, .m-crashed, .m-lost, td.failure { color: var(--bad); }
.success > .mark, .m-passed, td.success { color: var(--good); }
.m-flaky, .m-quarantined, td.flaky { color: var(--flaky); }
.bar { display: block; width: 100%; height: 12px; border-radius: 6px; background: var(--off-soft); }
.b-good { fill: var(--block-good); } .b-bad { fill: var(--block-bad); } .b-flaky { fill: var(--block-flaky); } .b-off { fill: var(--block-off); }
.card { border: 1px solid var(--line); border-left: 4px solid var(--line); border-radius: 6px; background: var(--panel);
  padding: .8rem 1rem; margin: 0 0 .8rem; }
.card.bad { border-left-color: var(--block-bad); } .card.flaky { border-left-color: var(--block-flaky); }
.badge { border: 1px solid currentColor; border-radius: 1em; padding: 0 .55em; font-size: .8em; white-space: nowrap; }
.badge.new { color: var(--bad); } .badge.known { color: var(--muted); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .93em; }
th, td { text-align: right; padding: .3rem .6rem; border-bottom: 1px solid var(--line); white-space: nowrap; }
th:first-child, td:first-child, th:nth-child(2), td:nth-child(2), th:nth-child(3), td:nth-child(3) { text-align: left; }
th { color: var(--muted); font-weight: 600; }
button, select, input { font: inherit; color: var(--text); background: var(--bg); border: 1px solid var(--line); border-radius: 6px;
  padding: .35rem .6rem; min-height: 2.25rem; max-width: 100%; }
button { cursor: pointer; } button:hover { background: var(--off-soft); }
button[aria-pressed="true"] { background: var(--text); color: var(--bg); border-color: var(--text); }
.filters { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: .5rem; align-items: end; }
.filters label { display: grid; grid-template-columns: minmax(0, 1fr); min-width: 0; gap: .15rem; font-size: .85em; color: var(--muted); }
.filters .search { grid-column: 1 / -1; }
.chips { display: flex; flex-wrap: wrap; gap: .4rem; margin: .6rem 0; }
.chips button { border-radius: 2em; min-height: 2rem; padding: .15rem .7rem; }
.figures th:nth-child(n+2), .figures td:nth-child(n+2) { text-align: right; font-variant-numeric: tabular-nums; }
.prose th, .prose td { text-align: left; vertical-align: top; }
.prose td:nth-child(3) { white-space: normal; min-width: 16rem; width: 100%; overflow-wrap: anywhere; }
.prose summary { cursor: pointer; color: var(--muted); } .prose img { display: block; max-width: 16rem; max-height: 7rem; border: 1px solid var(--line); }
.badge.critical, .badge.high { color: var(--bad); } .badge.medium { color: var(--flaky); } .badge.low, .badge.info { color: var(--muted); }
section > h3:not(:first-of-type) { margin-top: 1.2rem; }
.curves { display: grid; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); gap: .8rem; margin-top: .8rem; }
.curves figure { margin: 0; } .curves figcaption { font-size: .85em; color: var(--muted); } .curves strong { color: var(--text); }
.curves svg { display: block; width: 100%; height: 6rem; background: var(--panel); border: solid var(--line); border-width: 0 0 1px; }
.curves .axis { margin: .1rem 0 0; }
.curves polyline { fill: none; stroke: var(--link); stroke-width: 2; stroke-linecap: round; vector-effect: non-scaling-stroke; }
.curves .bad polyline { stroke: var(--block-bad); }
`;
