import { fingerprintOf } from '../fingerprint';
import { documentOf } from './document';
import type { DuplicateDocument } from './document';

/** What Jira says of a defect. */
export interface ToldDefect {
  readonly title: string;
  /** As plain text. */
  readonly description: string;
  /** The field *Environment*, as plain text. */
  readonly environment: string;
  /** Names of its components. */
  readonly components: readonly string[];
}

/** What pipelines and people said of it besides. */
export interface DefectMarks {
  /** Where it was seen. */
  readonly environments: readonly string[];
  /** Of the failed test that it was filed for; null where it was not. */
  readonly fingerprint: string | null;
}

/** Longer ones are texts, no names. */
const longestEnvironment = 100;

/** Every trace has a line number or an address somewhere; without one the dear search for calls is spared. */
const mayHaveTrace = /[:(]\d|line \d|0x[\da-f]/i;

/** The document by which a defect is compared with others: traces are read out of its description. */
export function defectDocument(
  { title, description, environment, components }: ToldDefect,
  marks: DefectMarks,
): DuplicateDocument {
  const named = environment.trim().toLowerCase();
  const [component] = [...components].sort();
  return documentOf({
    ...{ title, description, frames: mayHaveTrace.test(description) ? fingerprintOf(description).frames : [] },
    component: component ?? null,
    environments: [...(named === '' || named.length > longestEnvironment ? [] : [named]), ...[...marks.environments].sort()],
    fingerprint: marks.fingerprint,
  });
}
