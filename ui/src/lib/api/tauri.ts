// The real backend, and the only file that imports Tauri.
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { Backend, Command, Reply, Request } from './backend';
import type { DeskEvent } from './generated';

export const tauriBackend: Backend = {
  call<C extends Command>(command: C, request: Request<C>): Promise<Reply<C>> {
    return invoke<Reply<C>>(command, { request });
  },
  listen(handler) {
    return listen<DeskEvent>('desk', (event) => handler(event.payload));
  },
};
