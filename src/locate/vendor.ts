/** Directories that hold code which is not part of the repository: package managers, runtimes, test frameworks. */
const VENDOR_DIRECTORIES = new Set([
  'site-packages',
  'dist-packages',
  '_pytest',
  'pluggy',
  'node_modules',
  '.pnpm',
  '.yarn',
  'rustc',
  '.rustup',
  'gems',
  'rubygems',
  '.rbenv',
  '.rvm',
  'vendor',
  'phpunit',
  'xunit.assert',
  'ex_unit',
  'deps',
  'Xcode.app',
  'perl5',
  'phar:',
]);
/** The same, where one directory's name alone would prove nothing. */
const VENDOR_PATH =
  /\/(?:lib\/python[23]|unittest\/case\.py|importlib\/__init__\.py|internal\/process\/|\.cargo\/registry\/|library\/(?:std|core|test|alloc)\/src\/|lib\/go-|local\/go\/src\/|go\/src\/(?:testing|runtime|time|net|sync)\/|src\/testing\/testing\.go|src\/runtime\/|pkg\/mod\/|hostedtoolcache\/go\/|lib\/ruby\/|\.m2\/repository\/|\.gradle\/caches\/|\.nuget\/packages\/|xunit\/src\/|nunit\/src\/|lib\/elixir\/|share\/perl|behave\/(?:model|runner|matchers|model_core)\.py)|\.egg\/|^(?:ext|deno|bun|node|native|phar):/;

/** Files that old Node, Deno and browsers print without a directory. */
const RUNTIME_FILE =
  /^(?:internal\/|assert\.js|module\.js|events\.js|net\.js|fs\.js|http\.js|_http_\w+\.js|_stream_\w+\.js|_tls_\w+\.js|testing\.go$|timers\.js|domain\.js|util\.js|vm\.js|stream\.js|child_process\.js|<|native$|\[|index \d)/;

const VENDOR_PACKAGES =
  /^(?:java|javax|jdk|sun|com\.sun|kotlin|kotlinx|scala|groovy|org\.codehaus\.groovy|clojure|junit|org\.junit|org\.testng|org\.opentest4j|org\.hamcrest|org\.assertj|com\.google\.common|com\.google\.truth|org\.mockito|net\.bytebuddy|org\.gradle|worker\.org\.gradle|org\.apache\.maven|org\.apache\.(?:http|hc)|org\.springframework|org\.hibernate|org\.eclipse\.jetty|org\.jboss|io\.netty|reactor|rx|io\.reactivex|okhttp3|retrofit2|org\.testcontainers|com\.github\.dockerjava|org\.openqa\.selenium|io\.cucumber|cucumber|org\.glassfish|org\.scalatest|org\.spockframework|androidx\.test|android|com\.intellij|io\.kotest|org\.awaitility|feign|com\.zaxxer\.hikari|org\.postgresql|com\.mysql|oracle\.jdbc|ch\.qos\.logback|org\.slf4j)\./;

/** True for a path of a package, a runtime or a test framework: never the place a person would click. */
export function isVendorPath(path: string): boolean {
  if (RUNTIME_FILE.test(path)) return true;
  return (
    path.split('/').some((part) => VENDOR_DIRECTORIES.has(part)) ||
    VENDOR_PATH.test(`/${path}`) ||
    VENDOR_PATH.test(path)
  );
}

/** True for a JVM class (`java.base/jdk.internal.X`, `org.junit.Assert`) that belongs to a library. */
export function isVendorClass(qualified: string): boolean {
  return VENDOR_PACKAGES.test(qualified.slice(qualified.lastIndexOf('/') + 1));
}
