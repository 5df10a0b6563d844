import { useState } from 'react';

/** One of several that something is done about. */
interface Item {
  readonly id: string;
  /** Key of its issue. */
  readonly key: string;
}

interface Each<One extends Item> {
  /** Which of how many it is about just now; null while nothing goes on. */
  readonly busy: { readonly at: number; readonly of: number } | null;
  /** What could not be done, a sentence each. */
  readonly refused: readonly string[];
  /** @param act does it about one; tells what stands against it, null for nothing @returns ids of those that it was not done about */
  readonly run: (items: readonly One[], act: (item: One) => Promise<string | null>) => Promise<readonly string[]>;
  /** The sentences have been read. */
  readonly forget: () => void;
}

/** Does something about several, one after the other, each for itself. */
export function useEach<One extends Item>(): Each<One> {
  const [busy, setBusy] = useState<Each<One>['busy']>(null);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const run: Each<One>['run'] = async (items, act) => {
    const against = new Map<string, string>();
    setRefused([]);
    for (const [at, item] of items.entries()) {
      setBusy({ at: at + 1, of: items.length });
      const because = await act(item);
      if (because !== null) against.set(item.id, `${item.key}: ${because}`);
    }
    setBusy(null);
    setRefused([...against.values()]);
    return [...against.keys()];
  };
  return { busy, refused, run, forget: () => setRefused([]) };
}
