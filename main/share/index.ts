export { createDoor } from './door.ts';
export { securityHeaders } from './headers.ts';
export { readPages, type Pages } from './pages.ts';
export { startShare, trainersPort, usualPort, type Share, type ShareOptions } from './share.ts';
