import { randomUUID } from 'node:crypto';
import { readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from './thrown';

/** A lock is held for a few milliseconds at a time: one that is this old, in milliseconds, was left by a process that died. */
const stale = 10_000;

/**
 * Does something while no other process does so for the same file, also on another machine that shares the folder.
 * @throws Error where the folder cannot be written
 */
export async function whileLocked<Value>(path: string, act: () => Value): Promise<Value> {
  const lock = `${path}.lock`;
  const mine = `${process.pid}@${hostname()} ${randomUUID()}`;
  while (!taken(lock, mine)) {
    if (isStale(lock)) breakLock(lock);
    else await sleep(5 + Math.random() * 20);
  }
  try {
    return act();
  } finally {
    if (textOf(lock) === mine) remove(lock);
  }
}

function taken(lock: string, mine: string): boolean {
  try {
    writeFileSync(lock, mine, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Only who holds the second lock may take a dead process's lock away, so that two do not, one of them taking a living one's. */
function breakLock(lock: string): void {
  const guard = `${lock}.break`;
  if (!taken(guard, '')) {
    if (ageOf(guard) > stale) remove(guard);
    return;
  }
  try {
    if (isStale(lock)) remove(lock);
  } finally {
    remove(guard);
  }
}

function isStale(lock: string): boolean {
  const [, pid, host] = /^(\d+)@(\S+) /.exec(textOf(lock) ?? '') ?? [];
  if (host === hostname() && pid !== undefined && !isAlive(Number(pid))) return true;
  return ageOf(lock) > stale;
}

/** Whether a process of this machine is still there. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function ageOf(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}
