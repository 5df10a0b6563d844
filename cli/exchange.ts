import type { IncomingHttpHeaders } from 'node:http';
import { codeOf } from './thrown';

/** One request over HTTP. */
export interface Question {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds for the whole exchange. */
  readonly limit: number;
}

export type Reply =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly text: string;
      /** By the answerer's clock; null where it does not say. */
      readonly date: Date | null;
      /** Milliseconds that it asks to wait before the next attempt; null where it does not. */
      readonly retryAfter: number | null;
      /** Host of another site to which it points instead of answering: nothing is sent there. */
      readonly movedTo: string | null;
      /** Jira refused the account, and answered all the same, as if nobody had asked. */
      readonly asNobody: boolean;
    }
  /** No answer came; `because` names neither headers nor addresses, which may hold secrets. */
  | { readonly kind: 'silent'; readonly because: string };

const mostRedirects = 3;

/**
 * Asks once, by Node's own client, which starts faster than fetch. Follows redirects within the site only: what a request carries is
 * for that site alone. Never throws.
 */
export async function exchange(question: Question): Promise<Reply> {
  let { url } = question;
  try {
    for (let followed = 0; ; followed += 1) {
      const { status, headers, text } = await ask(url, question);
      const target = redirectOf(status, headers.location, url);
      const here = target !== null && target.origin === new URL(url).origin;
      if (here && followed < mostRedirects && (question.method === 'GET' || status >= 307)) {
        url = target.href;
        continue;
      }
      const date = dateOf(headers.date);
      const movedTo = target === null ? null : target.host;
      const asNobody = /AUTHENTICAT(ED_FAILED|ION_DENIED)/.test(String(headers['x-seraph-loginreason'] ?? ''));
      return { kind: 'answered', status, text, date, retryAfter: waitOf(headers['retry-after'], date), movedTo, asNobody };
    }
  } catch (error) {
    return { kind: 'silent', because: silence(codeOf(error), question.limit) };
  }
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

async function ask(url: string, { method, headers, body, limit }: Question): Promise<Answer> {
  const { request } = url.startsWith('https:') ? await import('node:https') : await import('node:http');
  return new Promise((resolve, reject) => {
    const options = { method, headers: { 'user-agent': 'holdpoint', ...headers }, signal: AbortSignal.timeout(limit) };
    const asking = request(url, options, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(pieces).toString('utf8') }),
      );
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

function redirectOf(status: number, location: string | undefined, url: string): URL | null {
  if (location === undefined || status < 300 || status > 399 || !URL.canParse(location, url)) return null;
  return new URL(location, url);
}

function dateOf(text: string | undefined): Date | null {
  const date = new Date(text ?? '');
  return Number.isNaN(date.getTime()) ? null : date;
}

/** `Retry-After` is a number of seconds or a date, which counts from the answerer's own clock. */
function waitOf(text: string | undefined, now: Date | null): number | null {
  if (text === undefined) return null;
  if (/^\s*\d+\s*$/.test(text)) return Number(text) * 1000;
  const until = dateOf(text);
  return until === null || now === null ? null : Math.max(0, until.getTime() - now.getTime());
}

const causes: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there',
  ECONNRESET: 'the connection broke off',
  EPIPE: 'the connection broke off',
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name cannot be looked up at the moment',
  ETIMEDOUT: 'it took too long to connect',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not trusted here; name your authority in NODE_EXTRA_CA_CERTS',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not trusted here; name your authority in NODE_EXTRA_CA_CERTS',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not trusted here; name your authority in NODE_EXTRA_CA_CERTS',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is not trusted here; name your authority in NODE_EXTRA_CA_CERTS',
};

/** Says it by the kind of failure: messages quote headers and addresses. */
function silence(code: string, limit: number): string {
  if (code === 'ABORT_ERR') return `it did not answer within ${limit / 1000} s`;
  return causes[code] ?? (/^[A-Z_]+$/.test(code) ? `it could not be reached (${code})` : 'it could not be reached');
}
