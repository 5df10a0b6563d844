import type { Frame } from '../fingerprint';
import { seriesOf } from './series';
import { termHash } from './term-hash';
import { spelledTokens } from './tokens';
import type { Token } from './tokens';

/** A report as it is compared with others. */
export interface DuplicateDocument {
  /** Every word once, those of the title first. */
  readonly words: readonly DocumentWord[];
  /** Words of the description, repeated ones too. */
  readonly bodyLength: number;
  /** Versions, numbers and branches that the title names. */
  readonly series: readonly string[];
  /** `function in file` of the stack trace, innermost call first. */
  readonly frames: readonly string[];
  readonly component: string | null;
  readonly environments: readonly string[];
  /** Of the failure that it is about; null where there is none. */
  readonly fingerprint: string | null;
}

export interface DocumentWord {
  /** Its stem. */
  readonly text: string;
  /** As it can be shown. */
  readonly spelled: string;
  readonly hash: number;
  /** How often it stands in the title. */
  readonly inTitle: number;
  /** How often it stands in the description. */
  readonly inBody: number;
}

/** What a document is made of. */
export interface DuplicateSource {
  readonly title: string;
  readonly description: string;
  /** Of its stack trace, as the fingerprint reads it: innermost call first. */
  readonly frames?: readonly Frame[];
  readonly component?: string | null;
  readonly environments?: readonly string[];
  readonly fingerprint?: string | null;
}

/** Characters of a title and of a description that count: what a person writes stands first, then come logs. */
const longestTitle = 500;
const longestBody = 3_000;
/** Distinct words that a document keeps, so that a row of the index stays small. */
const mostWords = 128;
const mostFrames = 24;
const mostEnvironments = 8;

/** Time is linear in the text that counts. */
export function documentOf(source: DuplicateSource): DuplicateDocument {
  const counts = new Map<string, { spelled: string; inTitle: number; inBody: number }>();
  const at = ({ term, spelled }: Token) => {
    const known = counts.get(term);
    if (known !== undefined) return known;
    const fresh = { spelled, inTitle: 0, inBody: 0 };
    counts.set(term, fresh);
    return fresh;
  };
  for (const token of spelledTokens(source.title.slice(0, longestTitle))) at(token).inTitle += 1;
  const body = spelledTokens(source.description.slice(0, longestBody));
  for (const token of body) at(token).inBody += 1;
  return {
    words: [...counts].slice(0, mostWords).map(([text, times]) => ({ text, hash: termHash(text), ...times })),
    bodyLength: body.length,
    series: seriesOf(source.title.slice(0, longestTitle)),
    frames: framesOf(source.frames ?? []),
    component: source.component ?? null,
    environments: [...new Set(source.environments ?? [])].slice(0, mostEnvironments),
    fingerprint: source.fingerprint ?? null,
  };
}

/** The team's own calls before those of libraries is how a failure's cause is found, but the order of calls is what is compared. */
function framesOf(frames: readonly Frame[]): string[] {
  const own = frames.filter(({ inApp }) => inApp);
  return (own.length >= 3 ? own : frames)
    .map(({ function: name, file }) => (file === null ? name : `${name} in ${file}`))
    .slice(0, mostFrames);
}
