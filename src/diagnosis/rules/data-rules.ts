import type { Rule } from './rule.js';

const base = { category: 'data', confidence: 'high', on: 'head' } as const;

/** A record, key, file or value that is missing or of the wrong form. */
export const DATA_RULES: readonly Rule[] = [
  {
    ...base,
    name: 'data/json',
    kind: 'parse-error',
    match:
      /JSONDecodeError|is not valid JSON|in JSON at position|Unexpected (?:token|end of|non-whitespace|string|number).{0,80}(?:JSON|position \d)|JSON\.parse|JsonParse|JSONException|JsonSyntax|JsonMapping|JsonException|MalformedJson|UnrecognizedProperty|InvalidFormatException|MismatchedInput|invalid character .{1,20}looking for|cannot unmarshal|unexpected end of JSON|Error parsing JSON|JsonEOF|serde_json|DecodingError|JSON::ParserError|[Ii]nvalid JSON|Syntax error.{0,20}(?:json|JSON)|(?<![\w.])json: /,
    why: 'A JSON parser refused its input.',
  },
  {
    ...base,
    name: 'data/not-serializable',
    kind: 'parse-error',
    match:
      /not JSON serializable|circular structure to JSON|could not (?:serialize|deserialize)|(?:Des|S)erialization(?:Error|Exception)|NotSerializable|PicklingError|UnpicklingError|pickle data was truncated/,
    why: 'A value cannot cross the boundary it must cross.',
  },
  {
    ...base,
    name: 'data/encoding',
    kind: 'encoding',
    match:
      /Unicode(?:Decode|Encode|Translate)?Error|FromUtf8Error|Utf8Error|invalid (?:UTF-?8|byte sequence|continuation byte|start byte)|codec can't (?:de|en)code|MalformedInput|UnmappableCharacter|CharacterCoding|Encoding::|stream did not contain valid UTF-8|incompatible character encodings/i,
    why: 'Bytes that are not in the expected encoding.',
  },
  {
    ...base,
    name: 'data/parse',
    kind: 'parse-error',
    confidence: 'medium',
    match:
      /NumberFormat|ParseFloatError|ParseIntError|DateTimeParse|ParseException|FormatException|InvalidOperation: \[<class|ConversionSyntax|could not (?:be parsed|parse|convert)|cannot parse|unable to parse|failed to parse|error parsing|invalid literal for|could not convert string|time data .{1,80} does not match|strconv\.Parse\w+|Invalid (?:date|time|number|UUID|URL|email|ISO|format|isoformat)|not a valid (?:\w+ ){0,2}(?:date|number|integer|UUID|URL|email|value|enum|choice|format)|is not a (?:number|valid(?! Win32))|YAML(?:Exception|Error)|ScannerError|ParserError: while|mapping values are not allowed|XMLSyntaxError|\bParse(?:r)?Error\b|SAXParse|not well-formed|malformed|unexpected end of (?:file|input)|CSV.{0,30}(?:error|malformed)|invalid (?:input )?syntax for (?:type|integer|uuid|date)|invalid input value for enum|Invalid format|ValueError: (?:invalid|could not|cannot|unconverted|not enough values|too many values|year|month|day|hour|malformed)|out of range for (?:type|column)|numeric field overflow|Incorrect (?:\w+ )value:|Data truncated|(?:Data|value) too long/i,
    why: 'Text, number, date or document of the wrong form.',
  },
  {
    ...base,
    name: 'data/duplicate',
    kind: 'duplicate-key',
    match:
      /UniqueViolation|unique constraint|duplicate (?:key|entry|record|value|row)|DuplicateKey|E11000|UNIQUE constraint failed|RecordNotUnique|Duplicate entry|ORA-00001|already exists|AlreadyExists|ConflictException|\b23505\b|EntityExists|violates unique|already (?:been )?taken/i,
    unless: /container name|docker|port/i,
    why: 'SQLSTATE 23505 and its kin: a record that should be new is there already.',
  },
  {
    ...base,
    name: 'data/foreign-key',
    kind: 'foreign-key',
    match:
      /ForeignKeyViolation|foreign key (?:constraint|violation|mismatch)|FOREIGN KEY constraint failed|a foreign key|ORA-0229[12]|\b23503\b|InvalidForeignKey|TransientObjectException|TransientPropertyValue/i,
    why: 'SQLSTATE 23503: a record refers to one that does not exist.',
  },
  {
    ...base,
    name: 'data/constraint',
    kind: 'constraint',
    match:
      /NotNullViolation|NOT NULL constraint|violates (?:not-null|check)|null value in column|cannot be null|CheckViolation|CHECK constraint|ConstraintViolation|IntegrityError|DataIntegrity|\b2350[24]\b|may not be (?:null|NULL)|PropertyValueException|cannot insert NULL/i,
    why: 'SQLSTATE class 23: the database refused a value.',
  },
  {
    ...base,
    name: 'data/missing-schema',
    kind: 'missing-column',
    match:
      /UndefinedColumn|no such column|unknown column|column .{1,120} (?:does not exist|not found|cannot be (?:found|null))|has no column named|invalid column name|ORA-00904|\b42703\b/i,
    why: 'SQLSTATE 42703: the schema lacks a column.',
  },
  {
    ...base,
    name: 'data/missing-table',
    kind: 'missing-table',
    match:
      /UndefinedTable|no such table|Table "\w{1,80}" not found|(?:relation|table|view|sequence|index|collection|schema|type) .{1,120} (?:does not|doesn't) exist|Unknown (?:table|database|collection)|ORA-00942|\b42P01\b|database .{1,120} does not exist|no such database|InvalidCatalogName|\b3D000\b|index_not_found|UnknownTopic|no such index|NoSuchBucket|NoSuchKey|ResourceNotFound|QueueDoesNotExist|Invalid object name/i,
    why: 'SQLSTATE 42P01 and 3D000, and cloud stores: the container of the data is missing.',
  },
  {
    ...base,
    name: 'data/sql',
    kind: 'db-error',
    match:
      /ProgrammingError|BadSqlGrammar|SQLGrammarException|syntax error at or near|error in your SQL syntax|near ".{1,60}": syntax error|DataError|DBAPIError|StatementInvalid|QueryException|DAOException|Hibernate encountered|PersistenceException|JpaSystemException|HibernateException|identifier of an instance|null identifier|SQLSyntaxError/,
    why: 'The database understood the request and refused it for its content.',
  },
  {
    ...base,
    name: 'data/missing-file',
    kind: 'missing-file',
    match:
      /\bENOENT\b|:enoent\b|unable to open database file|No such file or directory|FileNotFound|NoSuchFile|DirectoryNotFound|cannot find the (?:file|path)|could not find file|file (?:does not|doesn't) exist|(?:file|path|directory|folder|template|resource) .{0,200}(?:not found|does not exist|doesn't exist|could not be found)|TemplateNotFound|TemplateDoesNotExist|Errno 2\b|os error 2\b|rb_sysopen|failed to open stream|Missing (?:template|fixture)|(?:unable|could not|cannot|failed) (?:to )?find (?:the )?(?:fixture|file|template|resource)|the system cannot find/i,
    why: 'errno ENOENT and its translations.',
  },
  {
    ...base,
    name: 'data/missing-key',
    kind: 'missing-key',
    match:
      /\bKeyError\b|KeyNotFound|key not found|Undefined (?:array )?(?:key|index|offset|property)|NoSuchElementException(?!.{0,200}(?:selector|locator|locate|Session|element))|No value present|missing (?:required )?(?:key|field|property|attribute|parameter|argument|column)\b|(?:key|field|property|attribute) .{1,80} (?:is )?(?:missing|not found|not present|does not exist)|IndexError|LookupError|StopIteration|list index out of range|pop from (?:an )?empty|no entry found for key|MissingKey|no (?:such )?key\b|MultiValueDictKeyError|EmptyResult|Sequence contains no|NoResultFound|empty (?:sequence|iterable|result|collection)|no rows in result set|single\(\).{0,40}empty|first\(\).{0,40}empty/i,
    why: 'A lookup by key or position found nothing.',
  },
  {
    ...base,
    name: 'data/not-found',
    kind: 'not-found',
    match:
      /DoesNotExist|RecordNotFound|EntityNotFound|ObjectNotFound|NotFoundException|NotFoundError|ModelNotFound|matching query does not exist|Couldn't find \w+ with|(?:\b(?:status(?:[ _-]?code)?|HTTP|error|code|failed|returned|responded(?: with)?|answered)\b[^\w\n]{0,4}(?:\w{2,8}[ :=]{1,3}){0,2}|^|\b)(?:404|410)\b.{0,20}(?:Not Found|Gone|$|for url)|status(?:[ _-]?code)?[ :=]{1,3}(?:404|410)\b|\bnot[ _]found\b|\bNOT_FOUND\b|NoSuchEntity|no (?:such )?(?:user|record|row|entity|document|object|item|order|account|customer|product)s? (?:found|exists?|with|matching)|\b\w+ (?:with|having) (?:id|name|key) .{1,80} (?:does not exist|not found|was not found)|does not exist\b/i,
    unless:
      /command not found|element(?:\(s\))? not found|fixture .{1,100} not found|[Mm]odule not found|library not found|executable (?:file )?not found|symbol not found|step not found|method not found/,
    why: 'A record that the test relies on is not there (404, ORM classes).',
  },
  {
    ...base,
    name: 'data/schema',
    kind: 'schema',
    match:
      /ValidationError|ValidationException|SchemaError|SchemaValidation|is a required property|does not (?:match|conform to) (?:the )?(?:\w+ )?schema|schema (?:validation|mismatch|violation|check|registry|error)|Additional properties are not allowed|is not of type|must have required property|should have required property|must match (?:exactly one|pattern|format)|ZodError|invalid_type|ResponseValidation|RequestValidation|validation\.BindException|MethodArgumentNotValid|Failed validating|field required|value_error|type_error\.|Input should be|validation (?:error|failed|failure)|Validation failed|RecordInvalid|incompatible schema|unexpected (?:column|field|property|attribute)|is not one of \[|Unprocessable/i,
    why: 'A validator names what is wrong with a document.',
  },
  {
    ...base,
    name: 'data/http-4xx',
    kind: 'bad-request',
    match:
      /\b(?:400|409|412|413|415|422) (?:Client Error|Bad Request|Conflict|Unprocessable)|\b(?:status(?:[ _-]?code)?|HTTP(?:\/\d(?:\.\d)?)?|code|failed|answered|returned|responded(?: with)?)\b[^\w\n]{0,4}(?:\w{2,8}[ :=]{1,3}){0,2}(?:400|409|412|413|415|422)\b|BadRequest|INVALID_ARGUMENT|code = (?:InvalidArgument|FailedPrecondition|NotFound|AlreadyExists|OutOfRange)|\bBad Request\b/i,
    why: 'The service refused the request for its content.',
  },
  {
    ...base,
    name: 'data/argument',
    kind: 'bad-argument',
    confidence: 'medium',
    match:
      /IllegalArgument|ArgumentException|ArgumentOutOfRange|ArgumentError|InvalidArgument|\bValueError\b|invalid (?:value|argument|parameter|input|option|data)\b|is required\b|(?:must|may|should|can) not be (?:null|nil|None|empty|blank)|cannot be (?:null|nil|None|empty|blank)|checksum|corrupt(?:ed)?\b|integrity check/i,
    why: 'A function was given a value it cannot use.',
  },
];
