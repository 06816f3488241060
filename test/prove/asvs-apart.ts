/** What a requirement speaks of and the product does not have. A test holds each to it: the day it comes, that test fails. */
export const DOES_NOT_APPLY: Readonly<Record<string, string>> = {
  '1.3.1':
    'nobody is given an editor of formatted text and nothing that is typed is ever read as HTML, so there is no HTML to clean (`test/trust/source-rules.test.ts`)',
  '1.5.1':
    'nothing reads XML: no form, no file, no service that is asked, and no package that could (`test/trust/source-rules.test.ts`)',
};

/** What nothing here can show, and why. */
export const NOT_SHOWN: Readonly<Record<string, string>> = {
  '15.2.1':
    'how soon a weakness must be mended stands in `docs/dependencies.md`; what is known against packages only a registry can say, and G27 says whether one answered',
};

/** What holds but for one thing, which is said with it. */
export const BUT_FOR: Readonly<Record<string, string>> = {
  '5.2.2':
    'a document that an adviser attaches is judged by its first bytes alone; its name may end in anything, and is given the ending of its kind when it is taken away (decision 0065)',
  '11.4.1':
    'codes of an authenticator app are HMAC-SHA-1, as RFC 6238 has them and as the apps on people’s telephones reckon them; ASVS calls that legacy and no weakness by itself',
};
