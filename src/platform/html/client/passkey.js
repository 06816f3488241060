// Asks the browser for a passkey: options from the server, an answer signed by the device, sent as an ordinary form. Where the browser
// has no passkeys the button stays hidden.

const isPossible =
  typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!isPossible) break;
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    // The second time it is sent with the answer in it.
    if (form.elements.response.value !== '') return;
    event.preventDefault();
    sign(form).then(
      () => form.requestSubmit(),
      () => fail(form),
    );
  });
}

// A page shown again by the back button begins anew: what was signed once is worth nothing a second time.
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-passkey]')) form.elements.response.value = '';
});

async function sign(form) {
  form.querySelector('[data-passkey-fault]').hidden = true;
  const answer = await fetch(form.dataset.passkeyOptions, {
    method: 'POST',
    body: new URLSearchParams(new FormData(form)),
    redirect: 'error',
  });
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  const options = await answer.json();
  const made =
    form.dataset.passkey === 'make'
      ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  form.elements.response.value = JSON.stringify(await made);
}

function fail(form) {
  form.elements.response.value = '';
  form.querySelector('[data-passkey-fault]').hidden = false;
}
