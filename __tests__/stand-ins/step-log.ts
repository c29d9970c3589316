import { RUNNER_COMMANDS, parseCommand } from './workflow-commands.js';
import type { Command } from './workflow-commands.js';

export type IssueLevel = 'error' | 'warning' | 'notice';

/** What GitHub shows as an annotation of the step. Lines are 1-based, 0 when not given. */
export interface Issue {
  readonly level: IssueLevel;
  readonly message: string;
  readonly title: string;
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
}

/** The runner keeps this many issues of each level and step, and this many characters of each message. */
const MOST_ISSUES = 10;
const MOST_CHARACTERS = 4096;

const isIssue = (name: string): name is IssueLevel => name === 'error' || name === 'warning' || name === 'notice';

function issueOf(level: IssueLevel, { properties, data }: Command): Issue {
  const line = Number(properties['line'] ?? 0);
  return {
    level,
    message: data.slice(0, MOST_CHARACTERS),
    title: properties['title'] ?? '',
    file: properties['file'] ?? '',
    line,
    endLine: Number(properties['endline'] ?? line),
  };
}

/** Reads the output of one step as the runner does: commands, masks, issues, and what stays as the log. */
export class StepLog {
  readonly issues: Issue[] = [];
  readonly lines: string[] = [];
  readonly outputs = new Map<string, string>();
  readonly state = new Map<string, string>();
  /** Commands that the runner refused; each makes the step fail. */
  readonly refused: string[] = [];
  droppedIssues = 0;

  private readonly known = new Set<string>(RUNNER_COMMANDS);
  private readonly masks = new Set<string>();
  private resumeToken: string | null = null;

  /** Takes one line of stdout or stderr, without its end. */
  readonly take = (line: string): void => {
    const command = parseCommand(line, this.known);
    if (command === null || !this.process(command, line)) this.lines.push(this.masked(line));
  };

  /** The text with every masked value hidden. */
  masked(text: string): string {
    return [...this.masks].reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
  }

  /** Hides a value, as the runner does with secrets and tokens from the start. */
  mask(secret: string): void {
    const parts = [secret, ...secret.split(/[\r\n]+/)].filter((part) => part.trim() !== '');
    for (const part of parts) this.masks.add(part);
  }

  /** Records an issue that the runner itself raises. */
  raise(level: IssueLevel, message: string): void {
    this.addIssue({ level, message: message.slice(0, MOST_CHARACTERS), title: '', file: '', line: 0, endLine: 0 });
  }

  /** True when nobody has resumed commands since they were stopped. */
  get stopped(): boolean {
    return this.resumeToken !== null;
  }

  private process(command: Command, line: string): boolean {
    if (this.resumeToken !== null) return this.resume(command, line);
    if (command.name === 'stop-commands') return this.stop(command.data, line);
    this.run(command, line);
    return true;
  }

  private resume(command: Command, line: string): boolean {
    if (command.name !== this.resumeToken) return false;
    this.known.delete(this.resumeToken);
    this.resumeToken = null;
    this.lines.push(this.masked(line));
    return true;
  }

  private stop(data: string, line: string): boolean {
    const token = data.toLowerCase();
    if (token === '' || token === 'pause-logging' || this.known.has(token)) {
      this.refuse(`stop-commands with the token "${data}"`);
      return true;
    }
    this.resumeToken = token;
    this.known.add(token);
    if (token.length > 6) this.masks.add(data);
    this.lines.push(this.masked(line));
    return true;
  }

  private run(command: Command, line: string): void {
    const { name, properties, data } = command;
    if (isIssue(name)) {
      this.addIssue(issueOf(name, command));
      this.lines.push(this.masked(`##[${name}]${data}`));
    } else if (name === 'add-mask') this.mask(data);
    else if (name === 'set-env' || name === 'add-path') this.refuse(name);
    else if (name === 'set-output' || name === 'save-state') this.assign(name, properties['name'] ?? '', data);
    else if (name === 'group' || name === 'endgroup') this.lines.push(this.masked(`##[${name}]${data}`));
    else if (name !== 'debug' && name !== 'echo') this.lines.push(this.masked(line));
  }

  private assign(command: 'set-output' | 'save-state', name: string, data: string): void {
    if (name === '') this.refuse(`${command} without a name`);
    else (command === 'set-output' ? this.outputs : this.state).set(name, data);
  }

  private addIssue(issue: Issue): void {
    const same = this.issues.filter(({ level }) => level === issue.level).length;
    if (same >= MOST_ISSUES) this.droppedIssues += 1;
    else this.issues.push({ ...issue, message: this.masked(issue.message) });
  }

  private refuse(what: string): void {
    this.refused.push(what);
    this.raise('error', `Unable to process command '${what}' successfully.`);
  }
}
