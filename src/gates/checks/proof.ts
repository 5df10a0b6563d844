import { meaningfulWords } from '../../triage';
import type { EvidenceForm } from './check';

const longestEvidence = 1000;
const leastWords = 3;

export type Proof =
  /** As it is kept. */
  { readonly kind: 'good'; readonly evidence: string } | { readonly kind: 'lacking'; readonly message: string };

const lacking = (message: string): Proof => ({ kind: 'lacking', message });

/** Whether what a person gives shows anything. A link is an address that a browser opens safely, and carries no password. */
export function proofOf(form: EvidenceForm, text: string): Proof {
  const said = text.trim();
  if (said.length > longestEvidence) return lacking(`Keep it below ${longestEvidence} characters; it has ${said.length}.`);
  return form === 'link' ? link(said) : words(said);
}

function words(said: string): Proof {
  if (said === '') return lacking('Say what shows it: a yes needs evidence.');
  return meaningfulWords(said).length < leastWords
    ? lacking('Say more: who was asked, what was looked at, where it can be seen.')
    : { kind: 'good', evidence: said };
}

function link(said: string): Proof {
  if (said === '') return lacking('Give the address of what shows it: a yes needs evidence.');
  const url = URL.canParse(said) ? new URL(said) : null;
  if (url?.protocol !== 'https:') return lacking('Give a whole address that begins with https://.');
  if (url.username !== '' || url.password !== '') return lacking('Leave name and password out of the address.');
  return url.href.length > longestEvidence
    ? lacking(`Keep it below ${longestEvidence} characters.`)
    : { kind: 'good', evidence: url.href };
}
