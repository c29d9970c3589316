import { startArtifacts } from './artifact-service.js';
import type { ArtifactOptions, ArtifactStandIn } from './artifact-service.js';
import { startGitHub } from './github-api.js';
import type { GitHubOptions, GitHubStandIn } from './github-api.js';
import { runtimeToken } from './runtime-token.js';

/** GitHub's services as a job sees them. */
export interface Platform {
  readonly github: GitHubStandIn;
  readonly artifacts: ArtifactStandIn;
  /** Variables that lead a job to the stand-ins. */
  readonly env: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

export interface PlatformOptions {
  readonly github?: GitHubOptions;
  readonly artifacts?: ArtifactOptions;
}

/** Starts stand-ins for GitHub's API and for the artifact service. Whoever starts them closes them. */
export async function startPlatform(options: PlatformOptions = {}): Promise<Platform> {
  const github = await startGitHub(options.github);
  const artifacts = await startArtifacts(options.artifacts);
  const env = {
    GITHUB_API_URL: github.origin,
    GITHUB_GRAPHQL_URL: `${github.origin}/graphql`,
    ACTIONS_RESULTS_URL: `${artifacts.origin}/`,
    ACTIONS_RUNTIME_URL: `${artifacts.origin}/`,
    ACTIONS_RUNTIME_TOKEN: runtimeToken(),
    GITHUB_RETENTION_DAYS: '90',
  };
  const close = async (): Promise<void> => {
    await Promise.all([github.close(), artifacts.close()]);
  };
  return { github, artifacts, env, close };
}
