import type { Rule } from './rule.js';

const base = { category: 'auth', confidence: 'high', on: 'head' } as const;

/** Credentials or permissions, in the words of the systems that check them. */
export const AUTH_RULES: readonly Rule[] = [
  {
    ...base,
    name: 'auth/database-login',
    kind: 'db-password',
    match:
      /(?:password|peer|ident|SASL|SCRAM|GSSAPI|LDAP)[ -]authentication failed|no password supplied|Access denied for user|Login failed for user|ORA-0(?:1017|1045|28000)|\bNOAUTH\b|\bWRONGPASS\b|requires authentication|role "?[^"]{1,60}"? (?:does not exist|is not permitted to log in)|no pg_hba\.conf entry|invalid username-password pair|SCRAM.{0,40}(?:mismatch|fail)|auth(?:entication)? failed.{0,40}(?:mongo|database)|bad auth\b/i,
    why: 'PostgreSQL 28P01/28000, MySQL 1045, SQL Server 18456, Oracle 1017, Redis NOAUTH, MongoDB 13 and 18.',
  },
  {
    ...base,
    name: 'auth/database-permission',
    kind: 'db-permission',
    match:
      /InsufficientPrivilege|permission denied for (?:table|relation|schema|database|sequence|function|view|column|type|language|tablespace|large object|foreign)|must be (?:owner|superuser|member) of|(?:SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|EXECUTE|REFERENCES|TRIGGER|INDEX) (?:command|permission) (?:was )?denied|ORA-01031|row-level security policy|not authorized on \w+ to execute/i,
    why: 'SQLSTATE 42501, MySQL 1142, SQL Server 229, Oracle 1031, MongoDB 13.',
  },
  {
    ...base,
    name: 'auth/no-credentials',
    kind: 'no-credentials',
    match:
      /NoCredentials|Unable to (?:locate|load) (?:AWS )?credentials|(?:could not|cannot|failed to|unable to) (?:\w+ ){0,3}(?:default )?credentials|(?:no|missing|without) (?:\w+ ){0,2}credentials|credentials? (?:were |was |are |is )?(?:not (?:found|provided|configured|set|supplied)|missing|required)|DefaultCredentialsError|CredentialUnavailable|not logged in|login (?:is )?required|must (?:be logged|log|sign) in|authentication (?:is )?required|(?:no|missing) (?:auth(?:entication|orization)?|bearer|access|api)[ -]?(?:token|key|header)|could not read Username|ENEEDAUTH|no basic auth credentials|(?:authorization|api[- ]key|auth|token) header (?:is )?(?:required|missing)/i,
    why: 'Cloud SDKs, registries and web frameworks say in these words that nobody identified himself.',
  },
  {
    ...base,
    name: 'auth/token',
    kind: 'token-expired',
    match:
      /\b(?:token|jwt|session|certificate of the user|cookie|license|credentials?|password|api key|secret)\b.{0,60}\b(?:expired|revoked|has been revoked|not yet valid|is no longer valid)|\b(?:expired|revoked)(?: \w+)? (?:token|jwt|session|credentials?|password|api[ -]?key)|ExpiredToken|TokenExpired|ExpiredSignature|ExpiredJwt|(?:token|session|api[_-]?key|key|password)_expired/i,
    why: 'JWT libraries, OAuth errors and cloud SDKs name expiry like this.',
  },
  {
    ...base,
    name: 'auth/bad-credentials',
    kind: 'bad-credentials',
    match:
      /(?:invalid|bad|wrong|incorrect|malformed|unknown|unrecognized|rejected|illegal)(?: \w+){0,2} (?:access token|auth token|bearer token|id token|refresh token|security token|csrf token|token signature|credentials?|passwords?|api[ -]?keys?|access key|login|username or password|user ?name|grant|otp|passcode)\b|\binvalid[ _-]?(?:token|grant|client|signature|jwt|credentials|access[ _-]?key\w*|api[ _-]?key)\b|token .{0,60}(?:is|was) (?:invalid|not valid)|(?:api[ _-]?key|credentials?|password|access key|login|auth(?:entication)? token|token|jwt)(?: \w+){0,3} (?:is |was |are |were )?(?:not valid|invalid|incorrect|wrong|rejected|mismatch|not recognized)|CSRF (?:token|verification|cookie)|(?:signature|sign|hmac).{0,40}(?:does not match|mismatch|verification failed|is not same|invalid|not valid)|signature verification failed|InvalidSignature|SignatureDoesNotMatch|JsonWebTokenError|Invalid(?:Audience|Issuer\w{0,40}|Algorithm|Signature|IssuedAt|Token|Key)Error|ImmatureSignature|[Aa]udience (?:doesn't|does not) match|jwt (?:audience|issuer|signature|malformed|not active|must be provided)|BadCredentials|AuthenticationFailed|authentication (?:has )?(?:failed|failure|error|rejected)|(?:failed|unable|could not|cannot) to (?:authenticate|log ?in|sign in|authorize)|login (?:failed|failure|unsuccessful)|invalid login|(?:incorrect|invalid|wrong) authentication|incorrect login|log ?in was rejected/i,
    unless: /TLS|SSL|handshake|x509/i,
    why: 'What servers answer to credentials they do not accept (OAuth 2 error codes, AWS, Spring, Django, JWT).',
  },
  {
    ...base,
    name: 'auth/denied',
    kind: 'access-denied',
    match:
      /is not authorized to perform|AccessDenied|AccessDeniedException|UnauthorizedOperation|UnauthorizedAccess|PERMISSION_DENIED|code = PermissionDenied|AuthorizationFailed|AuthorizationError|InsufficientScope|insufficient[ _](?:scope|permission|privilege)|(?:lacks?|missing|without|requires?|does not have|doesn't have|do not have|don't have|needs?|no)(?: \w+){0,3} (?:permissions?|privileges?|role|scope|access|rights)\b|not (?:allowed|permitted|authori[sz]ed) (?:to|for|on)|permission (?:was )?denied|access (?:is |was )?(?:denied|forbidden|not allowed)|access .{0,40}(?:is|was) denied|\bPolicy.{0,40}(?:denied|not allow)|ACCESS_ERROR|explicit deny|operation not permitted for|user .{1,80} cannot \w+ (?:path|resource)/i,
    unless:
      /AccessDeniedException: (?:\/|[A-Za-z]:\\)|EACCES|EPERM|Errno 13\b|Permission denied(?: \(os error|: '?(?:\/|[A-Za-z]:\\|\.))|permission denied \(os error|(?:open|mkdir|rename|unlink|exec|scandir|stat|bind|listen|fork\/exec) .{0,200}permission denied|^test .{0,40}no permission/i,
    why: 'AWS, gRPC, Kubernetes RBAC and frameworks deny with these words; a path behind them is the file system.',
  },
  {
    ...base,
    name: 'auth/unauthenticated',
    kind: 'unauthorized',
    match:
      /\bUNAUTHENTICATED\b|code = Unauthenticated|\bUnauthenticated\b|NotAuthorizedException|UnauthorizedException|UnauthorizedError|\bUnauthori[sz]ed\b/i,
    why: 'gRPC status 16 and the HTTP reason phrase of 401.',
  },
  {
    ...base,
    name: 'auth/forbidden',
    kind: 'forbidden',
    match:
      /\bForbidden(?:Exception|Error)?\b|\bSecurityException\b|\bAuthenticationException\b|\bAuthError\b|\w{0,60}AuthenticationError\b|\bAuthorizationException\b|\bAccessControlException\b/i,
    why: 'The HTTP reason phrase of 403, and security exceptions of the platforms.',
  },
  {
    ...base,
    name: 'auth/http-forbidden',
    kind: 'forbidden',
    match:
      /\b(?:status(?:[ _-]?code)?|HTTP(?:\/\d(?:\.\d)?)?|response(?: code)?|answered|returned|responded(?: with)?)[^\w\n]{0,4}403\b|\b403 Client Error/i,
    unless: /proxy|tunnel/i,
    why: '403 thrown by an HTTP client: the server knows the user and refuses (RFC 9110).',
  },
  {
    ...base,
    name: 'auth/http-status',
    kind: 'unauthorized',
    match:
      /\b(?:status(?:[ _-]?code)?|HTTP(?:\/\d(?:\.\d)?)?|http error|response(?: code)?|code|failed|error|answered|returned|responded(?: with)?|got)\b[^\w\n]{0,4}(?:\w{2,8}[ :=]{1,3}){0,2}(?:401|403|407)\b|\b(?:401|403|407) (?:Client Error|Proxy Auth)|^(?:\w*Error: )?(?:401|403)\b/i,
    unless: /proxy|tunnel/i,
    why: '401, 403 and 407 thrown by an HTTP client (RFC 9110).',
  },
];
