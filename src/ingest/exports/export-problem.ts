/** Why an export cannot be read, as one sentence. */
export class ExportProblem extends Error {}

/** What is known so far ends in the middle of something: more bytes are needed, or the file is cut off. One for all: it is thrown often. */
export const unfinished = new Error('More bytes are needed.');

/** Something in an issue is not as Jira documents it; completes the sentence "SHOP-1 is not as Jira writes issues: …". */
export class Unlike extends Error {}
