/** Something that is needed for an answer could not be read; its sentence says what and what to do. Never a pass. */
export class CannotCheck extends Error {}
