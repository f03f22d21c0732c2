export { createOwnTours, type OwnTours } from './own-tours.ts';
