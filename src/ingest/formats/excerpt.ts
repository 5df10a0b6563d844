/** Characters that are kept of the beginning and of the end, each. */
const most = 40_000;

/** The beginning and the end of an output that may be long: what a test says of its failure stands in one of them. */
export class Excerpt {
  private readonly first: string[] = [];
  private firstLength = 0;
  private last: string[] = [];
  private lastLength = 0;
  private skipped = false;

  add(piece: string): void {
    if (this.firstLength < most) {
      this.first.push(piece.slice(0, most));
      this.firstLength += piece.length;
      return;
    }
    this.last.push(piece.slice(-most));
    this.lastLength += Math.min(piece.length, most);
    // Cut seldom, so that a long output costs no more than its length.
    if (this.lastLength > 3 * most) {
      this.last = [this.last.join('').slice(-most)];
      this.lastLength = most;
      this.skipped = true;
    }
  }

  get text(): string {
    return `${this.first.join('')}${this.skipped ? '\n[…]\n' : ''}${this.last.join('')}`;
  }
}
