import { projects } from './001-projects';
import { defects } from './002-defects';
import { tickets } from './003-tickets';
import { dirtyIssues } from './004-dirty-issues';
import { decisions } from './005-decisions';
import { versionLinks } from './006-version-links';
import type { Migration } from './migration';

/** In the order in which they run. A released migration is never edited: add one. */
export const migrations: readonly Migration[] = [
  ...projects,
  ...defects,
  ...tickets,
  ...dirtyIssues,
  ...decisions,
  ...versionLinks,
];
