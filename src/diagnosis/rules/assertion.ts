import { assertionKind } from './assertion-kind.js';
import { comparisonIn } from '../facts/comparison.js';
import { explainedStatus } from './explained-status.js';
import { firstMatch, type Facts, type Classification } from './rule.js';
import { CONNECTION_RULES } from './connection-rules.js';
import { FLAKY_RULES } from './flaky-rules.js';
import { TIMEOUT_RULES } from './timeout-rules.js';

/** Classes that assertion libraries throw. */
const TYPES =
  /(?:^|[.$\\:])(?:\w{0,20}Assert\w*(?:Error|Failed\w*|Failure|Exception)|AssertionFailedError|ComparisonFailure|ExpectationFailedException|ExpectationNotMetError|MultipleFailuresError|TestFailedException|XunitException|\w*(?:Equal|Contains|True|False|Null|Throws|Empty|Single|Matches)Exception|MockExpectationError|WantedButNotInvoked|NeverWantedButInvoked|ArgumentsAreDifferent|TooManyActualInvocations|TooFewActualInvocations|NoInteractionsWanted|SpockComparisonFailure|ConditionNotSatisfiedError|JestAssertionError|Assertion|AssertError|MockException|VerifyException|FailError)\b|^expect\b|^(?:REQUIRE|CHECK|ASSERT|EXPECT)\w*$|^assert\w*$/i;
const NOT_TYPES = /ArgumentNull|KeyNotFound|NullReference|NullPointer|FormatException/;
/** Headlines that state a comparison, whatever threw them. */
const STATED =
  /^(?:assert\b|AssertionError\b|assertion (?:failed|error|with)|expect\(|Assert\.\w+|Failed: DID NOT|DID NOT (?:RAISE|WARN)|Failed asserting|Regex pattern did not match|Unable to find (?:an? )?(?:accessible )?(?:element|role|label|css|xpath|button|link|field|text)|Timed out \d+ms waiting for expect\(|Timed out retrying after .{1,20}: expected|XCTAssert|(?:REQUIRE|CHECK|EXPECT_|ASSERT_)\w*\b(?! constraint))/i;
const WEB_FIRST =
  /expect\(.{0,80}\)\.(?:not\.)?to\w+|waiting for expect\(|Timed out retrying after .{1,20}: (?:expected|.{0,40}\bto (?:be|have|equal|contain|include)\b)|locator\)\.|expect\w{0,80}\.to\w+|\bexpected (?:not )?to find (?:text|css|xpath|button|link|field|element|content|table|visible)/i;
/** A report that an error came where none was expected: the error is what matters. */
const UNWRAP =
  /^(?:Received unexpected error:?|Unexpected (?:error|exception)(?: type)?(?: thrown)?: ?|(?:expected )?no error(?: was)? expected,? (?:but )?got:? ?|expected no error,? (?:but )?got:? ?|unexpected err(?:or)?:? ?|Expected success,? (?:but )?got:? ?|Error running .{1,80}: |ifError got unwanted exception: |promise rejected "(?=.{1,400}" instead of resolving)|Unexpected failure:? ?)/i;

const verdict = (
  kind: string,
  rule: string,
  evidence: string,
  confidence: Classification['confidence'] = 'high',
): Classification => ({
  category: 'assertion',
  kind,
  confidence,
  rule,
  evidence,
});

/** The failure with the wrapper taken off, when an assertion only reports an error. */
export function unwrapped(facts: Facts): Facts {
  const rest = facts.headline
    .replace(UNWRAP, '')
    .replace(/" instead of resolving$/, '')
    .trim();
  const isSure = /^(?:ifError|promise rejected)/.test(facts.headline);
  if (rest === facts.headline || rest === '' || (!isSure && comparisonIn([rest]) !== null)) return facts;
  return { ...facts, type: '', headline: rest, head: rest };
}

/** True for a failure that an assertion library reported, by its class or by its words. */
export function isAssertion(facts: Facts): boolean {
  return (TYPES.test(facts.type) && !NOT_TYPES.test(facts.type)) || STATED.test(facts.headline);
}

/** What an assertion without a comparison may report; the bare word `timeout` is too often the subject of the test. */
const REPORTED = [...FLAKY_RULES, ...CONNECTION_RULES, ...TIMEOUT_RULES.filter(({ name }) => name !== 'timeout/any')];

/**
 * Decides a failure that an assertion reported. Its message counts as another category only when it compares nothing
 * and says that a wait or a connection failed, or when a compared status comes with the server's own explanation.
 */
export function assertionVerdict(facts: Facts): Classification | null {
  if (!isAssertion(facts)) return null;
  const explained = explainedStatus(facts);
  if (explained) return explained;
  const kind = assertionKind(facts);
  const compares =
    facts.comparison() !== null || WEB_FIRST.test(facts.head) || kind === 'expected-exception' || kind === 'mock';
  if (!compares) {
    const other = firstMatch(REPORTED, {
      ...facts,
      head: facts.headline,
    });
    if (other) return { ...other, confidence: 'medium' };
  }
  return verdict(kind, TYPES.test(facts.type) ? 'assertion/type' : 'assertion/stated', facts.headline.slice(0, 120));
}

/** Formats that only a comparison has. */
const SHAPE =
  /\bexpected\b.{0,200}\b(?:but (?:got|was|it was|it is|found|received|actual|had)|not (?:found|present)|to (?:be|equal|eql|deep|include|contain|have|match|throw|find|exist|sort)\b|got|received|actual(?:ly)?|instead)\b|\bgot\b.{1,160}\bwant(?:ed)?\b|\bwant(?:ed)?\b.{1,160}\bgot\b|, want |\bfailed asserting|Expecting (?:value|actual|that)|Expected equality of|Expected inequality|^Value of: |\(compared using|values? (?:differ|are not equal)|is not equal to|not equal:?|["'`/)\]] does not (?:equal|match|contain|include)\b|assert(?:ion)? .{0,60}failed|check_\w{2,6}\(|`(?:\[|test |assert\w* ).{0,200}' failed|received unexpected message|promise (?:resolved|rejected) .{0,40}instead|Missing expected (?:exception|rejection|failure)|(?:No|an?) exception (?:was|is|were) (?:not )?thrown|did not (?:throw|raise)|should (?:throw|raise|have thrown)|was not (?:thrown|raised)|\b(?:not|never) raised\b|snapshot.{0,40}(?:does ?n.t exist|mismatch|obsolete|differ)|\S {1,2}(?:!==|!=|===|==) {1,2}\S|is (?:true|false)\) failed|Received unexpected|\bexpected but (?:missing|not)\b|verification failed|\bwas (?:not|never) (?:made|called|invoked)\b(?! within)|received value must|exited? code .{0,20}expected|\bwantErr (?:true|false)\b/i;
const SHOULD =
  /\bshould (?:not |never |have |only |always |also )*(?:been |be |equal|contain|include|match|return|exist|have|timed|fail|succeed|pass|\w{3,12}\b)/i;
const PANIC = /panic did not contain expected|did not panic as expected/;

/** Text that states a comparison although no assertion class is known; a known other class is stronger. */
export function shapeVerdict(facts: Facts): Classification | null {
  const bodied = PANIC.test(facts.text);
  if (bodied) return verdict('expected-exception', 'assertion/shape', facts.headline.slice(0, 120), 'medium');
  const untyped = facts.type === '';
  const should = SHOULD.test(facts.headline) && !/wait|timed out (?:after|wait)|listening/i.test(facts.headline);
  if (!untyped || !(SHAPE.test(facts.headline) || should)) return null;
  return (
    explainedStatus(facts) ?? verdict(assertionKind(facts), 'assertion/shape', facts.headline.slice(0, 120), 'medium')
  );
}

const WEAK =
  /\b(?:is|are|was|were) (?:not )?(?:empty|zero|equal|true|false|the same|different)\.?$|\bnot (?:as )?expected\b|\bunexpected (?:value|result|output|response|status|number|count|length|body|content)|\bobvious fail\b|^fail(?:ed)?(?:\(\))?$|^.{0,3}expectation failed|mismatch(?:ed)?\b|threshold.{0,60}(?:not met|exceeded)|(?:above|below|over|under|exceeds?) (?:the )?(?:threshold|budget)\b|doesn't match|does not (?:equal|match|contain|include)\b|\bmust (?:not )?(?:equal|match|contain|be)\b/i;

/** The last resort before the body: words of disappointment. */
export function weakVerdict(facts: Facts): Classification | null {
  const labelled = facts.comparison();
  if (!WEAK.test(facts.headline) && !SHAPE.test(facts.headline) && labelled === null) return null;
  return verdict(assertionKind(facts), 'assertion/words', facts.headline.slice(0, 120), 'medium');
}
