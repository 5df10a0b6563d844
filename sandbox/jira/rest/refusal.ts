/** A request that Jira refuses; ends the handling and becomes `{errorMessages, errors}` with this status. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly status: number,
    readonly errorMessages: readonly string[],
    readonly errors: Readonly<Record<string, string>> = {},
  ) {
    super(errorMessages[0] ?? Object.values(errors)[0] ?? `Refused with ${status}`);
  }
}

export function badRequest(message: string): Refusal {
  return new Refusal(400, [message]);
}

/** Errors of single fields of a form: `{errorMessages: [], errors: {field: message}}`. */
export function fieldErrors(errors: Readonly<Record<string, string>>): Refusal {
  return new Refusal(400, [], errors);
}

export function notFound(message: string): Refusal {
  return new Refusal(404, [message]);
}

export function forbidden(message: string): Refusal {
  return new Refusal(403, [message]);
}
