/** Directories that hold code nobody in the repository wrote: package managers, runtimes, standard libraries. */
const VENDOR_PATHS = [
  '/site-packages/',
  '/dist-packages/',
  '/lib/python3',
  '/lib/python2',
  '/_pytest/',
  '/pluggy/',
  '.egg/',
  '/unittest/case.py',
  '/importlib/__init__.py',
  '/node_modules/',
  '/internal/process/',
  '/.pnpm/',
  '/.yarn/',
  'ext:',
  'deno:',
  'bun:',
  'node:',
  'native:',
  '/rustc/',
  '/.cargo/registry/',
  '/.rustup/',
  '/library/std/src/',
  '/library/core/src/',
  '/library/test/src/',
  '/lib/go-',
  '/usr/local/go/src/',
  '/go/src/testing/',
  '/go/src/runtime/',
  '/go/src/time/',
  '/go/src/net/',
  '/go/src/sync/',
  '/src/testing/testing.go',
  '/src/runtime/',
  '/pkg/mod/',
  '/hostedtoolcache/go/',
  '/gems/',
  '/lib/ruby/',
  '/rubygems/',
  '/.rbenv/',
  '/.rvm/',
  '/vendor/',
  'phar://',
  '/phpunit/',
  '/.m2/repository/',
  '/.gradle/caches/',
  '/.nuget/packages/',
  '/xunit.assert/',
  '/xunit/src/',
  '/nunit/src/',
  '/lib/elixir/',
  '/ex_unit/',
  '/deps/',
  '/Xcode.app/',
  '/perl5/',
  '/share/perl',
  '/behave/model.py',
  '/behave/runner.py',
  '/behave/matchers.py',
  '/behave/model_core.py',
] as const;

/** Files that old Node, Deno and browsers print without a directory. */
const RUNTIME_FILE =
  /^(?:internal\/|assert\.js|module\.js|events\.js|net\.js|fs\.js|http\.js|_http_\w+\.js|_stream_\w+\.js|_tls_\w+\.js|testing\.go$|timers\.js|domain\.js|util\.js|vm\.js|stream\.js|child_process\.js|<|native$|\[|index \d)/;

const VENDOR_PACKAGES =
  /^(?:java|javax|jdk|sun|com\.sun|kotlin|kotlinx|scala|groovy|org\.codehaus\.groovy|clojure|junit|org\.junit|org\.testng|org\.opentest4j|org\.hamcrest|org\.assertj|com\.google\.common|com\.google\.truth|org\.mockito|net\.bytebuddy|org\.gradle|worker\.org\.gradle|org\.apache\.maven|org\.apache\.(?:http|hc)|org\.springframework|org\.hibernate|org\.eclipse\.jetty|org\.jboss|io\.netty|reactor|rx|io\.reactivex|okhttp3|retrofit2|org\.testcontainers|com\.github\.dockerjava|org\.openqa\.selenium|io\.cucumber|cucumber|org\.glassfish|org\.scalatest|org\.spockframework|androidx\.test|android|com\.intellij|io\.kotest|org\.awaitility|feign|com\.zaxxer\.hikari|org\.postgresql|com\.mysql|oracle\.jdbc|ch\.qos\.logback|org\.slf4j)\./;

/** True for a path of a package, a runtime or a test framework: never the place a person would click. */
export function isVendorPath(path: string): boolean {
  if (RUNTIME_FILE.test(path)) return true;
  const slashed = `/${path}`;
  return VENDOR_PATHS.some((part) => slashed.includes(part));
}

/** True for a JVM class (`java.base/jdk.internal.X`, `org.junit.Assert`) that belongs to a library. */
export function isVendorClass(qualified: string): boolean {
  return VENDOR_PACKAGES.test(qualified.slice(qualified.lastIndexOf('/') + 1));
}
