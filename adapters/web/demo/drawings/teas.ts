/** A tea tin; `body` and `lid` are classes of shop.css, `badge` is drawn on its label. */
function tin({ body, lid, badge }: { readonly body: string; readonly lid: string; readonly badge: string }): string {
  return `
  <ellipse class="shade" cx="100" cy="181" rx="52" ry="6"/>
  <path class="${body}" d="M54 62h92v107c0 8-5 12-12 12H66c-7 0-12-4-12-12z"/>
  <path class="${lid}" d="M50 40c0-7 5-12 12-12h76c7 0 12 5 12 12v24H50z"/>
  <rect class="paper" x="70" y="88" width="60" height="66" rx="6"/>
  ${badge}
  <path class="line-shine" d="M64 78v88"/>
  <path class="line-soft" d="M50 64h100"/>`;
}

const LEAVES = `<path class="leaf" d="M100 142c-16-10-20-26-14-42 12 8 18 24 14 42zm0 0c16-10 20-26 14-42-12 8-18 24-14 42z"/>`;
const BLOSSOM = `
  <g class="petal-2"><circle cx="100" cy="106" r="10"/><circle cx="114" cy="116" r="10"/><circle cx="109" cy="132" r="10"/><circle cx="91" cy="132" r="10"/><circle cx="86" cy="116" r="10"/></g>
  <circle class="sun" cx="100" cy="120" r="6"/>`;
const ORCHID = `
  <path class="honey" d="M100 96c10 8 10 20 0 28-10-8-10-20 0-28zm-22 16c13-3 22 4 24 16-13 3-22-4-24-16zm44 0c-13-3-22 4-24 16 13 3 22-4 24-16z"/>
  <path class="line-leaf" d="M100 126c-1 8-4 14-10 18"/>`;

const GAIWAN = `
  <ellipse class="shade" cx="100" cy="181" rx="76" ry="6"/>
  <path class="line-steam" d="M88 40c-8-8 8-14 0-24M110 44c-8-8 8-14 0-24"/>
  <path class="china" d="M46 96h108c0 42-18 66-40 72H86c-22-6-40-30-40-72z"/>
  <path class="china-2" d="M46 96h108c0 6 0 10-1 15H47c-1-5-1-9-1-15z"/>
  <path class="china" d="M54 90c6-20 24-30 46-30s40 10 46 30z"/>
  <rect class="china-2" x="88" y="50" width="24" height="11" rx="5.5"/>
  <path class="line-celadon" d="M66 126c8 4 12 12 10 22M84 122c8 6 10 14 8 26M120 124c-6 6-8 14-6 24"/>
  <path class="china" d="M34 166h132c-4 11-16 15-32 15H66c-16 0-28-4-32-15z"/>
  <path class="line-shine" d="M58 106c3 22 10 38 20 48"/>`;

const SAMPLER = `
  <ellipse class="shade" cx="100" cy="181" rx="78" ry="6"/>
  <g transform="rotate(-9 60 120)"><path class="paper" d="M32 66h52v96H32z"/><path class="blush" d="M32 66h52v20H32z"/><circle class="petal-2" cx="58" cy="120" r="12"/><circle class="sun" cx="58" cy="120" r="4"/></g>
  <g transform="rotate(9 140 120)"><path class="paper" d="M116 66h52v96h-52z"/><path class="honey" d="M116 66h52v20h-52z"/><path class="honey" d="M142 106c9 8 9 18 0 26-9-8-9-18 0-26z"/></g>
  <path class="paper-2" d="M72 58h56v104H72z"/><path class="leaf" d="M72 58h56v22H72z"/>
  <path class="leaf" d="M100 140c-12-8-15-19-10-31 9 6 13 18 10 31zm0 0c12-8 15-19 10-31-9 6-13 18-10 31z"/>
  <path class="kraft" d="M22 138h156l-6 34c-1 6-5 9-11 9H39c-6 0-10-3-11-9z"/>
  <path class="line-soft" d="M40 160h120"/>`;

const WHITE_PEONY = `
  <ellipse class="shade" cx="100" cy="181" rx="54" ry="6"/>
  <path class="glass" d="M56 66h88c8 8 10 16 10 26v74c0 9-6 15-15 15H61c-9 0-15-6-15-15V92c0-10 2-18 10-26z"/>
  <path class="leaf-2" d="M47 118c16-8 34 2 52-4s36 4 54-2v54c0 9-6 15-15 15H61c-9 0-14-6-14-15z"/>
  <g class="leaf-3"><path d="M62 150c10-10 22-12 34-8-8 10-20 14-34 8zM104 140c8-12 20-16 34-14-6 12-18 18-34 14zM92 170c8-8 18-10 30-6-8 8-18 11-30 6zM70 128c6-8 14-11 24-9-5 8-13 12-24 9z"/></g>
  <rect class="wood" x="50" y="38" width="100" height="30" rx="9"/>
  <path class="line-soft" d="M58 53h84"/>
  <path class="line-shine" d="M58 92v62"/>`;

const TEA_CAKE = `
  <ellipse class="shade" cx="100" cy="181" rx="62" ry="6"/>
  <path class="wood" d="M46 172 62 148h76l16 24c2 5-1 9-6 9h-8l-8-14H68l-8 14h-8c-5 0-8-4-6-9z"/>
  <circle class="paper" cx="100" cy="94" r="70"/>
  <circle class="paper-2" cx="100" cy="94" r="56"/>
  <path class="line-soft" d="M60 40c20 14 60 14 80 0M40 66c8 18 8 38 0 56M160 66c-8 18-8 38 0 56M60 148c20-14 60-14 80 0"/>
  <circle class="seal" cx="100" cy="94" r="28"/>
  <path class="line-paper" d="M100 76v36M86 88h28M90 104h20"/>`;

const GIFT_BOX = `
  <ellipse class="shade" cx="100" cy="181" rx="82" ry="6"/>
  <path class="line-string" d="M134 78c0-30 38-30 38 0"/>
  <path class="kraft" d="M122 76h62v97c0 5-3 8-8 8h-46c-5 0-8-3-8-8z"/>
  <circle class="seal" cx="153" cy="126" r="14"/>
  <rect class="seal" x="16" y="104" width="120" height="77" rx="8"/>
  <path class="seal-2" d="M10 92c0-5 3-8 8-8h116c5 0 8 3 8 8v20H10z"/>
  <path class="honey" d="M68 84h16v97H68zM10 94h132v9H10z"/>
  <path class="honey" d="M76 84c-14-22-40-18-34-4 4 8 22 8 34 4zm0 0c14-22 40-18 34-4-4 8-22 8-34 4z"/>`;

const BARLEY = `
  <ellipse class="shade" cx="100" cy="181" rx="54" ry="6"/>
  <path class="kraft" d="M56 58h88l8 112c0 7-5 11-12 11H60c-7 0-12-4-12-11z"/>
  <path class="kraft-2" d="M54 34h92v26c-30 8-62 8-92 0z"/>
  <path class="line-soft" d="M60 46h80"/>
  <rect class="paper" x="70" y="84" width="60" height="72" rx="8"/>
  <path class="line-grain" d="M100 146V98"/>
  <g class="grain"><path d="M100 100c-6-6-6-12 0-18 6 6 6 12 0 18zM98 114c-9 0-13-5-13-12 9 0 13 5 13 12zm4 0c9 0 13-5 13-12-9 0-13 5-13 12zM98 130c-9 0-13-5-13-12 9 0 13 5 13 12zm4 0c9 0 13-5 13-12-9 0-13 5-13 12z"/></g>`;

/** What 半坡茶铺 sells, and the cup in its window. */
export const TEAS: Readonly<Record<string, string>> = {
  gaiwan: GAIWAN,
  sampler: SAMPLER,
  jasmine: tin({ body: "blush", lid: "blush-2", badge: BLOSSOM }),
  "white-peony": WHITE_PEONY,
  "tea-cake": TEA_CAKE,
  dancong: tin({ body: "cocoa", lid: "cocoa-2", badge: ORCHID }),
  longjing: tin({ body: "jade", lid: "jade-2", badge: LEAVES }),
  "gift-box": GIFT_BOX,
  barley: BARLEY,
};
