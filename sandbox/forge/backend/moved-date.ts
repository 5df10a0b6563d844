/** Moves `Date` of this thread by `offset` milliseconds from the machine's clock, so that the app lives in the sandbox's time. */
export function moveDate(offset: () => number): void {
  const MachineDate = globalThis.Date;
  const now = (): number => MachineDate.now() + offset();
  const MovedDate = new Proxy(MachineDate, {
    construct(target, parts: unknown[], made) {
      const date: unknown = Reflect.construct(target, parts.length === 0 ? [now()] : parts, made);
      if (typeof date !== 'object' || date === null) throw new TypeError('Date made no object.');
      return date;
    },
    apply: () => new MachineDate(now()).toString(),
    get(target, name): unknown {
      return name === 'now' ? now : Reflect.get(target, name);
    },
  });
  // Libraries make dates of the same kind through `date.constructor`.
  MachineDate.prototype.constructor = MovedDate;
  globalThis.Date = MovedDate;
}
