import type { Rule } from './rule.js';

const base = { category: 'unknown', confidence: 'high', on: 'head' } as const;

/** Defects of code, environment and tooling: no category of their own, but a precise kind. */
export const CODE_RULES: readonly Rule[] = [
  {
    ...base,
    name: 'code/missing-mark',
    kind: 'missing-mark',
    match:
      /Database access not allowed, use the|use the "django_db" mark|async def functions are not natively supported/,
    why: 'pytest-django keeps tests without the mark away from the database, pytest-asyncio does not call them.',
  },
  {
    ...base,
    name: 'code/element-state',
    kind: 'element-state',
    match: /Clicking the checkbox did not change its state/,
    why: 'Playwright clicked a box and the page did not check it.',
  },
  {
    ...base,
    name: 'code/missing-module',
    kind: 'missing-dependency',
    match:
      /No module named|ModuleNotFoundError|Cannot find (?:module|package)|ERR_MODULE_NOT_FOUND|Failed to (?:resolve import|load url)|Could not resolve ["']|Module not found|cannot load such file|Could not find gem|(?:Class|Trait|Interface) ["'`][\w\\]{1,200}["'`] not found|NoClassDefFoundError|ClassNotFoundException|cannot find package|no required module provides package|package .{1,120} is not in (?:GOROOT|std)|Could not load file or assembly|use of undeclared crate|can't find crate|ImportError while importing|Unable to resolve module|Can't locate [\w/]+\.pm/,
    why: 'How each language says that an imported thing is not there.',
  },
  {
    ...base,
    name: 'code/import',
    kind: 'import-error',
    match:
      /\bImportError\b|cannot import name|does not provide an export named|is not exported (?:from|by)|circular import|DLL load failed|Must use import to load ES Module|ERR_REQUIRE_ESM|undefined symbol:|error while loading shared libraries|Cannot use import statement|Unexpected token 'export'|require\(\) of ES Module|ExceptionInInitializerError|UnsupportedClassVersionError|UnsatisfiedLinkError/,
    why: 'The module exists but cannot be loaded.',
  },
  {
    ...base,
    name: 'code/missing-fixture',
    kind: 'missing-fixture',
    match:
      /fixture '[^']{1,200}' not found|fixture "[^"]{1,200}" (?:not found|has unknown)|recursive dependency involving fixture|ScopeMismatch|No ParameterResolver registered/,
    why: 'pytest and JUnit 5 name a test argument nobody provides.',
  },
  {
    ...base,
    name: 'code/undefined-step',
    kind: 'undefined-step',
    match:
      /undefined step|step (?:is )?(?:undefined|not defined|not implemented)|You can implement (?:this|missing) step|StepNotImplementedError|NotImplementedError: STEP|UndefinedStep|Step definition is not found|Step undefined|steps? (?:were|was) undefined/i,
    why: 'Gherkin runners: a sentence of the feature file has no code.',
  },
  {
    ...base,
    name: 'code/syntax',
    kind: 'syntax-error',
    match:
      /\b(?:SyntaxError|IndentationError|TabError)\b(?!.{0,120}(?:JSON|position \d|YAML|XML))|encountered an unexpected token|Transform failed with|Unexpected (?:reserved word|identifier|strict mode)|unexpected indent|PHP Parse error|syntax error, unexpected|CompileError|\bbuild failed\b|\[build failed\]|could not compile|Compilation failed|error TS\d{3,5}:|error\[E\d{4}\]|error CS\d{4}|cannot find symbol|undefined: \w|declared (?:and|but) not used|imported and not used|undefined reference to/i,
    unless:
      /JSON|near "|at or near|SQLSTATE|SQLITE_ERROR|You have an error in your SQL|42601|psycopg|selector|pattern|regular expression/i,
    why: 'Compilers, parsers and bundlers stop before a test runs.',
  },
  {
    ...base,
    name: 'code/undefined-name',
    kind: 'code-error',
    match:
      /\bNameError\b|\bReferenceError\b|\bUnboundLocalError\b|\bis not defined\b|(?:undefined|uninitialized) (?:local variable|constant|method|function)|Undefined variable|Call to undefined (?:function|method)|has no attribute|has no member|is not a function|is not a constructor|NoMethodError|NoSuchMethod(?:Error|Exception)|NoSuchFieldError|MissingMethodException|AbstractMethodError|does not respond to|attempt to call a (?:nil|table)/,
    unless: /\bnil:NilClass\b|for nil\b/,
    why: 'A name that the code uses does not exist.',
  },
  {
    ...base,
    name: 'code/memory',
    kind: 'out-of-memory',
    match:
      /out of memory|OutOfMemory|MemoryError|heap limit|Cannot allocate memory|\bENOMEM\b|\bOOM[- ]?[Kk]ill|OOMKilled|memory allocation of \d+ bytes failed|exceeded the memory limit|Allowed memory size/i,
    why: 'The process or the machine ran out of memory.',
  },
  {
    ...base,
    name: 'code/disk',
    kind: 'disk-full',
    match:
      /No space left on device|\bENOSPC\b|disk (?:is )?full|not enough space on the disk|Disk quota exceeded|\bEDQUOT\b|database or disk is full|\bEMFILE\b|\bENFILE\b|Too many open files/i,
    why: 'errno ENOSPC, EDQUOT, EMFILE.',
  },
  {
    ...base,
    name: 'code/port',
    kind: 'port-in-use',
    match:
      /\bEADDRINUSE\b|address already in use|AddrInUse|port (?:\d+ )?(?:is )?already (?:in use|allocated|bound)|Only one usage of each socket address|Errno 98\b|bind: address|java\.net\.BindException|Failed to bind to/i,
    why: 'errno EADDRINUSE (98, 48, 10048): somebody else listens there.',
  },
  {
    ...base,
    name: 'code/browser-start',
    kind: 'browser-start',
    match:
      /Executable doesn't exist at|browserType\.launch|Failed to launch (?:the )?browser|Could not find (?:Chrome|Chromium|Firefox|browser)|cannot find (?:Chrome|Firefox|MSEdge) binary|Unable to obtain driver for|'(?:chrome|gecko|msedge)driver' executable needs|Browser was not found at the configured executablePath|unknown error: cannot find|DevToolsActivePort|session not created|SessionNotCreated/i,
    unless: /Timeout \d+ms exceeded|net::ERR_/,
    why: 'The browser or its driver is not installed, or did not start.',
  },
  {
    ...base,
    name: 'code/browser-closed',
    kind: 'browser-closed',
    match:
      /Target (?:page, context or browser has been )?closed|(?:browser|page|context|target|session|tab|frame|window) (?:has been |was |is |got )?(?:closed|disconnected|detached)|no such (?:session|window)|invalid session id|NoSuchWindow|NoSuchSession|InvalidSessionId|not connected to DevTools|session deleted|chrome not reachable|Navigating frame was detached|Execution context was destroyed|Protocol error \(/i,
    unless: /Timeout \d+ms exceeded|net::ERR_/,
    why: 'The browser went away or never came: nothing on the page is to blame.',
  },
  {
    ...base,
    name: 'code/ambiguous-locator',
    kind: 'ambiguous-locator',
    match:
      /strict mode violation|resolved to \d+ elements|Ambiguous match, found \d+|Found multiple elements|AmbiguousElement|more than one element (?:matches|found)/i,
    why: 'Playwright, Capybara and Testing Library refuse a locator that fits several elements.',
  },
  {
    ...base,
    name: 'code/element-covered',
    kind: 'element-covered',
    match:
      /ElementClickIntercepted|element click intercepted|ElementNotInteractable|element not interactable|InvalidElementState/i,
    why: 'WebDriver errors for an element that is there and cannot be used.',
  },
  {
    ...base,
    name: 'code/file-permission',
    kind: 'file-permission',
    match:
      /\bEACCES\b|\bEPERM\b|Errno 13\b|Errno 1\]|Operation not permitted|PermissionError|AccessDeniedException: (?:\/|[A-Za-z]:\\)|Permission denied|Read-only file system|\bEROFS\b/,
    unless: /publickey|40[13] |denied for (?:table|user|relation)/,
    why: 'errno EACCES, EPERM, EROFS: the file system, not a login.',
  },
  {
    ...base,
    name: 'code/missing-env',
    kind: 'missing-env',
    match:
      /\b[A-Z][A-Z0-9]*_[A-Z0-9_]{2,60}\b["'`]? (?:is|was|must be|has|environment variable)(?: be)? ?(?:not set|unset|set|missing|required|undefined|empty|not defined|not been set|is not set|not provided)|environment variables? .{0,120}(?:not set|missing|required|not found|undefined|must be set|unset|not defined)|(?:missing|required|unset|undefined|set the|no) (?:required )?environment variable|env(?:ironment)? var(?:iable)? .{0,80}(?:not set|missing|required)|ImproperlyConfigured|KeyError: '[A-Z][A-Z0-9]*_[A-Z0-9_]{2,60}'|key not found: "[A-Z][A-Z0-9]*_[A-Z0-9_]{2,60}"|VarError|on an `Err` value: NotPresent|environment variable not found|(?:please|must) set [A-Z][A-Z0-9_]{3,60}\b/,
    why: 'A setting in capital letters is not set.',
  },
  {
    ...base,
    name: 'code/command',
    kind: 'command-failed',
    match:
      /CalledProcessError|Command (?:failed|'.{1,300}' (?:returned|died))|returned non-zero exit (?:status|code)|^(?:\w*Error: )?abort: /i,
    why: 'A program that the test started failed.',
  },
  {
    ...base,
    on: 'text',
    name: 'code/immutable',
    kind: 'code-error',
    match:
      /ImmutableCollections\.uoe\(|Collections\$Unmodifiable\w{1,40}\.(?:add|put|remove|set|clear)\w{0,10}\(|\bjava\.util\.AbstractList\.(?:add|remove|set)\(|can't modify frozen|FrozenInstanceError|object is not extensible|Cannot assign to read only property|Collection was of a fixed size/,
    why: 'A collection or object that cannot be changed was changed.',
  },
  {
    ...base,
    name: 'code/not-implemented',
    kind: 'not-implemented',
    match:
      /NotImplemented(?:Error|Exception)?\b|not (?:yet )?implemented|UnsupportedOperationException|NotSupportedException|unimplemented!|PendingException|Pending(?:Step|Scenario)|^TODO\b/i,
    why: 'The code says itself that it is not written yet.',
  },
  {
    ...base,
    name: 'code/warning',
    kind: 'warning-as-error',
    match:
      /^(?:[\w.]{1,80}\.)?(?:\w*(?:Deprecation|Resource|Runtime|User|Future|Syntax|Unraisable\w*|Pytest\w*)Warning): /,
    why: 'Python turns a warning into an error by a filter; the class name stays.',
  },
  {
    ...base,
    name: 'code/risky',
    kind: 'risky-test',
    match: /did not perform any assertions|RiskyTest|Test has no assertions|has no assertions/i,
    why: 'PHPUnit and others fail a test that checks nothing.',
  },
  {
    ...base,
    name: 'code/no-tests',
    kind: 'no-tests',
    match: /No tests? (?:found|were found)|Your test suite must contain at least one test|No test suite found in file/i,
    why: 'A file that matches the pattern of the runner holds no test.',
  },
  {
    ...base,
    name: 'code/leaked-task',
    kind: 'leaked-task',
    match: /goleak: .{0,60}found unexpected goroutines|found unexpected goroutines/i,
    why: 'goleak found goroutines that outlive the tests.',
  },
  {
    ...base,
    name: 'code/collection',
    kind: 'collection-error',
    match:
      /in "parametrize" the number of names|UsageError|CollectError|duplicate parametrization|Duplicate test|found no collectors|describe.{0,40}must not|import file mismatch/i,
    why: 'The runner could not build its list of tests.',
  },
];

/** behave says `None` where a message should be; the step line shows it. */
export const STEP_RULES: readonly Rule[] = [
  {
    ...base,
    on: 'text',
    name: 'code/undefined-step-line',
    kind: 'undefined-step',
    match: /^[ \t]*Failing step: .{1,300} \.\.\. undefined in /m,
    why: 'The JUnit report of behave has no message for a step without code.',
  },
];

/** A function was called in a way that it does not know. */
export const CALL_RULES: readonly Rule[] = [
  {
    ...base,
    name: 'code/wrong-call',
    kind: 'wrong-call',
    match:
      /unexpected keyword argument|got multiple values for argument|[Uu]nrecognized (?:config|argument|option|setting|keyword|parameter)s?\b|[Uu]nknown (?:config|option|setting|keyword)s?\b|takes (?:from \d+ to |at most )?\d+ positional|missing \d+ required (?:positional|keyword)|Cannot resolve keyword|No overload|wrong number of arguments|ArgumentError: (?:wrong number|unknown keyword|missing keyword)/,
    why: 'Names and numbers of arguments that a function or library does not accept.',
  },
  {
    ...base,
    name: 'code/build-setting',
    kind: 'build-error',
    match: /parameter name information not available|'-parameters' flag/,
    why: 'The code was built without what its libraries need.',
  },
  {
    ...base,
    name: 'code/missing-settings',
    kind: 'missing-env',
    match: /validation errors? for \w{0,60}(?:Settings|Config|Configuration|Env)\b.{0,200}(?:Field required|missing)/,
    why: 'pydantic-settings and its kin read settings from the environment.',
  },
  {
    ...base,
    name: 'code/missing-driver',
    kind: 'missing-driver',
    match:
      /could not find driver|No suitable driver|Can't load plugin: sqlalchemy\.dialects|no dialect|PDO driver|Error loading \w+ module|ODBC Driver .{0,80}not found|Data source name not found|(?:unknown|unsupported) database driver|sql: unknown driver/i,
    why: 'The library that speaks to the database is not installed.',
  },
  {
    ...base,
    name: 'code/missing-tool',
    kind: 'missing-tool',
    match:
      /spawn(?:Sync)? \S{1,200} ENOENT|executable file not found|Cannot run program "|command not found|is not recognized as an internal or external command|(?:^|: )(?:\d{1,6}: )?[\w+.-]{1,80}: not found$|Errno::ENOENT: No such file or directory - [\w+-]{1,80}$/m,
    why: 'What shells and process libraries say of a program that is not on the path.',
  },
  {
    ...base,
    name: 'code/cancelled',
    kind: 'cancelled',
    match: /did not finish before its parent and was cancelled|\bCancelled: |cancelledByParent/,
    why: 'node:test cancels the tests of a suite whose hook failed.',
  },
  {
    ...base,
    name: 'code/missing-bean',
    kind: 'setup-error',
    match:
      /ApplicationContext failure threshold|No qualifying bean of type|NoSuchBeanDefinition|Unable to resolve service for type|Nest can't resolve dependencies|Unsatisfied dependenc/,
    why: 'A container of dependencies has nothing to inject.',
  },
  {
    ...base,
    name: 'code/migration',
    kind: 'pending-migration',
    match: /PendingMigration|Migrations are pending|You have \d+ (?:unapplied|pending) migration/i,
    why: 'The schema of the test database is older than the code.',
  },
];

/** Errors of the program's own logic; some are also data errors, so their weight is smaller. */
export const LOGIC_RULES: readonly Rule[] = [
  {
    ...base,
    confidence: 'medium',
    name: 'code/logic',
    kind: 'code-error',
    match:
      /\bTypeError\b|\bRecursionError\b|maximum recursion|Maximum call stack|StackOverflow|stack overflow|ZeroDivision|division by zero|divide by zero|ArithmeticE(?:rror|xception)|DivideByZero|index out of (?:range|bounds)|IndexOutOfBounds|IndexOutOfRange|ConcurrentModification|ClassCastException|InvalidCastException|IllegalState|InvalidOperationException|attempt to (?:add|subtract|multiply|negate) with overflow|OverflowError|already borrowed|already mutably borrowed|BorrowMutError|PoisonError|called multiple times|InvalidState|RangeError|must be of type|all goroutines are asleep|unreachable code|LocalJumpError|ArgumentError: wrong number|wrong number of arguments|too (?:few|many) arguments|unexpected keyword argument|missing \d+ required (?:positional|keyword)|assignment to entry in nil map|send on closed channel|close of closed channel|slice bounds out of range|interface conversion/i,
    unless: /'NoneType'|JSON|not serializable|fetch failed|Failed to fetch|could not be parsed/i,
    why: 'Exception classes of every platform for wrong logic; nothing outside of the code is involved.',
  },
];
