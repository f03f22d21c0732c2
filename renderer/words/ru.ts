import { en, type Catalogue } from './en.ts';

export const ru: Catalogue = en;
