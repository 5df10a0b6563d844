import type { Delivery } from './parse-delivery';

/** What says where a thing belongs: it has to be found by these words in Jira and in the settings. */
interface Kept {
  readonly project: string;
  readonly environment?: string;
  readonly version: string | null;
}

/**
 * A delivery whose texts are masked, also its names: people put addresses into branches and tokens into addresses. Equal names stay
 * equal. Only environment, version and issue are kept as they are, because Jira and the settings know them by these words.
 */
export function maskDelivery(delivery: Delivery, mask: (text: string) => string): Delivery {
  const maybe = (text: string | null) => (text === null ? null : mask(text));
  const origin = <Payload extends Kept & Origin>(payload: Payload): Payload => ({
    ...payload,
    service: mask(payload.service),
    build: maybe(payload.build),
    branch: maybe(payload.branch),
    url: maybe(payload.url),
  });
  switch (delivery.type) {
    case 'test-run': {
      const payload = origin(delivery.payload);
      const failures = payload.failures.map((test) => ({
        ...test,
        name: mask(test.name),
        class: mask(test.class),
        message: maybe(test.message),
        trace: maybe(test.trace),
      }));
      const { run, suite, segment, log } = payload;
      const named = { run: mask(run), suite: mask(suite), segment: maybe(segment), log: maybe(log) };
      return { type: 'test-run', payload: { ...payload, ...named, failures } };
    }
    case 'sighting': {
      const payload = origin(delivery.payload);
      const { message, segment } = payload;
      return { type: 'sighting', payload: { ...payload, message: maybe(message), segment: maybe(segment) } };
    }
    case 'commits': {
      const { payload } = delivery;
      const commits = payload.commits.map((commit) => ({ ...commit, message: mask(commit.message) }));
      return {
        type: 'commits',
        payload: { ...payload, repository: mask(payload.repository), branch: mask(payload.branch), commits },
      };
    }
    case 'incident': {
      const payload = origin(delivery.payload);
      return { type: 'incident', payload: { ...payload, incident: mask(payload.incident), title: mask(payload.title) } };
    }
    case 'build': {
      const { payload } = delivery;
      const { service, build, branch, url } = payload;
      return {
        type: 'build',
        payload: { ...payload, service: mask(service), build: mask(build), branch: maybe(branch), url: maybe(url) },
      };
    }
    case 'deployment': {
      const payload = origin(delivery.payload);
      const { deployment, incident } = payload;
      return { type: 'deployment', payload: { ...payload, deployment: mask(deployment), incident: maybe(incident) } };
    }
  }
}

interface Origin {
  readonly service: string;
  readonly build: string | null;
  readonly branch: string | null;
  readonly url: string | null;
}
