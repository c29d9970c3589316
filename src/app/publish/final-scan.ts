import { relative } from 'node:path';
import type { EvidenceDirectory } from '../../evidence/run-directory.js';
import type { Problem } from '../../model/problem.js';
import type { Annotation, CheckRun } from '../../model/publication.js';
import type { Console, Files, GitHub, WorkflowStep } from '../../ports.js';
import type { Redactor } from '../../redaction/redactor.js';
import type { Services } from '../services.js';

type Clean = (text: string) => string;

/**
 * The services with a last look at everything that leaves the machine: a secret that an earlier step has missed is taken
 * out of the job log, the summary, outputs, the check and comments.
 */
export function withoutSecrets(services: Services, { redactKnown }: Redactor): Services {
  return {
    ...services,
    console: cleanConsole(services.console, redactKnown),
    step: cleanStep(services.step, redactKnown),
    github: (token) => {
      const api = services.github(token);
      return api === null ? null : cleanGitHub(api, redactKnown);
    },
  };
}

/** The console with secrets taken out of every line. */
export function cleanConsole(console: Console, clean: Clean): Console {
  const { live } = console;
  return {
    info: (text) => console.info(clean(text)),
    untrusted: (text) => console.untrusted(clean(text)),
    warning: (text) => console.warning(clean(text)),
    error: (text) => console.error(clean(text)),
    annotate: (annotation) => console.annotate(cleanAnnotation(annotation, clean)),
    startGroup: (name) => console.startGroup(clean(name)),
    endGroup: () => console.endGroup(),
    live: live === null ? null : (lines) => live(lines.map(clean)),
    mask: (secret) => console.mask(secret),
  };
}

function cleanStep(step: WorkflowStep, clean: Clean): WorkflowStep {
  return {
    setOutput: (name, value) => step.setOutput(name, clean(value)),
    saveState: (name, value) => step.saveState(name, value),
    appendSummary: (markdown) => step.appendSummary(clean(markdown)),
    summaryBytes: () => step.summaryBytes(),
    restore: () => step.restore(),
  };
}

function cleanGitHub(api: GitHub, clean: Clean): GitHub {
  return {
    ...api,
    publishCheck: (check) => api.publishCheck(cleanCheck(check, clean)),
    createComment: (pullRequest, body, mark) => api.createComment(pullRequest, clean(body), mark),
    updateComment: (id, body) => api.updateComment(id, clean(body)),
  };
}

function cleanCheck(check: CheckRun, clean: Clean): CheckRun {
  const { title, summary, text, annotations } = check.output;
  const cleaned = annotations.map((annotation) => cleanAnnotation(annotation, clean));
  return {
    ...check,
    output: { title: clean(title), summary: clean(summary), text: clean(text), annotations: cleaned },
  };
}

function cleanAnnotation(annotation: Annotation, clean: Clean): Annotation {
  const { title, message, rawDetails } = annotation;
  return { ...annotation, title: clean(title), message: clean(message), rawDetails: clean(rawDetails) };
}

/** Files that hold a secret after all and so must not be uploaded; those under `artifacts` have been searched before. */
export async function filesWithSecrets(
  paths: readonly string[],
  run: EvidenceDirectory,
  { contains }: Redactor,
  files: Files,
): Promise<{ readonly withheld: ReadonlySet<string>; readonly problems: readonly Problem[] }> {
  const withheld = new Set<string>();
  for (const path of paths) {
    const isOurs = !relative(run.directory, path).startsWith('artifacts');
    if (isOurs && contains(await files.readText(path))) withheld.add(path);
  }
  const problems = [...withheld].map((path): Problem => {
    const message = `${relative(run.directory, path)} was not uploaded: it contains a secret`;
    return {
      severity: 'warning',
      place: 'evidence',
      message,
      remedy: 'Please report this. The file is only on the disk of the runner.',
    };
  });
  return { withheld, problems };
}
