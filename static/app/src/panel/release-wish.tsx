import type { ReactElement } from 'react';

interface Props {
  readonly releases: readonly { readonly id: string; readonly name: string }[];
  readonly versionId: string;
  readonly onChoose: (versionId: string) => void;
  /** What the reason answers. */
  readonly why: string;
  readonly because: string;
  readonly onSay: (because: string) => void;
}

/** For which release something is asked, and why. */
export function ReleaseWish({ releases, versionId, onChoose, why, because, onSay }: Props): ReactElement {
  return (
    <>
      <label>
        <span>Release</span>
        <select className="select" value={versionId} onChange={({ target }) => onChoose(target.value)}>
          {releases.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{why}</span>
        <input className="input" required maxLength={1000} value={because} onChange={({ target }) => onSay(target.value)} />
      </label>
    </>
  );
}
