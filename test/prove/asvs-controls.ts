import { ASVS_CONTROLS_OF_REQUESTS } from './asvs-controls-of-requests.ts';
import { type Control, freshCopy, removeCopy, switchedOff } from './controls.ts';
import type { Proof } from './proof.ts';

const RULES = 'test/trust/source-rules.test.ts';
const HEADERS = 'test/trust/headers.test.ts';
const CRAWL = 'test/trust/crawl.test.ts';
const FILES = 'test/trust/files.test.ts';
const ORDER = 'test/trust/in-order.test.ts';
const ORIGINS = 'test/trust/origins.test.ts';
const PROVIDER = 'test/trust/provider.test.ts';

/** Requirements of ASVS 5.0, each with what breaks it and the test that must then fail. */
// biome-ignore format: a table reads as a table
const OF_INPUT: readonly Control[] = [
  {
    idea: 'V1.2.1', off: 'words of the record are markup of the page',
    file: 'src/platform/html/document.tsx', was: '</RenderingContext.Provider>)', becomes: "</RenderingContext.Provider>).replaceAll('&lt;', '<')",
    test: [CRAWL, 'V1.2.1: shows it as words, in elements, attributes and titles alike'],
  },
  {
    idea: 'V1.2.1', off: 'what was typed ends the value it is shown in again',
    file: 'src/platform/html/document.tsx', was: '</RenderingContext.Provider>)', becomes: `</RenderingContext.Provider>).replaceAll('&quot;', '"')`,
    test: [CRAWL, 'V1.2.1: shows a form again with what was typed, and as it was typed'],
  },
  {
    idea: 'V1.2.2', off: 'signing in leads on to wherever the address says',
    file: 'src/platform/identity/answers.ts', was: "test(to) ? to : '/work'", becomes: 'test(to) ? to : to',
    test: [CRAWL, 'V1.2.2: writes what is asked after the question mark into links as a value, and leads nowhere else'],
  },
  {
    idea: 'V1.2.3', off: 'data are put together as text',
    file: 'src/platform/web/draft-route.ts', was: 'return { kept: false, version, saved: timeInWords(savedAt, zone), theirs: answers };', becomes: `return JSON.parse('{"kept":false,"version":1,"saved":"","theirs":{"words":"' + answers['words'] + '"}}');`,
    test: [CRAWL, 'V1.2.3: writes no word into a script, and data so that they are read back as they were typed'],
  },
  {
    idea: 'V1.2.4', off: 'what is looked for among the staff is part of the statement',
    file: 'src/practice/people/staff-keeping/store.ts', was: `fold_name(\${words})`, becomes: `fold_name('\${sql.raw(words)}')`,
    test: [CRAWL, 'V1.2.4: asks the database for what was typed, and never what was typed'],
  },
  {
    idea: 'V1.2.2', off: 'a link leads wherever it is told to',
    file: 'src/platform/html/links.tsx', was: 'href={safe}', becomes: 'href={link.href}',
    test: [RULES, 'V1.2.2: makes every link whose address is put together by the one element that lets only safe addresses through'],
  },
  {
    idea: 'V1.2.4', off: 'what is looked for among the staff is put into the statement',
    file: 'src/practice/people/staff-keeping/store.ts', was: `fold_name(\${words})`, becomes: `fold_name(\${sql.raw(words)})`,
    test: [RULES, 'V1.2.4: puts into a statement only words of the program; whatever anybody typed goes beside it as a value'],
  },
  {
    idea: 'V1.2.4', off: 'a function of the database puts a name into a statement unquoted',
    file: 'migrations/authority/0001-foundations.sql', was: "execute format('create index on %I (id, recorded_at)', name || '_history')", becomes: "execute 'create index on ' || name || '_history (id, recorded_at)'",
    test: [RULES, 'V1.2.4: and no function of the database makes a statement but by `format`, which quotes each name'],
  },
  {
    idea: 'V1.2.5', off: 'a folder is written into a script of the shell',
    file: 'src/platform/database/backup/cluster-copy.ts', was: `'sync -f "$1" 2>/dev/null || sync', 'sh', folder`, becomes: '`sync -f ` + folder',
    test: [RULES, 'V1.2.5: starts other programs with a list of arguments, from the database’s own folders alone, and no shell reads a word that is not ours'],
  },
  {
    idea: 'V1.2.5', off: 'a folder is not quoted for the shell that archives the log',
    file: 'src/platform/database/backup/archive.ts', was: "return `'$" + "{escaped}'`;", becomes: `return '"' + path + '"';`,
    test: [RULES, 'V1.2.5: and a folder whose name is a command is a folder, where the server of the database asks the shell to keep its log'],
  },
  {
    idea: 'V1.3.2', off: 'a timer runs a text',
    file: 'src/platform/html/client/page.js', was: 'setInterval(() => renew(live), LIVE)', becomes: "setInterval('renew(live)', LIVE)",
    test: [RULES, 'V1.3.2: runs no text as a program, neither in the server nor in the browser'],
  },
  {
    idea: 'V2.2.1', off: 'any code is taken for one of the list',
    file: 'src/platform/forms/choice-fields.ts', was: 'oneText(message).refine((text) => isOffered(options, text), { error: message })', becomes: 'oneText(message)',
    test: [ORDER, 'V2.2.1: is held to its list, its length, its days and its form, in every field of every form of the staff'],
  },
  {
    idea: 'V2.2.2', off: 'the server believes what the browser sent',
    file: 'src/platform/web/web.tsx', was: 'if (!read.ok) throw new Refused(read.problems);', becomes: '',
    test: [ORDER, 'V2.2.2: is asked again by the server, whatever the browser let through: what is required, listed, bounded'],
  },
  {
    idea: 'V2.3.1', off: 'one confirmation of an emergency is left out',
    file: 'src/practice/people/emergency-asking/actions.ts', was: "isHeard: ticked('Confirm that you know who is told'),", becomes: '',
    test: [ORDER, 'V2.3.1: is told so, and nothing is done: each step asks for the one before it'],
  },
  {
    idea: 'V3.2.1', off: 'a list opens in the browser’s own window',
    file: 'src/platform/web/replies.tsx', was: '`attachment; filename=', becomes: '`inline; filename=',
    test: [HEADERS, 'V3.2.1: let nothing that is asked for by itself be taken for a page: a list is saved, data are data'],
  },
  {
    idea: 'V3.2.2', off: 'the other window’s text is read as HTML',
    file: 'src/platform/html/client/autosave.js', was: 'words.textContent = `From', becomes: 'words.innerHTML = `From',
    test: [RULES, 'V3.2.2: puts words on a page as words: nothing in the browser or the server reads a text as HTML'],
  },
  {
    idea: 'V3.3.1', off: 'the cookie of a session goes over any line',
    file: 'src/platform/identity/entering.ts', was: "httpOnly: true, secure: true, sameSite: 'lax'", becomes: "httpOnly: true, secure: false, sameSite: 'lax'",
    test: [ORIGINS, 'V3.3.1: every cookie is sent over an encrypted line alone and bound to this host, given or taken back'],
  },
  {
    idea: 'V3.3.1', off: 'a cookie has a name that any host of the domain may set',
    file: 'src/platform/identity/provider-routes.tsx', was: "'__Host-continuum-provider'", becomes: "'continuum-provider'",
    test: [ORIGINS, 'V3.3.1: every cookie has such a name wherever the source gives one, and nothing in the browser writes one'],
  },
  {
    idea: 'V3.4.1', off: 'files of ours come without it',
    file: 'src/platform/web/server.ts', was: "if (!reply.hasHeader('content-security-policy'))", becomes: "if (!_request.url.startsWith(ASSETS) && !reply.hasHeader('content-security-policy'))",
    test: [HEADERS, 'V3.4.1 V3.4.3 V3.4.4 V3.4.6: let a file of ours be kept, because it has the hash of its bytes in its name, and carry all the rest with it'],
  },
  {
    idea: 'V3.5.1', off: 'nobody asks where a form comes from',
    file: 'src/platform/web/server.ts', was: '&& !fromOurPages(request, house.publicOrigin)', becomes: '&& false',
    test: [ORIGINS, 'V3.5.1: a form is refused at every address that takes one, wherever it comes from, signed in or not, and changes nothing'],
  },
  {
    idea: 'V3.5.1', off: 'a form needs no token',
    file: 'src/platform/web/replies.tsx', was: 'if (sent === undefined || isTokenOf(token, sent.formToken, visiting.session))', becomes: 'if (true)',
    test: [ORIGINS, 'V3.5.1: a form is refused wherever somebody is signed in, without the token of their session or with another’s'],
  },
  {
    idea: 'V3.5.3', off: 'a page changes something when it is opened',
    file: 'src/platform/web/web.tsx', was: 'const page = await withAboutPerson(house, asking, within, route.page(subject, within));', becomes: "await within.db.updateTable('staff').set({ keys_off: true }).where('id', '=', within.by).execute(); const page = await withAboutPerson(house, asking, within, route.page(subject, within));",
    test: [CRAWL, 'V3.5.3: reading changes nothing: after every page was asked for, each table is as it was'],
  },
  {
    idea: 'V3.5.3', off: 'another page may fetch a list',
    file: 'src/platform/web/web.tsx', was: 'if (!fromOurPages(request, house.publicOrigin)) throw new NotFromOurPage();', becomes: '',
    test: [ORIGINS, 'V3.5.3: a page of somebody else cannot make a browser fetch a list to take away'],
  },
  {
    idea: 'V5.2.1', off: 'more parts than are read are left out without a word',
    file: 'src/platform/web/multipart.ts', was: "['filesLimit', 'fieldsLimit', 'partsLimit']", becomes: '[]',
    test: [FILES, 'V5.2.1: is refused whole where it is larger than we can read at once: in bytes, in lines, in parts'],
  },
  {
    idea: 'V5.2.2', off: 'a file may be called anything',
    file: 'src/platform/web/multipart.ts', was: 'KIND.test(called', becomes: '/^/.test(called',
    test: [FILES, 'V5.2.2: is taken only where its name says that it is a list, and what stands in it is one'],
  },
  {
    idea: 'V5.3.1', off: 'a program that is asked for is run',
    file: 'src/platform/web/server.ts', was: '  readForms(server);', becomes: '  readForms(server); server.addHook("onRequest", async ({ url }) => { const at = /^.assets.([a-z]+[.]mjs)/.exec(url)?.[1]; if (at) await import(assetsFolder + "/" + at); });',
    test: [FILES, 'V5.3.1: lies in no folder that is served; and a program that lay there would be sent, not run'],
  },
  {
    idea: 'V5.3.2', off: 'a file is kept under the name it came with',
    file: 'src/platform/web/multipart.ts', was: "keep(name, bytes.toString('utf8'));", becomes: "process.getBuiltinModule('node:fs').writeFileSync(called.replaceAll('/', '_').replaceAll('\\0', ''), bytes); keep(name, bytes.toString('utf8'));",
    test: [FILES, 'V5.3.2: has a name that leads nowhere: it opens no folder, names no file, and is kept nowhere'],
  },
  {
    idea: 'V5.3.2', off: 'what is sent is written to a file',
    file: 'src/platform/web/multipart.ts', was: "import { Readable } from 'node:stream';", becomes: "import { writeFileSync } from 'node:fs'; import { Readable } from 'node:stream'; void writeFileSync;",
    test: [RULES, 'V5.3.2: names no file after anything that was sent: nothing that answers a request opens one'],
  },
  {
    idea: 'V9.1.1', off: 'the signature of a token is not looked at',
    file: 'src/platform/identity/provider.ts', was: '[enableNonRepudiationChecks, ', becomes: '[',
    test: [PROVIDER, 'believes nothing that is not so: V9.1.1: altered after it was signed'],
  },
  {
    idea: 'V9.1.3', off: 'a token is taken whatever key it brings',
    file: 'src/platform/identity/provider.ts', was: '[enableNonRepudiationChecks, ', becomes: '[',
    test: [PROVIDER, 'believes nothing that is not so: V9.1.3: signed with the key that it brings along'],
  },
  {
    idea: 'V11.3.1 V11.3.2', off: 'the token of a form is enciphered block by block',
    file: 'src/platform/web/guard.ts', was: "return createHash('sha256')", becomes: "return createCipheriv('aes-128-ecb', sessionToken.slice(0, 16), null)",
    test: [RULES, 'V11.3.1 V11.3.2: enciphers nothing but by AES-256-GCM or ChaCha20-Poly1305, if anything: no block mode, no padding of its own'],
  },
  {
    idea: 'V11.4.1', off: 'sessions are kept under MD5',
    file: 'src/platform/identity/session.ts', was: "createHash('sha256').update(token)", becomes: "createHash('md5').update(token)",
    test: [RULES, 'V11.4.1: hashes with SHA-256, and with SHA-1 only where codes of an authenticator app are HMAC-SHA-1 by their standard'],
  },
  {
    idea: 'V13.4.1', off: 'the folder of the program is served',
    file: 'src/platform/web/server.ts', was: 'root: assetsFolder,', becomes: "root: [assetsFolder, process.cwd()], dotfiles: 'allow',",
    test: [FILES, 'V13.4.1 V5.3.2: nor is the history of the source, or anything beside the folder that is served, at any address'],
  },
  {
    idea: 'V13.4.1', off: 'nobody is told that the history of the source lies beside the program',
    file: 'src/commands/doctor.ts', was: '    well: demonstration,', becomes: '    well: true,',
    test: [FILES, 'V13.4.1: and a build holds none of it, nothing of the program reads it, and `doctor` says where it lies beside a program that is no demonstration'],
  },
];

/** All of them. */
export const ASVS_CONTROLS: readonly Control[] = [...OF_INPUT, ...ASVS_CONTROLS_OF_REQUESTS];

/** Breaks the product once for each of them, in a copy: the test that bears the number turns red. That it is green before, `npm test` says. */
export const ASVS_PROOF: Proof = {
  id: 'asvs',
  goal: 'Each of these requirements of ASVS 5.0 has a test that bears its number and fails when the product is built without it.',
  seed: 'none',
  async run(say) {
    const faults: string[] = [];
    freshCopy();
    for (const control of ASVS_CONTROLS) {
      const seen = await switchedOff(control);
      if (seen === 'failed') say(`\u001b[31m✗ ${control.idea}: ${control.off}\u001b[0m`);
      else faults.push(`${control.idea}: ${control.off}, and "${control.test[1]}" ${seen}`);
    }
    removeCopy();
    const ids = new Set(ASVS_CONTROLS.flatMap(({ idea }) => idea.split(' ')));
    return {
      attempts: ASVS_CONTROLS.length,
      failures: faults.length,
      figures: {
        'Requirements whose broken build turned a test red': ids.size,
        'Control, broken builds: found': ASVS_CONTROLS.length - faults.length,
      },
      faults,
    };
  },
};
