/** A record of what passes between editor and server, for whoever looks for a fault: names and times, never content. */
import { type LogOutputChannel, workspace } from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/** Writes one line a message while the setting `processRecording.trace.server` asks for it. */
export function traced(channel: LogOutputChannel): Pick<Middleware, 'sendRequest' | 'sendNotification'> {
  const isOn = (): boolean =>
    workspace.getConfiguration('processRecording').get('trace.server') === 'messages';
  return {
    sendRequest: async (type, params, token, next) => {
      if (!isOn()) return next(type, params, token);
      const asked = performance.now();
      try {
        return await next(type, params, token);
      } finally {
        channel.info(`${nameOf(type)}: ${Math.round(performance.now() - asked)} ms`);
      }
    },
    sendNotification: async (type, next, params) => {
      if (isOn()) channel.info(nameOf(type));
      return next(type, params);
    },
  };
}

function nameOf(type: string | { readonly method: string }): string {
  return typeof type === 'string' ? type : type.method;
}
