import { type CodeOf, codeSet } from './code-set.ts';

/** First and preferred languages. Each is named as its speakers name it too, so that they can point at it. */
// biome-ignore format: a table reads as a table
export const LANGUAGES = codeSet({
  id: 'language',
  title: 'Language',
  source: 'ISO 639 codes; the first five are the commonest in Jersey’s schools and census',
  since: '2020-03-30',
  standing: 'local policy',
  codes: [
    { code: 'en', label: 'English', ownName: 'English' },
    { code: 'pt', label: 'Portuguese', ownName: 'Português' },
    { code: 'pl', label: 'Polish', ownName: 'Polski' },
    { code: 'ro', label: 'Romanian', ownName: 'Română' },
    { code: 'fr', label: 'French', ownName: 'Français' },
    { code: 'nrf', label: 'Jèrriais', ownName: 'Jèrriais' },
    { code: 'es', label: 'Spanish', ownName: 'Español' },
    { code: 'it', label: 'Italian', ownName: 'Italiano' },
    { code: 'de', label: 'German', ownName: 'Deutsch' },
    { code: 'lv', label: 'Latvian', ownName: 'Latviešu' },
    { code: 'lt', label: 'Lithuanian', ownName: 'Lietuvių' },
    { code: 'bg', label: 'Bulgarian', ownName: 'Български' },
    { code: 'hu', label: 'Hungarian', ownName: 'Magyar' },
    { code: 'uk', label: 'Ukrainian', ownName: 'Українська' },
    { code: 'ru', label: 'Russian', ownName: 'Русский' },
    { code: 'ar', label: 'Arabic', ownName: 'العربية' },
    { code: 'bn', label: 'Bengali', ownName: 'বাংলা' },
    { code: 'hi', label: 'Hindi', ownName: 'हिन्दी' },
    { code: 'ml', label: 'Malayalam', ownName: 'മലയാളം' },
    { code: 'tl', label: 'Tagalog', ownName: 'Tagalog' },
    { code: 'th', label: 'Thai', ownName: 'ไทย' },
    { code: 'zh', label: 'Chinese', ownName: '中文' },
    { code: 'sw', label: 'Swahili', ownName: 'Kiswahili' },
    { code: 'bfi', label: 'British Sign Language', ownName: 'BSL' },
    { code: 'mis', label: 'Another language, in words', ownName: 'Another language' },
    { code: 'und', label: 'Not known', ownName: 'Not known' },
  ],
});

/** The code of a language. */
export type Language = CodeOf<typeof LANGUAGES>;

/** Whether a conversation needs an interpreter. A relative or a child is never the interpreter. */
// biome-ignore format: a table reads as a table
export const INTERPRETER_NEEDS = codeSet({
  id: 'interpreter need',
  title: 'Interpreter',
  source: 'Wording proposed',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'no', label: 'Not needed' },
    { code: 'spoken', label: 'Needed, spoken language' },
    { code: 'sign', label: 'Needed, sign language' },
    { code: 'letters only', label: 'For letters and meetings only' },
    { code: 'not asked', label: 'Not asked' },
  ],
});

/** The code of a need for an interpreter. */
export type InterpreterNeed = CodeOf<typeof INTERPRETER_NEEDS>;
