export { buildPack, signPackFile } from './build-pack.ts';
export { checkPack, comparePacks } from './check-pack.ts';
export { makeKeyFile } from './key-file.ts';
export { readPackYaml } from './pack-yaml.ts';
