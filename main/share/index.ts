export { securityHeaders } from './headers.ts';
export { readPages, type Pages } from './pages.ts';
export { startShare, usualPort, type Share, type ShareOptions } from './share.ts';
