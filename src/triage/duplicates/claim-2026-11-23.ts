/**
 * When a duplicate is claimed. Learned by `npm run bench -- duplicates-learn`; another learning is another file, so that published figures
 * can be looked up.
 */
export const claimModel = {
  constant: -6.5147,
  cover: 0.3984,
  titles: 3.7691,
  ahead: 1.5468,
  apart: 2.9663,
  recency: 0.5218,
  /** Set by hand: the history that was learned from has no traces. */
  trace: 3,
  /** Likelihood from which it is claimed. */
  claimFrom: 0.38,
} as const;
