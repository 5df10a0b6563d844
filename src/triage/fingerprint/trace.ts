import type { Trace } from './failure';
import { readers } from './languages';
import type { Line } from './lines';

const framesOf = ({ chain }: Trace) => chain.reduce((sum, { frames }) => sum + frames.length, 0);

/** Reads the stack trace of a text: of several languages', the one with the most frames. @returns null where there is none */
export function readTrace(lines: readonly Line[]): Trace | null {
  return readers
    .map((read) => read(lines))
    .reduce<Trace | null>(
      (best, trace) => (trace !== null && (best === null || framesOf(trace) > framesOf(best)) ? trace : best),
      null,
    );
}
