// The coast of the front page, drawn for this product and free under its licence. It says nothing that the words do
// not, so it is hidden from screen readers; colours are classes, so that dark and print have their own.

/** A low coast with a lighthouse, for the front page, sign-in and nowhere else. */
export function CoastDrawing() {
  return (
    <svg class="c-coast" viewBox="0 0 1600 340" aria-hidden="true" focusable="false">
      <defs>
        <linearGradient id="beam" x1="1" y1="0" x2="0" y2="0">
          <stop class="c-coast__beam-near" offset="0" />
          <stop class="c-coast__beam-far" offset="1" />
        </linearGradient>
      </defs>
      <path
        class="c-coast__hill-far"
        d="M-2400 208H0c70-40 200-52 330-36 120 14 190-18 300-12 130 8 230 34 330 52v20H-2400z"
      />
      <path class="c-coast__hill-near" d="M-2400 226H0c60-34 160-36 270-26 90 8 140 18 200 24v10H-2400z" />
      <path class="c-coast__beam" d="M640 0 1270 50v8L640 96z" />
      <path class="c-coast__sea-far" d="M-2400 214H1600V340H-2400z" />
      <Ripples />
      <Headland />
      <Lighthouse />
      <path class="c-coast__sea-mid" d="M-2400 268H0c200-24 420-12 640-4 260 10 460-18 960-2V340H-2400z" />
      <Sails />
      <path class="c-coast__sea-near" d="M-2400 300H0c300-20 560 6 820 2 300-4 500-14 780 0V340H-2400z" />
    </svg>
  );
}

function Ripples() {
  return (
    <path class="c-coast__ripple" d="M150 236h68M412 228h88M550 238h50M700 226h96M880 240h60M1010 232h54" />
  );
}

function Headland() {
  return (
    <>
      <path
        class="c-coast__granite"
        d="M1080 262c24-48 60-62 96-66 30-28 74-32 122-28 40-6 82 6 118 40 60 18 124 36 184 52v12z"
      />
      <path
        class="c-coast__granite-dark"
        d="M1110 262c20-28 62-42 104-38 50-26 112-14 148 2 60 6 150 20 238 38v4z"
      />
    </>
  );
}

function Lighthouse() {
  return (
    <g>
      <path class="c-coast__tower" d="M1264 68h42l8 104h-58z" />
      <path class="c-coast__tower-shade" d="M1288 68h18l8 104h-22z" />
      <path
        class="c-coast__iron"
        d="M1254 60h62v8h-62zM1263 38c2-14 12-22 22-22s20 8 22 22zM1283 4h4v14h-4zM1278 144h14v28h-14z"
      />
      <path class="c-coast__lamp" d="M1266 38h38v22h-38z" />
      <path class="c-coast__bars" d="M1267 38v22M1279 38v22M1291 38v22M1303 38v22" />
      <path class="c-coast__window" d="M1278 96h10v12h-10zM1332 152h10v10h-10zM1352 152h10v20h-10z" />
      <path class="c-coast__tower" d="M1320 146h52v26h-52z" />
      <path class="c-coast__window" d="M1332 154h9v9h-9zM1350 154h9v18h-9z" />
      <path class="c-coast__roof" d="M1312 150 1346 130 1380 150" />
    </g>
  );
}

function Sails() {
  return (
    <g>
      <path class="c-coast__sail" d="M308 190v38h22zM842 170v46h36z" />
      <path class="c-coast__sail-lamp" d="M836 176v40h-26z" />
      <path class="c-coast__hull" d="M288 228h42l-8 12h-26zM800 222h82l-10 20h-60z" />
    </g>
  );
}

/** The sun on the horizon, for a board with nobody waiting. */
export function HorizonDrawing() {
  return (
    <svg class="c-horizon" viewBox="0 0 400 60" aria-hidden="true" focusable="false">
      <path class="c-horizon__sun" d="M170 38a30 30 0 0 1 60 0z" />
      <path class="c-horizon__line" d="M4 38h392" />
      <path class="c-horizon__water" d="M134 50h132M170 59h60" />
    </svg>
  );
}

/** The four doors of the front page, each with its own small drawing. */
export type DoorDrawingName = 'boat' | 'speech' | 'house' | 'hands';

/** A flat drawing in two colours and the light. */
export function DoorDrawing({ name }: { name: DoorDrawingName }) {
  return (
    <svg class="c-door__drawing" viewBox="0 0 48 40" aria-hidden="true" focusable="false">
      {DOORS[name]()}
    </svg>
  );
}

const DOORS = {
  boat: () => (
    <>
      <path class="c-door__dark" d="M22 2v26H6zM4 31h40l-6 7H11z" />
      <path class="c-door__lamp" d="M26 6v22h14z" />
    </>
  ),
  speech: () => (
    <>
      <path class="c-door__dark" d="M3 3h42v25H22l-9 9v-9H3z" />
      <path class="c-door__lamp" d="M11 10h26v3.5H11zM11 17h18v3.5H11z" />
    </>
  ),
  house: () => (
    <>
      <path class="c-door__dark" d="M4 19 24 2l20 17v19H4z" />
      <path class="c-door__lamp" d="M18 38V26a6 6 0 0 1 12 0v12z" />
    </>
  ),
  hands: () => (
    <>
      <path class="c-door__stroke" d="M11 20h6m14 0h6" />
      <circle class="c-door__ring" cx="7" cy="20" r="4.5" />
      <circle class="c-door__ring" cx="41" cy="20" r="4.5" />
      <circle class="c-door__lamp c-door__lamp--edged" cx="24" cy="20" r="9" />
    </>
  ),
} as const;
