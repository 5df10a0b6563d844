import type { Delivery } from './parse-delivery';

/**
 * A delivery whose free texts are masked: what people or programs wrote. Names of environments, builds, versions and suites are kept as
 * they are: they are what facts are found by.
 */
export function maskDelivery(delivery: Delivery, mask: (text: string) => string): Delivery {
  const maybe = (text: string | null) => (text === null ? null : mask(text));
  switch (delivery.type) {
    case 'test-run': {
      const { payload } = delivery;
      const failures = payload.failures.map((test) => ({
        ...test,
        name: mask(test.name),
        class: mask(test.class),
        message: maybe(test.message),
        trace: maybe(test.trace),
      }));
      return { type: 'test-run', payload: { ...payload, failures, log: maybe(payload.log), url: maybe(payload.url) } };
    }
    case 'sighting':
      return {
        type: 'sighting',
        payload: { ...delivery.payload, message: maybe(delivery.payload.message), url: maybe(delivery.payload.url) },
      };
    case 'commits': {
      const commits = delivery.payload.commits.map((commit) => ({ ...commit, message: mask(commit.message) }));
      return { type: 'commits', payload: { ...delivery.payload, commits } };
    }
    case 'incident': {
      const { payload } = delivery;
      return { type: 'incident', payload: { ...payload, title: mask(payload.title), url: maybe(payload.url) } };
    }
    case 'build':
      return { type: 'build', payload: { ...delivery.payload, url: maybe(delivery.payload.url) } };
    case 'deployment':
      return { type: 'deployment', payload: { ...delivery.payload, url: maybe(delivery.payload.url) } };
  }
}
