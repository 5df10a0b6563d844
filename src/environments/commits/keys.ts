import { notProjects } from './not-projects';

/** Something in a text that is written as an issue key is. */
export interface Mention {
  /** The project's key in upper case. */
  readonly project: string;
  /** The number as it is written, leading zeros and all. */
  readonly digits: string;
  /** Where the mention starts, and where it ends (exclusive). */
  readonly start: number;
  readonly end: number;
}

const longestProject = 256;
/** No issue has a number with more digits than this. */
const mostDigits = 10;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Where the four dashes of a UUID stand in it. */
const uuidDashes = [8, 13, 18, 23];

/**
 * The issue keys that a text names, in upper case, each once, in the order of the text. As Jira's own integrations read them: upper and
 * lower case alike; a project key starts with a letter and has two characters or more; what stands before and behind a key is no letter
 * (A to Z) and no digit, so that an underscore, a bracket, a slash, `#` and letters of other scripts all separate; a number does not
 * start with 0. Other than there, a UUID names nothing, nor does a number of more than ten digits. Takes time in proportion to the text.
 * @param projects keys of the site's projects in upper case, and then only they count; null where they are not known, and then words
 *   such as UTF and CVE are left out, and numbers that go on as a version (`node-20.1`) or a date (`backup-2026-11-02`)
 */
export function keysIn(text: string, projects: ReadonlySet<string> | null): string[] {
  const keys = new Set<string>();
  for (const mention of mentionsIn(text, projects)) if (isKey(text, mention, projects)) keys.add(keyOf(mention));
  return [...keys];
}

/** @returns whether a mention is the key of an issue that there can be */
export function isKey(text: string, mention: Mention, projects: ReadonlySet<string> | null): boolean {
  if (mention.digits.startsWith('0') || mention.digits.length > mostDigits) return false;
  if (projects !== null) return projects.has(mention.project);
  return !notProjects.has(mention.project) && !isVersionOrDate(text, mention);
}

export function keyOf({ project, digits }: Mention): string {
  return `${project}-${digits}`;
}

/** Everything that looks like an issue key, whether there can be such an issue or not, in the order of the text. */
export function* mentionsIn(text: string, projects: ReadonlySet<string> | null): Generator<Mention> {
  for (let dash = text.indexOf('-'); dash !== -1; dash = text.indexOf('-', dash + 1)) {
    const end = digitsEnd(text, dash + 1);
    if (end === dash + 1 || isAlphanumeric(text, end)) continue;
    const start = underscored(text, dash, projects) ?? projectStart(text, dash);
    if (start === null || insideUuid(text, dash)) continue;
    yield { project: text.slice(start, dash).toUpperCase(), digits: text.slice(dash + 1, end), start, end };
  }
}

function digitsEnd(text: string, from: number): number {
  let end = from;
  while (isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

/** Where the project key before this dash starts; null where there is none. */
function projectStart(text: string, dash: number): number | null {
  let start = dash;
  while (isAlphanumeric(text, start - 1)) start -= 1;
  const length = dash - start;
  return length >= 2 && length <= longestProject && isLetter(text.charCodeAt(start)) ? start : null;
}

/** Some sites allow underscores in project keys: where the longest known one with an underscore starts that ends at this dash. */
function underscored(text: string, dash: number, projects: ReadonlySet<string> | null): number | null {
  if (projects === null) return null;
  let found: number | null = null;
  let passed = false;
  for (let start = dash; dash - start <= longestProject; start -= 1) {
    const before = text[start - 1];
    const ends = before === '_' || !isAlphanumeric(text, start - 1);
    if (passed && ends && projects.has(text.slice(start, dash).toUpperCase())) found = start;
    if (before !== '_' && ends) break;
    passed ||= before === '_';
  }
  return found;
}

function insideUuid(text: string, dash: number): boolean {
  return uuidDashes.some((offset) => {
    const start = dash - offset;
    return start >= 0 && text[start + 8] === '-' && text[start + 23] === '-' && uuid.test(text.slice(start, start + 36));
  });
}

function isVersionOrDate(text: string, { digits, end }: Mention): boolean {
  const next = text.slice(end, end + 6);
  return /^\.\d/.test(next) || (/^(19|20)\d\d$/.test(digits) && /^-\d\d(\D|$)/.test(next));
}

function isAlphanumeric(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isLetter(code) || isDigit(code);
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
