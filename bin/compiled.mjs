// Lets proofs and benchmarks, which Node runs straight from TypeScript, work on the compiled program: the one people use.
import { registerHooks } from 'node:module';

const SRC = new URL('../src/', import.meta.url).href;
const DIST = new URL('../dist/', import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    if (!found.url.startsWith(SRC)) return found;
    return { ...found, format: 'module', url: found.url.replace(SRC, DIST).replace(/\.tsx?$/, '.js') };
  },
});
