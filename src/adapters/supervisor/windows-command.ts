/** A program as Windows starts it. */
export interface WindowsCommand {
  readonly program: string;
  readonly args: readonly string[];
  /** True: the arguments are a command line already, and Node.js must not quote them again. */
  readonly verbatim: boolean;
}

/** Characters that cmd.exe obeys outside of its own quotes. */
const META = /[()\][%!^"`<>&|;, *?]/g;

/**
 * How Windows starts a command: batch files (`npx.cmd`) through cmd.exe with every argument quoted for it, a line of
 * cmd.exe as it was written, any other program as it is.
 */
export function windowsCommand(command: readonly [string, ...string[]], comSpec: string): WindowsCommand {
  const [program, ...args] = command;
  if (/\.(cmd|bat)$/i.test(program)) {
    const line = [program.replace(META, '^$&'), ...args.map(quoteForBatch)].join(' ');
    return { program: comSpec, args: ['/d', '/s', '/c', `"${line}"`], verbatim: true };
  }
  const line = args.at(-1);
  if (/(^|[\\/])cmd(\.exe)?$/i.test(program) && line !== undefined && /^\/c$/i.test(args.at(-2) ?? ''))
    return { program, args: [...args.slice(0, -1), `"${line}"`], verbatim: true };
  return { program, args, verbatim: false };
}

/**
 * An argument for a batch file: quoted by the rules of C programs, then escaped for cmd.exe twice, because it reads the
 * line once itself and once more where the batch file passes `%*` on.
 */
function quoteForBatch(argument: string): string {
  const quoted = `"${argument.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\*)$/, '$1$1')}"`;
  return quoted.replace(META, '^$&').replace(META, '^$&');
}
