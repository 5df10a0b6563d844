/** Finds where something stands next; remembers the last place, so that many questions of a pass take no longer than one. */
export class NextPlace {
  private next = -1;

  constructor(
    private readonly text: string,
    private readonly wanted: string,
  ) {}

  /** @param at no less than the time before @returns the next place from `at` on, or nowhere: the length of the text */
  after(at: number): number {
    if (this.next < at) {
      const found = this.text.indexOf(this.wanted, at);
      this.next = found === -1 ? this.text.length : found;
    }
    return this.next;
  }
}
