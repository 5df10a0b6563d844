import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { ExportProblem, readExport } from '../../src/ingest/exports';
import type { ExportListener, ExportReader } from '../../src/ingest/exports';
import { plain } from '../plain-text';
import { codeOf, messageOf } from '../thrown';
import type { Progress } from './progress';

/** Each end of a piece is met in other lines of the reader, which the engine then compiles once more: with few of them that costs little. */
const chunkSize = 1_048_576;

const sentences: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EISDIR: 'It is a directory.',
  EACCES: 'It may not be read.',
  EPERM: 'It may not be read.',
};

/**
 * Reads exports one after the other.
 * @param files `-` is standard input
 * @param withWords whether summaries and names are read, too
 * @throws ExportProblem naming the file that cannot be read, on one line
 */
export async function readFiles(
  files: readonly string[],
  severityField: string,
  listener: ExportListener,
  progress: Progress,
  withWords = false,
): Promise<void> {
  for (const file of files) {
    try {
      const reader = readExport(severityField, listener, withWords);
      if (file === '-') await readInput(reader, progress);
      else readFile(file, reader, progress);
      reader.end();
    } catch (error) {
      const known =
        sentences[codeOf(error)] ?? (error instanceof ExportProblem || error instanceof RangeError ? messageOf(error) : null);
      if (known === null) throw error;
      throw new ExportProblem(plain(`${file}: ${known}`));
    } finally {
      progress.end();
    }
  }
}

async function readInput(reader: ExportReader, progress: Progress): Promise<void> {
  const buffer = new Uint8Array(chunkSize);
  let filled = 0;
  let read = 0;
  for await (const chunk of process.stdin) {
    let bytes = chunk instanceof Uint8Array ? chunk : new TextEncoder().encode(String(chunk));
    read += bytes.length;
    while (bytes.length > 0) {
      const part = bytes.subarray(0, chunkSize - filled);
      buffer.set(part, filled);
      filled += part.length;
      bytes = bytes.subarray(part.length);
      if (filled < chunkSize) continue;
      reader.write(buffer);
      filled = 0;
    }
    progress.reached(read, null);
  }
  reader.write(buffer.subarray(0, filled));
}

function readFile(path: string, reader: ExportReader, progress: Progress): void {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const buffer = new Uint8Array(chunkSize);
    let read = 0;
    for (let count = readSync(file, buffer); count > 0; count = readSync(file, buffer)) {
      reader.write(buffer.subarray(0, count));
      read += count;
      progress.reached(read, size > 0 ? size : null);
    }
  } finally {
    closeSync(file);
  }
}
