/** A gadget of the app on the sandbox's dashboard. */
export interface Gadget {
  readonly id: string;
  readonly moduleKey: string;
  /** What its edit page submitted; null until then. */
  readonly configuration: Readonly<Record<string, unknown>> | null;
}

/** The one dashboard of the sandbox, kept as long as it runs. */
export interface Dashboard {
  readonly id: string;
  gadgets(): readonly Gadget[];
  find(gadgetId: string): Gadget | undefined;
  add(moduleKey: string): void;
  remove(gadgetId: string): void;
  configure(gadgetId: string, configuration: Readonly<Record<string, unknown>>): void;
}

export function createDashboard(): Dashboard {
  const gadgets = new Map<string, Gadget>();
  let newest = 10_000;
  return {
    id: '10000',
    gadgets: () => [...gadgets.values()],
    find: (gadgetId) => gadgets.get(gadgetId),
    add(moduleKey) {
      newest += 1;
      gadgets.set(String(newest), { id: String(newest), moduleKey, configuration: null });
    },
    remove: (gadgetId) => void gadgets.delete(gadgetId),
    configure(gadgetId, configuration) {
      const gadget = gadgets.get(gadgetId);
      if (gadget !== undefined) gadgets.set(gadgetId, { ...gadget, configuration });
    },
  };
}
