import { pagesOf } from './builds-since';

const at = (minute: number) => `2026-11-02T09:${String(minute).padStart(2, '0')}:00.000Z`;

describe('the pages in which builds are read', () => {
  it('is one for small builds', () =>
    expect(pagesOf([3, 2, 1].map((minute) => ({ at: at(minute), size: 400 })))).toEqual([
      { since: at(1), until: at(3), builds: 3 },
    ]));

  it('begins anew before an answer would be too large', () =>
    expect(pagesOf([4, 3, 2, 1].map((minute) => ({ at: at(minute), size: 1_000_000 })))).toEqual([
      { since: at(3), until: at(4), builds: 2 },
      { since: at(1), until: at(2), builds: 2 },
    ]));

  it('keeps what has the same time together, as a page is asked for by its time', () =>
    expect(pagesOf([3, 2, 2, 2, 1].map((minute) => ({ at: at(minute), size: 1_000_000 })))).toEqual([
      { since: at(2), until: at(3), builds: 4 },
      { since: at(1), until: at(1), builds: 1 },
    ]));

  it('is none without builds', () => expect(pagesOf([])).toEqual([]));
});
