import { done, type Result } from '../contract/failure.ts';
import type { Door, DoorRequest, OpenDoor } from '../service/index.ts';
import { announce, localName, type Announcement } from './announce.ts';
import type { ShareLimits } from './limits.ts';
import { startShare, usualPort, type Share } from './share.ts';

export interface DoorOptions {
  /** The folder of the built pages. */
  readonly pages: string;
  readonly report: (bug: unknown) => void;
  readonly limits?: Partial<ShareLimits>;
}

/** The door through which the room comes in: a share with a code, announced on its network. */
export const createDoor = (options: DoorOptions): Door => ({
  open: (request) => open(options, request),
});

async function open(options: DoorOptions, request: DoorRequest): Promise<Result<OpenDoor>> {
  const name = localName();
  const names = name === null ? [] : [name];
  const shareOn = (port: number) =>
    startShare({ ...options, ...request, port, names, isCodeNeeded: true });
  const wanted = await shareOn(request.port ?? usualPort);
  const isTaken = !wanted.ok && wanted.error.code === 'port-in-use';
  const share = isTaken && request.port === null ? await shareOn(0) : wanted;
  if (!share.ok) return share;
  const { value } = share;
  const announcement = value.isLoopback ? null : await announce(value.address, value.port);
  return done(asDoor(value, announcement));
}

const asDoor = (share: Share, announcement: Announcement | null): OpenDoor => ({
  get url() {
    return share.url;
  },
  port: share.port,
  code: share.code ?? '',
  announced: () => announcement?.name() ?? null,
  connected: () => share.connected(),
  hasHadGuests: () => share.hasHadGuests(),
  close: async () => {
    await Promise.all([share.close(), announcement?.stop()]);
  },
});
