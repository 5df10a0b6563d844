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
    }
  /** No answer came; `because` names neither headers nor addresses, which may hold secrets. */
  | { readonly kind: 'silent'; readonly because: string };

const mostRedirects = 3;

/** Asks once. Follows redirects within the site only: what a request carries is for that site alone. Never throws. */
export async function exchange(question: Question): Promise<Reply> {
  let { url } = question;
  try {
    for (let followed = 0; ; followed += 1) {
      const response = await fetch(url, {
        method: question.method,
        headers: question.headers,
        redirect: 'manual',
        signal: AbortSignal.timeout(question.limit),
        ...(question.body === undefined ? {} : { body: question.body }),
      });
      const text = await response.text();
      const target = redirectOf(response, url);
      const here = target !== null && target.origin === new URL(url).origin;
      if (here && followed < mostRedirects && (question.method === 'GET' || response.status >= 307)) {
        url = target.href;
        continue;
      }
      return {
        kind: 'answered',
        status: response.status,
        text,
        date: dateOf(response.headers.get('date')),
        retryAfter: waitOf(response.headers.get('retry-after'), dateOf(response.headers.get('date'))),
        movedTo: target === null ? null : target.host,
      };
    }
  } catch (error) {
    return { kind: 'silent', because: silence(error, question.limit) };
  }
}

function redirectOf(response: Response, url: string): URL | null {
  const location = response.headers.get('location');
  if (location === null || response.status < 300 || response.status > 399 || !URL.canParse(location, url)) return null;
  return new URL(location, url);
}

function dateOf(text: string | null): Date | null {
  const date = new Date(text ?? '');
  return Number.isNaN(date.getTime()) ? null : date;
}

/** `Retry-After` is a number of seconds or a date, which counts from the answerer's own clock. */
function waitOf(text: string | null, now: Date | null): number | null {
  if (text === null) return null;
  if (/^\s*\d+\s*$/.test(text)) return Number(text) * 1000;
  const until = dateOf(text);
  return until === null || now === null ? null : Math.max(0, until.getTime() - now.getTime());
}

const causes: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there',
  ECONNRESET: 'the connection broke off',
  UND_ERR_SOCKET: 'the connection broke off',
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name cannot be looked up at the moment',
  ETIMEDOUT: 'it took too long to connect',
  UND_ERR_CONNECT_TIMEOUT: 'it took too long to connect',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not trusted here; name your authority in NODE_EXTRA_CA_CERTS',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not trusted here; name your authority in NODE_EXTRA_CA_CERTS',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not trusted here; name your authority in NODE_EXTRA_CA_CERTS',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is not trusted here; name your authority in NODE_EXTRA_CA_CERTS',
};

/** Says it by the kind of error: messages quote header values and addresses. */
function silence(error: unknown, limit: number): string {
  if (error instanceof DOMException && error.name === 'TimeoutError') return `it did not answer within ${limit / 1000} s`;
  const cause = typeof error === 'object' && error !== null && 'cause' in error ? codeOf(error.cause) : '';
  return causes[cause] ?? (/^[A-Z_]+$/.test(cause) ? `it could not be reached (${cause})` : 'it could not be reached');
}
