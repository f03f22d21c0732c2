// The door for whoever writes libraries; who only reads them need not load what makes an index.
export { openOwnLibrary, type OwnLibraryWriter } from './own-writing.ts';
export { upgradeOwnLibrary } from './upgrading/upgrade.ts';
export { createLibrary } from './writing.ts';
