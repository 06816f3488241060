import type { Control } from './controls.ts';

const LINE = 'test/trust/http-messages.test.ts';
const SENT = 'test/trust/what-is-sent.test.ts';
const LOG = 'test/trust/log-of-attempts.test.ts';
const CALM = 'test/trust/failing-calmly.test.ts';
const PROTECTED = 'test/trust/protection.test.ts';
const SOURCE = 'test/trust/program-source.test.ts';
const TWO = 'test/trust/two-authorities.test.ts';
const AUDIT = 'test/trust/audit.test.ts';

const SERVER = 'src/platform/web/server.ts';
const REPLIES = 'src/platform/web/replies.tsx';
const FAULTS = 'src/platform/web/faults.tsx';
const SETTINGS = 'src/platform/database/settings.ts';
const OWN = 'src/practice/people/own-account/actions.ts';

/** The same for requests, access, data, code and logs (V4, V8, V14 to V16). */
// biome-ignore format: a table reads as a table
export const ASVS_CONTROLS_OF_REQUESTS: readonly Control[] = [
  { idea: 'V4.1.1', off: 'pages do not say in which letters', file: REPLIES, was: "'text/html; charset=utf-8'", becomes: "'application/octet-stream'", test: ['test/trust/headers.test.ts', 'V3.4.2 V4.1.1'] },
  { idea: 'V4.1.2', off: 'whoever is not signed in is led to https', file: REPLIES, was: 'return `/sign-in?to=', becomes: 'return `https://localhost/sign-in?to=', test: [LINE, 'V4.1.2: is never led on'] },
  { idea: 'V4.1.3', off: 'X-Forwarded-Host is believed', file: 'src/platform/web/guard.ts', was: 'request.headers.host)', becomes: 'request.host)', test: [LINE, 'V4.1.3: takes nothing'] },
  { idea: 'V4.2.1', off: 'a lenient reader of requests', file: SERVER, was: 'return503OnClosing: true,', becomes: 'return503OnClosing: true, http: { insecureHTTPParser: true },', test: [LINE, 'V4.2.1 V16.3.3: is one request'] },
  { idea: 'V8.2.3', off: 'everybody reads every class', file: SETTINGS, was: "'app.field_classes': list(settings.fieldClasses)", becomes: "'app.field_classes': list(['reporter', 'guarded address'])", test: ['test/trust/guarded-place.test.ts', 'V8.2.3: is no row at all'] },
  { idea: 'V8.2.3', off: 'everybody reads who told us', file: SETTINGS, was: "'app.field_classes': list(settings.fieldClasses)", becomes: "'app.field_classes': list(['reporter'])", test: ['src/practice/hub/board/slice.test.ts', 'V8.2.3: does not name a member of the public'] },
  { idea: 'V8.4.1', off: 'a session is of the last authority', file: REPLIES, was: 'house.authorities.find((one) => one.schema === session.authority)', becomes: 'house.authorities.at(-1)', test: [TWO, 'V8.4.1: no page and no form'] },
  { idea: 'V8.4.1', off: 'a transaction takes two authorities', file: SETTINGS, was: "throw new RangeError('not the name of an authority');", becomes: 'void 0;', test: [TWO, 'V8.4.1: a transaction is of one authority'] },
  { idea: 'V14.2.2', off: 'a slice remembers the last person', file: OWN, was: '/** Changes how', becomes: 'let last: string | undefined;\n/** Changes how', test: [SOURCE, 'V14.2.2: keeps nothing of anybody'] },
  { idea: 'V14.2.3', off: 'a slice tells somebody else', file: OWN, was: '/** Changes how', becomes: "export const told = () => fetch('https://elsewhere.example');\n/** Changes how", test: [SOURCE, 'V14.2.3: sends nothing out'] },
  { idea: 'V14.2.4', off: 'the token of a session is kept as it is', file: 'src/platform/identity/session.ts', was: "      who.device ?? '',", becomes: '      token,', test: [PROTECTED, 'V14.2.4: keeps no secret as it is'] },
  { idea: 'V14.2.4', off: 'tries to sign in can be taken back', file: 'migrations/shared/0001-directory.sql', was: 'grant select, insert on directory.sign_in_attempt', becomes: 'grant select, insert, delete on directory.sign_in_attempt', test: [PROTECTED, 'V14.2.4: has six levels'] },
  { idea: 'V14.3.1', off: 'pages stay when the session ends', file: 'src/platform/html/staff-page.tsx', was: "'signed-out.js', ", becomes: '', test: ['test/journeys/sign-in.test.ts', 'V14.3.1: takes what was shown'] },
  { idea: 'V14.3.3', off: 'a script keeps something on the device', file: 'src/platform/html/client/toast.js', was: '\n', becomes: "\nlocalStorage.seen = 'yes';\n", test: ['src/platform/html/assets.test.ts', 'V14.3.3: keep nothing on the device'] },
  { idea: 'V15.2.2', off: 'a statement may take for ever', file: SETTINGS, was: '(settings.timeoutSeconds ?? 15) * 1000', becomes: '0', test: [PROTECTED, 'V15.2.2: bounds what a request may cost'] },
  { idea: 'V15.2.3', off: 'anybody is picked from a list on a live server', file: 'src/commands/serve.ts', was: 'identityRoutes(server, house, demonstration);', becomes: 'identityRoutes(server, house, demonstration ?? house.authorities[0]);', test: [PROTECTED, 'V15.2.3: is served without what belongs'] },
  { idea: 'V15.2.3', off: 'the samples of pages are part of the program', file: 'src/app.ts', was: 'import { routes as measureRoutes }', becomes: "import './platform/html/gallery/pages.tsx';\nimport { routes as measureRoutes }", test: [SOURCE, 'V15.2.3: is served without tests'] },
  { idea: 'V15.3.1', off: 'a row of a draft is sent as it is', file: 'src/platform/web/draft-route.ts', was: 'return { kept: true, version: saved.version, saved:', becomes: 'return { ...saved, saved:', test: [PROTECTED, 'V15.3.1: shows of an account'] },
  { idea: 'V15.3.2', off: 'the bucket may send on', file: 'src/platform/audit/object-store.ts', was: "redirect: 'error'", becomes: "redirect: 'follow'", test: ['test/trust/outgoing.test.ts', 'V15.3.2: is asked of the address'] },
  { idea: 'V15.3.3', off: 'a form takes names that it does not ask for', file: 'src/platform/forms/form.ts', was: 'z.strictObject(', becomes: 'z.object(', test: [SENT, 'V15.3.3: is taken by each form'] },
  { idea: 'V15.3.4', off: 'every address before us is believed', file: SERVER, was: 'trustProxy: (_address, hop) => hop < house.trustedProxyHops,', becomes: 'trustProxy: true,', test: [LINE, 'V15.3.4: comes from where'] },
  { idea: 'V15.3.5', off: 'of two answers the last counts', file: 'src/platform/forms/gather.ts', was: "? [texts] : texts;", becomes: "? [texts] : typeof texts === 'string' || field.kind === 'some of' ? texts : texts?.at(-1);", test: [SENT, 'V15.3.5: is one text'] },
  { idea: 'V15.3.6', off: 'no name reaches behind an object', file: 'src/platform/forms/raw-answers.ts', was: "new Set(['__proto__', 'prototype', 'constructor'])", becomes: 'new Set([])', test: [SENT, 'V15.3.6: reaches behind no object'] },
  { idea: 'V15.3.7', off: 'what stands in the address is an answer', file: REPLIES, was: 'return (request.body ?? {}) as RawAnswers;', becomes: 'return { ...queryOf(request), ...(request.body ?? {}) } as RawAnswers;', test: [SENT, 'V15.3.7: counts where it belongs'] },
  { idea: 'V16.2.1', off: 'the audit does not name the session', file: 'src/platform/web/staff-visit.ts', was: '    session: sessionName(asked.session.tokenHash),', becomes: '', test: [LOG, 'V16.2.1: says of each look'] },
  { idea: 'V16.2.4', off: 'the log has its own names of requests', file: 'src/platform/log.ts', was: 'level, ...line })', becomes: "level, ...line, request: 'x' })", test: [LOG, 'V16.2.4 V16.2.2: is one object'] },
  { idea: 'V16.3.1', off: 'tries that failed are not kept', file: 'src/platform/identity/attempts.ts', was: "  return pool.query(\n    'insert", becomes: "  if (!tried.succeeded) return Promise.resolve();\n  return pool.query(\n    'insert", test: [LOG, 'V16.3.1: holds each try'] },
  { idea: 'V16.3.3', off: 'what the door refuses is not told', file: FAULTS, was: '  if (known !== undefined) tellRefused(house, known, fault, request);\n', becomes: '', test: [LOG, 'V16.3.2 V16.3.3: tells of each way round'] },
  { idea: 'V16.3.4', off: 'a task that fails is not told', file: 'src/commands/house-work.ts', was: 'house.log.warn({ event:', becomes: 'void ({ event:', test: [LOG, 'V16.3.4: tells of a fault'] },
  { idea: 'V16.4.1', off: 'the log escapes what JSON escapes', file: 'src/platform/log.ts', was: 'const ACTING = /', becomes: 'const ACTING = /(?!)', test: [LOG, 'V16.4.1: keeps to its line'] },
  { idea: 'V16.4.2', off: 'the audit is read by anybody', file: 'migrations/authority/0001-foundations.sql', was: "using (coalesce(current_setting('app.sealer', true), '') = 'on' or (select may_read('audit')));", becomes: 'using (true);', test: [AUDIT, 'V16.4.2: is read by nobody'] },
  { idea: 'V16.5.1', off: 'a page says what the fault says', file: FAULTS, was: "'What was kept before is still kept.',", becomes: 'String(fault),', test: [CALM, 'V16.5.1: a fault is answered'] },
  { idea: 'V16.5.2', off: 'a mail counts as sent before it is', file: 'src/platform/mail/outbox.ts', was: 'if (fault === undefined) {', becomes: 'if (fault !== null) {', test: [CALM, 'V16.5.2: a mail server that is gone'] },
  { idea: 'V16.5.3', off: 'an act is done whether or not it is written down', file: 'src/platform/web/staff-visit.ts', was: '  return recordAct(context.db, { ...entry, ground: ground ?? entry.ground });', becomes: '  return Promise.resolve(void [entry, ground]);', test: [CALM, 'V16.5.3: where the act fails'] },
];
