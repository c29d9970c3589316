import { exec } from '@actions/exec';
import type { Git } from '../ports.js';

/** The git of the machine, asked in the workspace. A machine without git is a workspace without history. */
export function createGit(workspace: string): Git {
  return {
    trackedFiles: async () => {
      const output = await ask(['ls-files', '-z', '--cached'], workspace);
      return output === null ? [] : output.split('\0').filter((file) => file !== '');
    },
    head: async () => {
      const [commit, branch] = await Promise.all([
        ask(['rev-parse', 'HEAD'], workspace),
        ask(['rev-parse', '--abbrev-ref', 'HEAD'], workspace),
      ]);
      return commit === null ? null : { commit: commit.trim(), branch: (branch ?? '').trim() };
    },
  };
}

async function ask(args: readonly string[], cwd: string): Promise<string | null> {
  const chunks: Buffer[] = [];
  const listeners = { stdout: (data: Buffer) => void chunks.push(data) };
  try {
    const code = await exec('git', [...args], { cwd, silent: true, ignoreReturnCode: true, listeners });
    return code === 0 ? Buffer.concat(chunks).toString('utf8') : null;
  } catch {
    return null;
  }
}
