/**
 * Shifts the iframe's `Date` by the sandbox clock's offset (milliseconds). `Intl.DateTimeFormat().format()` without a date keeps the
 * machine's time: engines read it below `Date`.
 */
export function shiftClock(initialOffset: number): { setOffset(offset: number): void } {
  const MachineDate = globalThis.Date;
  let offset = initialOffset;
  const now = (): number => MachineDate.now() + offset;
  const ShiftedDate = new Proxy(MachineDate, {
    construct: (target, args: unknown[], newTarget) => {
      const made: unknown = Reflect.construct(
        target,
        args.length === 0 ? [now()] : args,
        newTarget === ShiftedDate ? target : newTarget,
      );
      if (made instanceof MachineDate) return made;
      throw new TypeError('Date could not be made');
    },
    apply: () => new MachineDate(now()).toString(),
    get: (target, property, receiver): unknown => (property === 'now' ? now : Reflect.get(target, property, receiver)),
  });
  MachineDate.prototype.constructor = ShiftedDate;
  globalThis.Date = ShiftedDate;
  return {
    setOffset(value) {
      offset = value;
    },
  };
}
