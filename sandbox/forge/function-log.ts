import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '../clock';

export type FunctionLog = (functionKey: string, level: string, text: string) => void;

/** What the app's functions write to the console, one line each with the sandbox's time; on stderr as well where DEBUG is set. */
export function createFunctionLog(file: string, clock: Clock): FunctionLog {
  mkdirSync(dirname(file), { recursive: true });
  return (functionKey, level, text) => {
    const line = `${clock.now().toISOString()} ${level.toUpperCase().padEnd(5)} ${functionKey} ${text}\n`;
    appendFileSync(file, line);
    if (process.env.DEBUG) process.stderr.write(line);
  };
}
