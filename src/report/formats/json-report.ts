import { allureContainerDialect, allureDialect } from './allure.js';
import { ctrfDialect } from './ctrf.js';
import { cucumberDialect } from './cucumber.js';
import { artilleryDialect } from '../load/artillery.js';
import { k6Dialect } from '../load/k6.js';
import { jestDialect } from './jest.js';
import { type Json } from '../../text/json.js';
import { parseJson } from '../../text/json.js';
import { mochaDialect } from './mocha.js';
import { CaseMaker } from '../case-builder.js';
import { playwrightDialect } from './playwright.js';
import { rspecDialect } from './rspec.js';
import type { ReportBody } from '../report-reader.js';
import type { ReportInProgress, ReportRead } from '../report-reader.js';

/** One JSON format of test results: whether a document is one, and what it says. */
export interface JsonDialect {
  readonly format: string;
  readonly matches: (document: Json) => boolean;
  readonly read: (document: Json, make: CaseMaker) => Omit<ReportBody, 'format' | 'lost' | 'shortened'>;
}

const DIALECTS: readonly JsonDialect[] = [
  playwrightDialect,
  ctrfDialect,
  jestDialect,
  mochaDialect,
  cucumberDialect,
  rspecDialect,
  k6Dialect,
  artilleryDialect,
  allureDialect,
  allureContainerDialect,
];

/** JSON is parsed whole; what is longer counts as torn. */
const MAX_JSON_CHARS = 256_000_000;

const START = /^(?:\{\s*["}]|\[\s*(?:[[\]{]|$))/m;

/** Where a JSON document begins, at the start of a line; -1 when there is none. */
export function startOfJson(text: string): number {
  return text.search(START);
}

/** The document, with what a program printed around it left out. */
function parseWithin(text: string): Json {
  const whole = parseJson(text.slice(Math.max(0, startOfJson(text))));
  if (whole !== undefined) return whole;
  const end = Math.max(text.lastIndexOf('\n}'), text.lastIndexOf('\n]'));
  return parseJson(text.slice(Math.max(0, startOfJson(text)), end + 2));
}

/** Reads the formats that are one JSON document. */
export class JsonReport implements ReportInProgress {
  readonly #make: CaseMaker;
  #pieces: string[] = [];
  #length = 0;

  constructor(maxKeptChars: number) {
    this.#make = new CaseMaker(maxKeptChars);
  }

  write(text: string): void {
    this.#length += text.length;
    if (this.#length <= MAX_JSON_CHARS) this.#pieces.push(text);
  }

  end(): ReportRead {
    const document = this.#length > MAX_JSON_CHARS ? undefined : parseWithin(this.#pieces.join(''));
    this.#pieces = [];
    if (document === undefined) return { body: null, root: '', torn: true, repaired: false };
    const dialect = DIALECTS.find(({ matches }) => matches(document));
    const body = dialect?.read(document, this.#make);
    if (dialect === undefined || body === undefined) return { body: null, root: 'JSON', torn: false, repaired: false };
    const { refused: shortened } = this.#make.budget;
    return { body: { ...body, format: dialect.format, lost: 0, shortened }, root: '', torn: false, repaired: false };
  }
}
