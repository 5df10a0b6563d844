import { keyedHash, sameSecret } from '../kernel/hash';
import type { Instant } from '../kernel/instant';
import { signedText } from '../kernel/signed-text';

/** What a sender says to prove itself, as it came. */
export interface Proof {
  /** Unix seconds as text. */
  readonly timestamp: string | null;
  readonly nonce: string | null;
  readonly signature: string | null;
}

/** How far a sender's clock may be off, in milliseconds. */
const window = 300_000;
const nonceForm = /^[A-Za-z0-9_-]{8,100}$/;

/**
 * Whether a body comes from who knows one of the secrets, and was signed within five minutes of now. That it came only once is for the
 * caller to see to, by its nonce.
 * @returns null where all is well, else why not, for the log
 */
export function signatureProblem(proof: Proof, body: string, secrets: readonly string[], now: Instant): string | null {
  const { timestamp, nonce, signature } = proof;
  if (timestamp === null || nonce === null || signature === null) return 'a header is missing';
  if (!/^\d{1,12}$/.test(timestamp)) return 'the timestamp is no number of seconds';
  if (Math.abs(Number(timestamp) * 1000 - Date.parse(now)) > window) return 'the timestamp is more than five minutes off';
  if (!nonceForm.test(nonce)) return 'the nonce has another form than 8 to 100 letters, digits, dashes and underscores';
  return matches(signature, signedText(timestamp, nonce, body), secrets) ? null : 'the signature is of another secret or body';
}

/** GitHub's scheme: `X-Hub-Signature-256` over the body (docs.github.com, "Validating webhook deliveries"). */
export function githubProblem(signature: string | null, body: string, secrets: readonly string[]): string | null {
  if (signature === null) return 'X-Hub-Signature-256 is missing: set a secret on the webhook';
  return matches(signature, body, secrets) ? null : 'the signature is of another secret or body';
}

/** GitLab's scheme: the secret itself in `X-Gitlab-Token` (docs.gitlab.com, "Webhooks"). */
export function gitlabProblem(token: string | null, secrets: readonly string[]): string | null {
  if (token === null) return 'X-Gitlab-Token is missing: set a secret token on the webhook';
  return secrets.filter((secret) => sameSecret(secret, token)).length > 0 ? null : 'the token is another one';
}

/** Every secret is tried, so that the time does not tell which one fits. */
function matches(signature: string, text: string, secrets: readonly string[]): boolean {
  return secrets.filter((secret) => sameSecret(`sha256=${keyedHash(secret, text)}`, signature.toLowerCase())).length > 0;
}
