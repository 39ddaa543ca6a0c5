import type { DemoShop } from "../shops/shop.ts";

/** A row of tile ends under a roof edge, a wind chime, and the shelf. */
const EAVES = `<svg class="backdrop" viewBox="0 0 1136 430" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
  <defs>
    <pattern id="tiles" width="56" height="46" patternUnits="userSpaceOnUse">
      <path class="tile" d="M0 0h56v18a28 26 0 0 1-56 0z"/>
      <path class="tile-2" d="M9 0h38v15a19 17 0 0 1-38 0z"/>
    </pattern>
  </defs>
  <rect class="wall" width="1136" height="430"/>
  <circle class="moon" cx="700" cy="190" r="150"/>
  <rect fill="url(#tiles)" width="1136" height="45"/>
  <g class="chime">
    <path class="line-string" d="M640 44v52"/>
    <path class="tile" d="M618 116c0-14 8-22 22-22s22 8 22 22z"/>
    <path class="line-string" d="M640 116v22"/>
    <rect class="sun" x="630" y="138" width="20" height="42" rx="4"/>
  </g>
  <rect class="shelf-edge" y="404" width="1136" height="26"/>
  <rect class="shelf-top" y="396" width="1136" height="10"/>
</svg>`;

/** Terraced hills in the morning, and the table. */
const TEA = `<svg class="backdrop" viewBox="0 0 1136 430" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
  <rect class="wall" width="1136" height="430"/>
  <circle class="moon" cx="650" cy="130" r="66"/>
  <path class="hill" d="M0 262c150-70 290-64 430-18s300 40 420-22 200-66 286-50v258H0z"/>
  <path class="hill-2" d="M0 330c180-60 330-30 520-14s360-50 616-92v206H0z"/>
  <path class="terrace" d="M40 356c180-44 320-20 500-8s340-34 560-68M0 300c140-48 280-46 420-12M620 292c160-4 300-52 500-62M660 330c140-8 300-46 476-66"/>
  <rect class="shelf-edge" y="404" width="1136" height="26"/>
  <rect class="shelf-top" y="396" width="1136" height="10"/>
</svg>`;

const PLAIN = `<svg class="backdrop" viewBox="0 0 1136 430" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
  <rect class="wall" width="1136" height="430"/>
  <circle class="moon" cx="760" cy="250" r="210"/>
  <circle class="moon" cx="240" cy="420" r="160"/>
  <rect class="shelf-edge" y="404" width="1136" height="26"/>
  <rect class="shelf-top" y="396" width="1136" height="10"/>
</svg>`;

/** What stands behind the words and the goods at the top of the page. */
export const BACKDROPS: Readonly<Record<DemoShop["theme"], string>> = { eaves: EAVES, tea: TEA, plain: PLAIN };
