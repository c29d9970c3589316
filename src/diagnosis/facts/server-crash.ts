const SERVER_CRASH =
  /^(?:\S{0,40}\s)?(?:(?:[\w.]{1,80}\.)?(?:ModuleNotFoundError|ImportError|SyntaxError|NameError|RuntimeError|OSError|TypeError|ValueError|KeyError|AttributeError|FileNotFoundError|PermissionError|ReferenceError|[A-Z]\w{2,40}(?:Error|Exception)): .{1,300}|panic: .{1,300}|(?:Error: )?(?:listen )?EADDRINUSE.{0,200}|.{0,80}FATAL.{1,300}|Exception in thread .{1,300}|Traceback \(most recent call last\).{0,20}|.{0,60}(?:could not|failed to|cannot) (?:start|open|bind|load|read) .{1,200})$/m;

/** The line with which a server under test died, out of captured output; empty when there is none. */
export function serverCrash(captured: string): string {
  const lines = captured.split('\n').slice(-80);
  const hits = lines.filter(
    (line) => SERVER_CRASH.test(line.trim()) && !/ECONNREFUSED|refused|Traceback|\bconnection\b/i.test(line),
  );
  return (hits.at(-1) ?? '').trim().slice(0, 300);
}
