/** Style of the list of tests, of one test, of the timeline and of paper. */
export const TESTS_CSS = String.raw`
.tests { border-top: 1px solid var(--line); }
.test { border-bottom: 1px solid var(--line); }
.test > summary { display: grid; grid-template-columns: 1.3rem minmax(0, 1fr) auto auto auto; gap: .1rem .7rem; align-items: baseline;
  padding: .4rem .3rem; cursor: pointer; list-style: none; }
.test > summary::-webkit-details-marker { display: none; }
.test > summary:hover { background: var(--panel); }
.test .id { font-family: var(--mono); font-size: .86em; overflow-wrap: anywhere; }
.test .said { color: var(--muted); font-size: .88em; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.test .badge { grid-area: 1 / 3; } .test .suite { grid-area: 1 / 4; } .test .time { grid-area: 1 / 5; } .test .said { grid-area: 2 / 2 / 3 / -1; }
.test .time { color: var(--muted); font-variant-numeric: tabular-nums; font-size: .9em; }
.test .suite { color: var(--muted); font-size: .9em; }
.test[open] > summary { background: var(--panel); }
.test .body { padding: .3rem .3rem 1rem 2rem; }
.attempts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: .8rem; margin-top: .6rem; }
.attempt { border: 1px solid var(--line); border-radius: 6px; padding: .6rem .75rem; min-width: 0; }
.attempt details > summary { cursor: pointer; color: var(--muted); }
.shots { display: flex; flex-wrap: wrap; gap: .6rem; margin: .6rem 0; }
.shots img { max-width: min(28rem, 100%); max-height: 20rem; border: 1px solid var(--line); border-radius: 4px; }
.count { margin: .8rem 0 .4rem; }
.more { margin: .8rem 0; }
.timeline { border: 1px solid var(--line); border-radius: 6px; background: var(--panel); padding: .6rem .75rem; position: relative; }
.lane { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: .7rem; align-items: start; margin: .3rem 0; }
.lane .name { font-size: .88em; overflow-wrap: anywhere; }
.lane canvas { display: block; width: 100%; cursor: pointer; border-radius: 3px; }
.axis { display: flex; justify-content: space-between; color: var(--muted); font-size: .8em; }
.tip { position: absolute; pointer-events: none; background: var(--text); color: var(--bg); border-radius: 4px; padding: .2rem .5rem;
  font-size: .82em; max-width: 24rem; overflow-wrap: anywhere; z-index: 1; }
.c30 { color: var(--muted); } .c31, .c91 { color: var(--bad); } .c32, .c92 { color: var(--good); } .c33, .c93 { color: var(--flaky); }
.c34, .c94 { color: var(--link); } .c35, .c95 { color: #9a3b9a; } .c36, .c96 { color: #0f6a73; } .c37, .c97 { color: var(--text); } .c90 { color: var(--muted); }
.bold { font-weight: 700; } .dim { color: var(--muted); } .italic { font-style: italic; } .under { text-decoration: underline; }
@media (prefers-color-scheme: dark) { .c35, .c95 { color: #e0a0e0; } .c36, .c96 { color: #6fd0d8; } }
footer { margin-top: 3rem; color: var(--muted); font-size: .9em; }
@media (max-width: 640px) { body { padding: .8rem .75rem 3rem; } h1 { font-size: 1.2rem; } .lane { grid-template-columns: 1fr; gap: .2rem; }
  .test > summary { grid-template-columns: 1.3rem minmax(0, 1fr) auto; } .test .suite, .test .badge { display: none; } .test .time { grid-area: 1 / 3; }
  .test .body { padding-left: .3rem; } }
@media print { .filters, .chips, .more, .skip, .timeline, button { display: none; } body { max-width: none; } .card { break-inside: avoid; } }
`;
