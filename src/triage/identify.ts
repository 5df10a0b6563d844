import type { FailedCase, FailureIdentity } from './failures';
import { fingerprintOf } from './fingerprint';
import type { Frame } from './fingerprint';

/** What a failed test is recognised by. One that says nothing at all is recognised by its own name. */
export function identify({ name, class: of, message, trace }: FailedCase): FailureIdentity {
  const said = fingerprintOf(textOf(message ?? '', trace ?? ''));
  const read = said.fingerprint === null ? fingerprintOf(`Failed without a message: ${of} ${name}`) : said;
  return {
    fingerprint: read.fingerprint ?? 'unnamed',
    kind: read.kind ?? '',
    message: read.message,
    frames: [...read.frames].sort((a, b) => Number(b.inApp) - Number(a.inApp)).map(place),
  };
}

/** Most traces begin with the message. */
function textOf(message: string, trace: string): string {
  return trace.includes(message) ? trace : `${message}\n${trace}`;
}

function place(frame: Frame): string {
  return frame.file === null ? frame.function : `${frame.function} in ${frame.file}`;
}
