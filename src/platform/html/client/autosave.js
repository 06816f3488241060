// Keeps what is typed, a second after the last key, on the server and nowhere else. Mistakes are kept too.
// The words shown come from the form, so that they are in the reader's language.

const PAUSE = 1000;
const RETRY = 5000;

const HEADERS = {
  'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
  'x-requested-with': 'continuum',
};

/** One form and how far it is kept: `changes` counts what was typed, `kept` what the server has. */
class Draft {
  changes = 0;
  kept = 0;
  timer = 0;
  isSending = false;
  isSubmitted = false;

  constructor(form) {
    this.form = form;
    this.state = form.querySelector('[data-save-state]') ?? document.querySelector('[data-save-state]');
  }

  get isKept() {
    return this.isSubmitted || this.kept === this.changes;
  }

  changed() {
    this.changes += 1;
    this.later(PAUSE);
  }

  later(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), wait);
  }

  // One at a time, so that an older text never arrives after a newer one.
  async save() {
    if (this.isKept) return;
    if (this.isSending) return this.later(PAUSE);
    this.isSending = true;
    const outcome = await this.send({});
    this.isSending = false;
    if (this.isSubmitted) return;
    this.show(outcome);
    if (!this.isKept) this.later(outcome === 'saved' ? PAUSE : RETRY);
  }

  async send(more) {
    const sent = this.changes;
    const request = { method: 'POST', body: bodyOf(this.form), headers: HEADERS, redirect: 'error', ...more };
    const answer = await fetch(this.form.dataset.draftUrl, request).catch(() => undefined);
    if (answer?.ok) this.kept = Math.max(this.kept, sent);
    if (!answer) return 'waiting';
    return answer.ok ? 'saved' : 'refused';
  }

  show(outcome) {
    if (!this.state) return;
    const { savedWords = 'Saved', waitingWords, refusedWords } = this.form.dataset;
    const words = {
      saved: `${savedWords} ${timeNow(this.form)}`,
      waiting: waitingWords ?? 'No signal. Keep this page open, and it is sent when there is one.',
      refused: refusedWords ?? 'Not saved. We try again by ourselves.',
    };
    this.state.className = `c-save c-save--${outcome}`;
    this.state.querySelector('[data-save-words]').textContent = words[outcome];
  }
}

for (const form of document.querySelectorAll('form[data-draft][data-draft-url]')) keep(new Draft(form));

function keep(draft) {
  draft.form.addEventListener('input', () => draft.changed());
  draft.form.addEventListener('submit', () => {
    draft.isSubmitted = true;
    clearTimeout(draft.timer);
  });
  // A closed tab or a locked phone keeps the last words as well.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && !draft.isKept) draft.send({ keepalive: true });
  });
  // The form may be shown again by the back button.
  addEventListener('pageshow', () => {
    draft.isSubmitted = false;
  });
}

function bodyOf(form) {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  return body.toString();
}

// Staff see seconds, because two people may write at once; a family does not need them.
function timeNow(form) {
  const seconds = form.dataset.savedSeconds === 'no' ? {} : { second: '2-digit' };
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', ...seconds }).format(
    new Date(),
  );
}
