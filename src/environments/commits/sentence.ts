import type { Commit } from './kind';

/** How sentences name a commit. */
export function nameOf({ sha }: Commit): string {
  return sha === null ? 'This commit' : sha.slice(0, 8);
}

/** Names with commas between, eight at most. */
export function listed(names: readonly string[]): string {
  return names.length <= 8 ? names.join(', ') : `${names.slice(0, 8).join(', ')} and ${names.length - 8} more`;
}

/** A summary that does not push the rest of a sentence away. */
export function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}
