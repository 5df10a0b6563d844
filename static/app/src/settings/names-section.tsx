import type { ReactElement } from 'react';
import { setNames } from './edit-settings';
import { NameList } from './name-list';
import type { SettingsEditor } from './use-settings';

const lists = [
  { list: 'defectTypes', title: 'Work types that are defects', one: 'work type', hint: 'e.g. Bug' },
  { list: 'releaseTypes', title: 'Work types that are release tickets', one: 'work type', hint: 'e.g. Release' },
  { list: 'tiers', title: 'Customer tiers', one: 'tier', hint: 'e.g. enterprise' },
] as const;

/** Which work types Holdpoint follows, and the tiers of customers. */
export function NamesSection({ editor: { draft, problems, edit } }: { editor: SettingsEditor }): ReactElement {
  return (
    <section aria-labelledby="names-heading">
      <h2 id="names-heading">Work types and customers</h2>
      <p className="subtle">Names as they stand in Jira. Gates are put on the transitions of release tickets.</p>
      <div className="name-lists">
        {lists.map(({ list, title, one, hint }) => (
          <div key={list} className="stack stack-tight">
            <h3>{title}</h3>
            <NameList
              what={title}
              one={one}
              hint={hint}
              maxLength={80}
              names={draft[list]}
              path={list}
              onChange={(names) => edit(setNames(list, names))}
              problems={problems}
            />
          </div>
        ))}
      </div>
    </section>
  );
}
