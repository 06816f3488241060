import { GROWING_UP_THEMES } from './growing-up.ts';
import { HELP_THEMES } from './help-wanted.ts';
import { HOME_THEMES } from './home.ts';
import type { Theme } from './theme.ts';

/** Everything that contacts are about. */
export const THEMES: readonly Theme[] = [...HOME_THEMES, ...GROWING_UP_THEMES, ...HELP_THEMES];
