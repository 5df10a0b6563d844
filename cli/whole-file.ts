import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { plain } from './plain-text';
import { codeOf, messageOf } from './thrown';

/** A file that cannot be written, in words for people. */
export class NotWritten extends Error {}

const sentences: Readonly<Record<string, string>> = {
  ENOENT: 'the folder does not exist.',
  ENOTDIR: 'what should be its folder is a file.',
  EACCES: 'it may not be written there.',
  EPERM: 'it may not be written there.',
  EROFS: 'nothing can be written there.',
  ENOSPC: 'the disk is full.',
  EDQUOT: 'the disk is full.',
  ENAMETOOLONG: 'its name is too long.',
  EISDIR: 'it is a directory.',
};

/** Where a file goes: behind links, as whoever made the link meant it. @throws NotWritten where something else than a file stands there */
export function fileTarget(path: string): string {
  try {
    const status = statSync(path, { throwIfNoEntry: false });
    if (status === undefined) {
      if (!statSync(dirname(path)).isDirectory()) throw new NotWritten(plain(`${path}: ${sentences['ENOTDIR'] ?? ''}`));
      return path;
    }
    if (status.isDirectory()) throw new NotWritten(plain(`${path}: it is a directory.`));
    if (!status.isFile()) throw new NotWritten(plain(`${path}: it is no file.`));
    return realpathSync(path);
  } catch (error) {
    throw saidOf(path, error);
  }
}

/**
 * Writes a file under another name and then gives it its own, so that nobody ever finds half of it; one that is there is replaced.
 * @throws NotWritten where that cannot be done; what was there is still there
 */
export function writeWhole(path: string, text: string): void {
  const target = fileTarget(path);
  const temporary = `${target}.${randomBytes(6).toString('hex')}.part`;
  try {
    const file = openSync(temporary, 'wx');
    try {
      fill(file, Buffer.from(text, 'utf8'));
      renameSync(temporary, target);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  } catch (error) {
    throw saidOf(path, error);
  }
}

function fill(file: number, bytes: Uint8Array): void {
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function saidOf(path: string, error: unknown): NotWritten {
  return error instanceof NotWritten ? error : new NotWritten(plain(`${path}: ${sentences[codeOf(error)] ?? messageOf(error)}`));
}
