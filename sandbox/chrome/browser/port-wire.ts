import type { Wire } from './channel';

/** A MessagePort as the wire of a channel. */
export const portWire = (port: MessagePort): Wire => ({
  send: (message) => port.postMessage(message),
  receive: (listener) => {
    port.onmessage = ({ data }: MessageEvent<unknown>) => listener(data);
  },
});
