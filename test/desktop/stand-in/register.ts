import { registerHooks } from 'node:module';

// In the process that runs the real main script, `electron` is the stand-in; everything else is what it is.
const standIn = new URL('electron.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
});
