import { z } from 'zod';

/** Keys of the web triggers that a connection names. */
export const connectionTriggers = ['test-results', 'deployment', 'build', 'incident', 'commits', 'generic', 'gate'] as const;

/** What a pipeline needs to talk to Holdpoint, as one text that the settings page shows once: `HOLDPOINT_CONNECTION`. */
export const connectionSchema = z.object({
  /** Id of the source. */
  source: z.string(),
  /** Signs what is sent. */
  secret: z.string().min(32),
  /** Bearer token of the web trigger `gate`. */
  gateToken: z.string(),
  urls: z.record(z.enum(connectionTriggers), z.url()),
});
export type Connection = z.infer<typeof connectionSchema>;

const prefix = 'holdpoint1.';

export function connectionText(connection: Connection): string {
  const bytes = new TextEncoder().encode(JSON.stringify(connection));
  return (
    prefix +
    btoa(String.fromCharCode(...bytes))
      .replace(/\+/g, '-')
      .replace(/\//g, '_')
      .replace(/=+$/, '')
  );
}

/** Null where the text is no connection: cut, or of another make. */
export function parseConnection(text: string): Connection | null {
  if (!text.startsWith(prefix)) return null;
  try {
    const bytes = atob(text.slice(prefix.length).replace(/-/g, '+').replace(/_/g, '/'));
    const json: unknown = JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes, (character) => character.charCodeAt(0))));
    return connectionSchema.safeParse(json).data ?? null;
  } catch {
    return null;
  }
}

/** What is signed: `X-Holdpoint-Signature` is `sha256=` and the HMAC-SHA256 of this in hexadecimal digits. */
export { signedText } from '../kernel/signed-text';
