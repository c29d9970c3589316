import type { Rule } from './rule.js';

const base = { category: 'connection', confidence: 'high', on: 'head' } as const;

/** A networked dependency that could not be reached, kept or used. */
export const CONNECTION_RULES: readonly Rule[] = [
  {
    ...base,
    name: 'connection/docker',
    kind: 'docker',
    match:
      /Error while fetching server API version|Cannot connect to the Docker daemon|error during connect: .{0,200}docker|(?:valid Docker environment|find a Docker environment)|docker\.sock\b.{0,120}(?:no such file|refused|permission denied)/i,
    why: 'The Docker client and Testcontainers find no daemon.',
  },
  {
    ...base,
    name: 'connection/socket-file',
    kind: 'refused',
    match:
      /\[2002\] No such file|connect ENOENT|\(2\) No such file or directory.{0,80}socket|through socket '|(?:connect|dial unix|unix:)\S{0,20} \S{1,200}: (?:connect: )?no such file|\.sock(?:et)?['"]?.{0,60}(?:No such file|ENOENT)/i,
    why: 'A server that listens on a file of the machine is not there.',
  },
  {
    ...base,
    name: 'connection/refused',
    kind: 'refused',
    match:
      /\bECONNREFUSED\b|:econnrefused\b|connection (?:was |is |been )?(?:actively )?refused|ConnectionRefused|ERR_CONNECTION_REFUSED|actively refused|connexion refus|Verbindung(?:saufbau)? (?:abgelehnt|verweigert)|conexión (?:rehusada|rechazada)|connessione rifiutata|conexão recusada|соединении отказано|połączenie odrzucone|拒绝连接|拒絕連線|接続が?拒否|Errno (?:111|61)\b|os error (?:111|61|10061)\b|connect: connection refused|Connection to \S{1,200} refused|refused (?:the |to )?connect|HttpHostConnectException|Couldn't connect to server|Could not connect to (?:server|Redis|MySQL|the (?:server|database|Docker daemon))|Unable to connect to (?:the remote|\S{1,120}:\d)|Cannot connect to the Docker daemon|(?:server|it) (?:is|be) not (?:running|listening)|Is the server running|nothing (?:is )?listening|java\.net\.ConnectException(?!: .{0,40}timed out)|NewConnectionError|ssl:\w{4,8} \[(?:Multiple exceptions: )?(?:\[Errno \d{2,5}\] )?Connect call failed/i,
    unless: /doesn't match any registered mock/,
    why: 'errno ECONNREFUSED (111, 61, 10061) in the words of every stack.',
  },
  {
    ...base,
    name: 'connection/dns',
    kind: 'dns',
    match:
      /\bENOTFOUND\b|:nxdomain\b|\bEAI_(?:AGAIN|NONAME|NODATA|FAIL)\b|getaddrinfo|Name or service not known|nodename nor servname|Temporary failure in name resolution|Could not resolve (?:host|hostname|proxy)|no such host|lookup \S{1,120}: i\/o timeout|UnknownHost|NameResolution|ERR_NAME_NOT_RESOLVED|Failed to resolve|failed to lookup address|could not translate host name|server misbehaving|NXDOMAIN|DNS (?:lookup|resolution|error|name)|No address associated with hostname|host is not known|UnresolvedAddress|socket: SocketError/i,
    unless: /Failed to resolve (?:import|module|entry|loader|component)/,
    why: 'A host name that no resolver knows.',
  },
  {
    ...base,
    name: 'connection/tls',
    kind: 'tls',
    match:
      /\bSSL(?:Error|Exception|HandshakeException|PeerUnverified\w*|CertVerificationError)?\b.{0,80}(?:certificate|handshake|verify|fail|version|alert|error|record|EOF)|CERTIFICATE_VERIFY_FAILED|certificate (?:verify|has expired|signed by unknown|is not (?:valid|trusted)|required|chain)|self[- ]signed certificate|unable to (?:verify the first|get local issuer) certificate|x509:|tls: |TLS (?:handshake|alert|connection)|handshake[_ ](?:fail|error|timeout)|PKIX path|ERR_CERT_|ERR_SSL_|wrong version number|bad certificate|DEPTH_ZERO_SELF_SIGNED|EPROTO\b|Hostname\/IP does not match certificate/i,
    why: 'The peers could not agree on a certificate or protocol.',
  },
  {
    ...base,
    name: 'connection/proxy',
    kind: 'proxy',
    match:
      /ProxyError|ERR_PROXY|ERR_TUNNEL|Tunnel connection failed|proxy (?:connection|server|tunnel) (?:fail|refus|error)|SOCKS\d? (?:proxy|error|connection)|CONNECT tunnel failed/i,
    why: 'A proxy stands between and failed.',
  },
  {
    ...base,
    name: 'connection/reset',
    kind: 'reset',
    match:
      /\bECONNRESET\b|\bEPIPE\b|\bECONNABORTED\b(?!.{0,40}timeout)|connection (?:was |has been |is |been |unexpectedly )?(?:reset|aborted|closed|lost|broken|dropped|terminated|interrupted|forcibly closed|shut ?down|ended)|(?:server|remote(?: end| host| party)?|peer|host|other side) (?:unexpectedly )?(?:closed|has closed|dropped|hung up|terminated|went away|has gone away|reset)|socket hang up|(?:server|client) disconnected|Broken pipe|RemoteDisconnected|ConnectionReset|ConnectionAborted|ConnectionClosed|ChannelClosed|IncompleteRead|premature (?:close|end|EOF)|Premature EOF|unexpected (?:EOF|end of (?:stream|file from server))|server closed the connection|other side closed|ERR_CONNECTION_(?:RESET|CLOSED|ABORTED)|ERR_EMPTY_RESPONSE|ERR_SOCKET|SocketException|ChannelException|Connection is closed|no more connections|(?:^|: )(?:unexpected )?EOF$|Empty reply from server|closed by (?:the )?(?:remote|peer|server)|(?:use of|on) closed (?:network )?connection|Error 2006|2013.{0,20}Lost connection|transport (?:is )?clos|NoHttpResponse|failed to respond|response ended prematurely|WebSocket .{0,60}(?:closed|failed|error)|ERR_HTTP2|GOAWAY|stream (?:was )?reset|terminating connection due to|connection has been closed|OperationalError.{0,60}(?:closed|terminat)|InterfaceError.{0,60}connection/i,
    unless: /Timeout \d+ms exceeded|Target (?:page|closed)|connection pool (?:timed|timeout)/,
    why: 'A connection that stood was closed from the other side (errno ECONNRESET, EPIPE).',
  },
  {
    ...base,
    name: 'connection/redirects',
    kind: 'redirect-loop',
    match:
      /TooManyRedirects|Exceeded \d+ redirects|ERR_TOO_MANY_REDIRECTS|redirect (?:loop|count exceeded|cycle)|[Mm]aximum (?:number of )?redirects|stopped after \d+ redirects|too many redirects|redirected too many times/i,
    why: 'A server sends the client from address to address without end.',
  },
  {
    ...base,
    name: 'connection/rate-limit',
    kind: 'rate-limit',
    match:
      /\b429\b.{0,40}Too Many|Too Many Requests|\b429 Client Error|rate[ -]?limit(?:ed| exceeded|ing)|RateLimit|quota (?:\w+ )?exceeded|ThrottlingException|TooManyRequests\w{0,40}Exception|\bthrottled\b|\b(?:status(?:[ _-]?code)?|HTTP(?:\/\d(?:\.\d)?)?|http error|response code|failed|answered|returned|responded(?: with)?)\b[^\w\n]{0,4}(?:\w{2,8}[ :=]{1,3}){0,2}429\b/i,
    why: 'A service answers 429, or says that it was asked too often.',
  },
  {
    ...base,
    name: 'connection/http-5xx',
    kind: '5xx',
    match:
      /\b50[0234] (?:Server Error|Bad Gateway|Service (?:Temporarily )?Unavailable|Gateway Time-?out|Internal Server Error)|\b(?:status(?:[ _-]?code)?|HTTP(?:\/\d(?:\.\d)?)?|http error|response code|failed|answered|returned|responded(?: with)?)\b[^\w\n]{0,4}(?:\w{2,8}[ :=]{1,3}){0,2}(?:50[02-4]|52\d)\b|Bad Gateway|Service (?:Temporarily )?Unavailable|Gateway Time-?out|upstream connect error|no healthy upstream|HttpServerErrorException|InternalServerError\b|overloaded/i,
    why: '5xx thrown by an HTTP client: the service is there and cannot serve.',
  },
  {
    ...base,
    name: 'connection/unreachable',
    kind: 'unreachable',
    match:
      /\bE(?:NET|HOST)UNREACH\b|\bENETDOWN\b|(?:network|host|destination|server|service|broker|node|cluster|database) (?:is |was |are )?(?:unreachable|not reachable|unavailable|down\b)|No route to host|Errno (?:101|113)\b|NoRouteToHost|ERR_INTERNET_DISCONNECTED|ERR_ADDRESS_UNREACHABLE|ERR_NETWORK_CHANGED|(?:could not|cannot|unable to|failed to|can't|couldn't) (?:be )?(?:reach|contact)(?:ed)?\b|Network (?:Error|request failed)$|Network Error\b|NetworkError when attempting|\bfetch failed\b|Failed to fetch|ERR_FAILED|APIConnectionError|Max retries exceeded|MaxRetryError|run out of available (?:brokers|hosts|servers)|not possible to connect|AMQPConnect\w*|broker transport failure|ServiceUnavailable|name = Unavailable|code = Unavailable|StatusCode\.UNAVAILABLE|\bUNAVAILABLE\b: |no (?:available )?(?:brokers?|servers?|hosts?|nodes?|endpoints?) (?:available|found|could be|are available)|NoBrokersAvailable|NoHostAvailable|ServerSelection|server selection (?:error|timeout|timed out)|No servers? (?:found|available)|topology was destroyed|MongoNetworkError|MongoNotConnected|AllServersUnavailable|CommunicationsException|Communications link failure|(?:could not|cannot|unable to|failed to|can't|couldn't) (?:establish|open|create|obtain|acquire|get)(?: \w+){0,3} (?:connection|session to)|(?:could not|cannot|unable to|failed to|can't|couldn't|error (?:while )?)\s?connect(?:ing)?(?: \w+)? to\b|(?:connection|connect)(?: \w+)? (?:failed|failure|error)\b|not connected to|connections? could not be (?:acquired|obtained|established|opened|made)|Not connected\b|ConnectionError\b|ConnectError\b|EndpointConnectionError|connect failed|websocket: bad handshake|waiting for a server that matches|MongoTimeoutException|MongoSocket\w*|Offline\b.{0,20}network|PyJWKClientConnectionError|MaxRetriesPerRequest|[Rr]eached the max(?:imum)? (?:number of )?(?:connection )?retries|retries used up/i,
    unless: /Timeout \d+ms exceeded|Setup failed: JSON|Read timed out|ReadTimeout/,
    why: 'No way to the host, or a client that never got a connection.',
  },
  {
    ...base,
    name: 'connection/connect-timeout',
    kind: 'connect-timeout',
    match:
      /\bETIMEDOUT\b|ConnectTimeout|HTTP connect timed out|connect(?:ion)?(?: attempt| to \S{1,200})? timed[ -]?out|Connection timed out|TimeoutError\(110|Errno (?:110|60)\b|os error (?:110|60|10060)\b|dial tcp .{0,120}i\/o timeout|ERR_(?:CONNECTION_)?TIMED_OUT|connect timeout|connection timeout|UND_ERR_CONNECT_TIMEOUT|HeadersTimeoutConnect|timed out (?:while )?connecting|timeout (?:while )?connecting|did not properly respond after a period|failed because connected host has failed|context deadline exceeded while dialing/i,
    unless: /acquir|\bpool\b|QueuePool/i,
    why: 'errno ETIMEDOUT (110, 60, 10060): the peer never answered the handshake.',
  },
  {
    ...base,
    name: 'connection/too-many',
    kind: 'too-many-connections',
    match:
      /too many (?:clients|connections)|remaining connection slots|max(?:imum)? (?:number of )?(?:client )?connections|max_connections|QueuePool limit|connection pool (?:exhausted|is full|has been exhausted)|pool (?:is )?exhausted|pool timeout|TooManyConnections|max number of clients reached|no available connections?|ER_CON_COUNT_ERROR/i,
    why: 'SQLSTATE 53300, MySQL 1040, exhausted pools.',
  },
];
