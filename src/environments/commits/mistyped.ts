import type { ProjectGuesser } from './likeness';
import { keyOf, mentionsIn } from './keys';
import { notProjects } from './not-projects';

/** Something that is probably a mistyped issue key. */
export interface Mistyped {
  /** As the message writes it. */
  readonly written: string;
  /** The key that is probably meant. */
  readonly key: string;
}

const most = 5;
const run = /[A-Za-z0-9]+/g;
/** What people put between a project key and a number instead of a dash: blanks, underscores, other dashes, `#`, `:`, `.`, `/`. */
const separators = ' \t_\u2010\u2011\u2012\u2013\u2014\u2212-#:./';
const number = /^[1-9]\d{0,9}$/;
/** Letters that are taken for 0 and 1. */
const digitLike = /^[0-9OolIi]{1,10}$/;

/**
 * The issue keys that a message probably means and does not write: a project key with letters swapped, missing, too many or wrong
 * (`SHPO-12`), a dash that is missing or another sign (`SHOP 12`, `SHOP12`, `SHOP\u201312`), letters for digits (`SHOP-1O`), leading
 * zeros (`SHOP-012`). Words such as UTF-8 mean no key. Takes time in proportion to the message.
 * @returns at most five, what is surest first
 */
export function mistypedIn(message: string, projects: ReadonlySet<string>, guesser: ProjectGuesser): Mistyped[] {
  const found = new Map<string, Mistyped>();
  for (const one of [...nearlyKeys(message, projects), ...otherProjects(message, projects, guesser)]) {
    if (found.size >= most) break;
    if (!found.has(one.key)) found.set(one.key, one);
  }
  return [...found.values()];
}

/** The project is right, what follows is not quite. */
function* nearlyKeys(message: string, projects: ReadonlySet<string>): Generator<Mistyped> {
  for (const { 0: word, index } of message.matchAll(run)) {
    const project = word.toUpperCase();
    if (projects.has(project)) yield* behind(message, word, index);
    else if (word.length <= 24) yield* grownTogether(word, projects);
  }
}

function* behind(message: string, word: string, start: number): Generator<Mistyped> {
  const end = start + word.length;
  let at = end;
  while (at < end + 3 && separators.includes(message[at] ?? '\n')) at += 1;
  const between = message.slice(end, at);
  if (between === '') return;
  // "the shop 12 times" is a sentence; "SHOP 12" is not.
  if (between.trim() === '' && word !== word.toUpperCase()) return;
  const digits = /^[A-Za-z0-9]{1,40}/.exec(message.slice(at, at + 41))?.[0] ?? '';
  const read = readDigits(digits);
  if (read === null || (between === '-' && read === digits)) return;
  yield { written: message.slice(start, at + digits.length), key: `${word.toUpperCase()}-${read}` };
}

/** The number that is meant: without leading zeros, with 0 for O and 1 for l; null for what is no number. */
function readDigits(digits: string): string | null {
  if (!digitLike.test(digits) || !/\d/.test(digits)) return null;
  const read = digits.replace(/o/gi, '0').replace(/[li]/gi, '1').replace(/^0+/, '');
  return number.test(read) ? read : null;
}

function* grownTogether(word: string, projects: ReadonlySet<string>): Generator<Mistyped> {
  for (let split = word.length - 1; split >= 2; split -= 1) {
    const [project, digits] = [word.slice(0, split).toUpperCase(), word.slice(split)];
    if (number.test(digits) && projects.has(project)) yield { written: word, key: `${project}-${digits}` };
  }
}

/** What follows is a number, the project is none of the known ones. */
function* otherProjects(message: string, projects: ReadonlySet<string>, guesser: ProjectGuesser): Generator<Mistyped> {
  let looked = 0;
  for (const mention of mentionsIn(message, projects)) {
    if (projects.has(mention.project) || notProjects.has(mention.project) || !number.test(mention.digits)) continue;
    if (mention.project.length > 20 || ++looked > most) continue;
    const written = message.slice(mention.start, mention.end);
    for (const project of guesser.guess(mention.project)) yield { written, key: keyOf({ ...mention, project }) };
  }
}
