import type { ReactElement } from 'react';
import { usePage } from '../shared/page-context';

interface Version {
  readonly id: string;
  readonly name: string;
  readonly releaseDate: string | null;
}

interface Props {
  /** Null while none is chosen. */
  readonly version: Version | null;
  readonly versions: readonly Version[];
  readonly onChoose: (versionId: string) => void;
}

/** The releases to come; one that is out is there only where it was asked for. */
export function VersionChoice({ version, versions, onChoose }: Props): ReactElement {
  const { format } = usePage();
  const isListed = versions.some(({ id }) => id === version?.id);
  const all = version === null || isListed ? versions : [version, ...versions];
  return (
    <label className="inline">
      <span>Release</span>
      <select className="select" value={version?.id ?? ''} onChange={({ target }) => onChoose(target.value)}>
        {all.map(({ id, name, releaseDate }) => (
          <option key={id} value={id}>
            {releaseDate === null ? name : `${name}, ${format.date(releaseDate)}`}
          </option>
        ))}
      </select>
    </label>
  );
}
