import type { Problem } from '../model/problem.js';
import type { ApplicationSettings } from '../model/settings.js';
import { didYouMean, settingsError } from './schema/issues.js';
import type { RunValues } from './schema/run.js';
import type { AppValues, SettingsFile } from './settings-file.js';

/** The application under test as settings file and inputs describe it together. */
export interface ChosenApplication {
  readonly baseUrl: string | null;
  readonly application: ApplicationSettings | null;
  readonly problems: readonly Problem[];
}

/** Picks `app.<env>` (the first when none is named) and lets inputs override it. Refuses what could not take effect. */
export function chooseApplication(file: SettingsFile, values: RunValues): ChosenApplication {
  const names = Object.keys(file.apps);
  const env = values.app_env ?? names[0] ?? '';
  const app = file.apps[env] ?? {};
  const baseUrl = values.base_url ?? app.base_url ?? null;
  const startCommand = values.start_command ?? app.start_command;
  const unknown = values.app_env !== undefined && !names.includes(env) ? [unknownEnvironment(env, names)] : [];
  if (startCommand === undefined) {
    const problems = values.health_url === undefined ? unknown : [...unknown, NOTHING_TO_WAIT_FOR];
    return { baseUrl, application: null, problems };
  }
  const healthUrls = values.health_url ?? healthOf(app, baseUrl);
  const problems = values.health_url === undefined ? [...unknown, ...relativeHealth(env, app, baseUrl)] : unknown;
  const startTimeoutMs = values.start_timeout ?? (app.timeout ?? 60) * 1000;
  return { baseUrl, application: { startCommand, healthUrls, startTimeoutMs }, problems };
}

const NOTHING_TO_WAIT_FOR = settingsError(
  'health-url',
  'is set without `start-command`, so no application is started.',
  'Set `start-command`, or remove `health-url`.',
);

/** Addresses of `health_endpoint`, which may be relative to the base URL; one without an address is left out. */
function healthOf({ health_endpoint: endpoints = [] }: AppValues, baseUrl: string | null): readonly string[] {
  const base = baseUrl ?? undefined;
  return endpoints.flatMap((endpoint) => (URL.canParse(endpoint, base) ? [new URL(endpoint, base).href] : []));
}

function relativeHealth(
  env: string,
  { health_endpoint: endpoints = [] }: AppValues,
  baseUrl: string | null,
): readonly Problem[] {
  const relative = endpoints.filter((endpoint) => !URL.canParse(endpoint, baseUrl ?? undefined));
  return relative.map((endpoint) =>
    settingsError(
      `app.${env}.health_endpoint`,
      `"${endpoint}" is relative, and no base URL is set.`,
      `Set \`app.${env}.base_url\` or \`base-url\`.`,
    ),
  );
}

function unknownEnvironment(env: string, names: readonly string[]): Problem {
  const known = names.length > 0 ? `Known: ${names.join(', ')}.` : 'The settings file has no `app` section.';
  return settingsError('app-env', `"${env}" is not an environment of \`app\`.`, didYouMean(env, names) || known);
}
