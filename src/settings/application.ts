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

/** Picks `app.<env>` (the first when none is named) and lets inputs override it. Refuses an unknown environment. */
export function chooseApplication(file: SettingsFile, values: RunValues): ChosenApplication {
  const names = Object.keys(file.apps);
  const env = values.app_env ?? names[0] ?? '';
  const app = file.apps[env] ?? {};
  const problems = values.app_env !== undefined && !names.includes(env) ? [unknownEnvironment(env, names)] : [];
  const baseUrl = values.base_url ?? app.base_url ?? null;
  return { baseUrl, application: application(values, app), problems };
}

function application(values: RunValues, app: AppValues): ApplicationSettings | null {
  const startCommand = values.start_command ?? app.start_command;
  if (startCommand === undefined) return null;
  return {
    startCommand,
    healthUrl: values.health_url ?? healthOf(app),
    startTimeoutMs: (app.timeout ?? 60) * 1000,
  };
}

function healthOf({ base_url, health_endpoint }: AppValues): string | null {
  return base_url === undefined || health_endpoint === undefined ? null : new URL(health_endpoint, base_url).href;
}

function unknownEnvironment(env: string, names: readonly string[]): Problem {
  const known = names.length > 0 ? `Known: ${names.join(', ')}.` : 'The settings file has no `app`.';
  return settingsError('app-env', `"${env}" is not an environment of \`app\`.`, didYouMean(env, names) || known);
}
