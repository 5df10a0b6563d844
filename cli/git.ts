import { spawn } from 'node:child_process';
import { CannotCheck } from './cannot-check';

/** What git answered. */
export interface GitAnswer {
  readonly code: number;
  readonly out: string;
  /** The first line of what it said of errors, without `fatal:`. */
  readonly error: string;
}

const timeLimit = 120_000;

/**
 * Runs git itself, without a shell; it asks nobody and changes nothing.
 * @param args options first; whoever puts a name from outside among them has made sure that it is no option
 * @throws CannotCheck where git cannot be started, or takes more than two minutes
 */
export function git(repo: string, args: readonly string[], input = ''): Promise<GitAnswer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['--no-pager', '-c', 'log.showSignature=false', ...args], {
      cwd: repo,
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
      signal: AbortSignal.timeout(timeLimit),
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => out.push(piece));
    child.stderr.on('data', (piece: Buffer) => err.push(piece));
    child.stdin.on('error', () => undefined); // It may have seen enough; its exit code tells.
    child.on('error', ({ name }) => {
      const why =
        name === 'AbortError'
          ? 'git took more than two minutes: try a shorter range.'
          : `git could not be started in "${repo}": is it installed, and is the folder there?`;
      reject(new CannotCheck(why));
    });
    child.on('close', (code) => {
      if (code === null) reject(new CannotCheck('git was ended before it had answered.'));
      else resolve({ code, out: Buffer.concat(out).toString('utf8'), error: firstLine(Buffer.concat(err).toString('utf8')) });
    });
    child.stdin.end(input);
  });
}

/** @returns what git wrote, without the last end of line @throws CannotCheck where it fails, with what it says */
export async function askGit(repo: string, args: readonly string[]): Promise<string> {
  const { code, out, error } = await git(repo, args);
  if (code !== 0) throw new CannotCheck(`git says: ${error === '' ? `exit code ${code}` : error}.`);
  return out.replace(/\n$/, '');
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/^(fatal|error): /, '').replace(/\.$/, '');
}
