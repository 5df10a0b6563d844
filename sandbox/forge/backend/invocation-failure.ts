import type { InvokeFailure } from '../forge';

/** A function that threw, ran out of time, was cut, or could not be called. */
export class InvocationFailure extends Error implements InvokeFailure {
  override readonly name = 'InvocationFailure';

  constructor(
    readonly kind: InvokeFailure['kind'],
    message: string,
  ) {
    super(message);
  }
}
