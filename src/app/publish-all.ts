import { annotationsOf, commandAnnotations } from '../publish/annotations.js';
import type { ReportView } from '../publish/view.js';
import type { Settings } from '../model/settings.js';
import { identityOf } from './job-identity.js';
import { publishingProblem, publishRemote, type Published } from './publish-remote.js';
import { addToSummary, publishSummary } from './publish-summary.js';
import type { World } from './world.js';

/**
 * Everything a job shows, in layers that do not depend on each other. A layer that fails is a problem with its remedy,
 * which the job summary tells as well.
 */
export async function publishAll(view: ReportView, settings: Settings, world: World): Promise<Published> {
  const { github } = world.context;
  if (github === null) return { checkUrl: null, problems: [] };
  const annotations = annotationsOf(view, settings.annotations);
  const summary = await publishSummary(view, world);
  for (const annotation of commandAnnotations(annotations)) world.console.annotate(annotation);
  const api = settings.githubToken === null ? null : world.github(settings.githubToken);
  const target = { identity: identityOf(github), pullRequest: github.pullRequest?.number ?? null };
  const remote = api === null ? WITHOUT_TOKEN : await publishRemote(view, annotations, settings, target, api);
  await addToSummary(remote.problems, view, world);
  return { ...remote, problems: [...summary, ...remote.problems] };
}

const WITHOUT_TOKEN: Published = {
  checkUrl: null,
  problems: [
    publishingProblem(
      'no check and no comment: there is no token',
      'Give `github-token`, by default `${{ github.token }}`.',
    ),
  ],
};
