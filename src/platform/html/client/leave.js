// Leave this page is a link first. With script it also leaves no step back, and Shift pressed three times within
// five seconds does the same.

const PRESSES = 3;
const WITHIN = 5000;

const link = document.querySelector('a[data-leave]');
let presses = [];
let isAlone = false;

if (link) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  document.addEventListener('keydown', (event) => {
    isAlone = event.key === 'Shift' && !event.repeat;
  });
  // Counted on release and only when nothing else was pressed meanwhile: capitals are not presses.
  document.addEventListener('keyup', (event) => {
    if (event.key !== 'Shift' || !isAlone) {
      if (event.key !== 'Shift') presses = [];
      return;
    }
    presses = [...presses.filter((at) => at > event.timeStamp - WITHIN), event.timeStamp];
    if (presses.length >= PRESSES) leave();
  });
}

function leave() {
  // The words go before the next page has come.
  document.body.hidden = true;
  document.title = ' ';
  location.replace(link.href);
}
