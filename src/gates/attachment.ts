/** The three locks on a transition: the condition, the validator on the published verdict, the validator that decides. */
export type Lock = 'condition' | 'published' | 'decided';
const locks: readonly Lock[] = ['condition', 'published', 'decided'];
/** By the keys of their modules in the manifest. */
const lockOfModule: Readonly<Record<string, Lock>> = {
  'gate-open-condition': 'condition',
  'gate-open-published': 'published',
  'gate-open-decided': 'decided',
};
/** As the middle of a sentence calls them. */
export const lockNames: Readonly<Record<Lock, string>> = {
  condition: 'the condition',
  published: 'the validator with the published reason',
  decided: 'the validator that decides now',
};

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A transition of a release ticket's workflow, and what it guards. One that guards two stages stands twice. */
export interface Guard {
  readonly workflow: Named;
  readonly transition: Named;
  /** Status that it leads to. */
  readonly to: string;
  /** Key of the stage; null where no stage is picked, or no rule is there. */
  readonly stage: string | null;
  readonly locks: readonly Lock[];
}

/** A rule of the app on a transition: the key of its module, and the stage that an admin picked. */
export interface GateRule {
  readonly module: string;
  readonly stage: string | null;
}

/** What a transition guards by the rules on it; rules that are no locks do not matter. */
export function guardsOf(transition: Omit<Guard, 'stage' | 'locks'>, rules: readonly GateRule[]): Guard[] {
  const { workflow, transition: named, to } = transition;
  const found = rules.flatMap(({ module, stage }) => {
    const lock = lockOfModule[module];
    return lock === undefined ? [] : [{ stage, lock }];
  });
  const stages = found.length === 0 ? [null] : [...new Set(found.map(({ stage }) => stage))];
  return stages.map((stage) => {
    const there = new Set(found.filter((one) => one.stage === stage).map(({ lock }) => lock));
    return { workflow, transition: named, to, stage, locks: locks.filter((lock) => there.has(lock)) };
  });
}

/** Whether the gates are attached to transitions at all. */
export interface Attachment {
  /** `attached`: every gated stage has a transition with all three locks. */
  readonly state: 'attached' | 'partly' | 'missing';
  readonly sentence: string;
  /** Gated stages that no transition guards. */
  readonly unguarded: readonly { readonly key: string; readonly name: string }[];
}

export function attachmentOf(
  guards: readonly Guard[],
  stages: readonly { readonly key: string; readonly name: string }[],
): Attachment {
  const bestOf = (key: string) => best(guards.filter(({ stage }) => stage === key));
  const unguarded = stages.filter(({ key }) => bestOf(key).length === 0);
  const partial = stages.flatMap(({ key, name }) => {
    const lacking = locks.filter((lock) => !bestOf(key).includes(lock));
    return lacking.length === 0 || lacking.length === locks.length
      ? []
      : [`${name} lacks ${listed(lacking.map((lock) => lockNames[lock]))}`];
  });
  if (stages.length === 0)
    return { state: 'attached', sentence: 'No stage has a gate, so there is nothing to attach.', unguarded };
  if (unguarded.length === stages.length) {
    const sentence = 'No transition of the release tickets carries the rules of a gate, so a held release is not stopped.';
    return { state: 'missing', sentence, unguarded };
  }
  if (unguarded.length + partial.length === 0)
    return { state: 'attached', sentence: 'Every gate stands on a transition with all three locks.', unguarded };
  const bare = unguarded.length === 0 ? [] : [`No transition guards ${listed(unguarded.map(({ name }) => name))}`];
  return { state: 'partly', sentence: `${[...bare, ...partial].join('; ')}.`, unguarded };
}

/** The locks of the transition that has most of them. */
function best(guards: readonly Guard[]): readonly Lock[] {
  return guards.reduce<readonly Lock[]>((most, guard) => (guard.locks.length > most.length ? guard.locks : most), []);
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** A lock that was put on a transition, or taken off it. */
export interface LockChange {
  readonly kind: 'lock-attached' | 'lock-removed';
  readonly workflow: Named;
  readonly transition: Named;
  readonly stage: string | null;
  readonly lock: Lock;
}

/** What changed between two looks at the same workflows; a workflow or transition that is gone lost its locks. */
export function lockChanges(before: readonly Guard[], after: readonly Guard[]): LockChange[] {
  return [...without(before, after, 'lock-removed'), ...without(after, before, 'lock-attached')];
}

function without(some: readonly Guard[], others: readonly Guard[], kind: LockChange['kind']): LockChange[] {
  const place = ({ workflow, transition, stage }: Guard) => JSON.stringify([workflow.id, transition.id, stage]);
  const there = new Map(others.map((guard) => [place(guard), guard.locks]));
  return some.flatMap((guard) =>
    guard.locks
      .filter((lock) => !(there.get(place(guard)) ?? []).includes(lock))
      .map((lock) => ({ kind, workflow: guard.workflow, transition: guard.transition, stage: guard.stage, lock })),
  );
}
