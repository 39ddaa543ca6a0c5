const KETTLE = `
  <ellipse class="shade" cx="100" cy="181" rx="64" ry="6"/>
  <path class="line-cream" d="M146 84c30-6 40 10 38 32s-14 34-36 34"/>
  <path class="cream-2" d="M62 82 38 68c-5-3-9 2-7 6l16 32z"/>
  <path class="glass" d="M64 68c-14 22-22 50-17 82 1 8 6 12 13 12h80c7 0 12-4 13-12 5-32-3-60-17-82z"/>
  <path class="brew" d="M49 112c-4 14-5 26-2 38 1 8 6 12 13 12h80c7 0 12-4 13-12 3-12 2-24-2-38-17 5-33-5-51-1s-34 6-51 1z"/>
  <g class="petal"><circle cx="78" cy="134" r="8"/><circle cx="118" cy="144" r="7"/><circle cx="126" cy="124" r="5"/></g>
  <g class="sun"><circle cx="78" cy="134" r="3"/><circle cx="118" cy="144" r="2.6"/><circle cx="126" cy="124" r="2"/></g>
  <path class="line-shine" d="M66 88c-8 18-11 36-10 54"/>
  <path class="cream" d="M60 69c2-14 18-21 40-21s38 7 40 21z"/>
  <rect class="wood" x="90" y="36" width="20" height="13" rx="6"/>
  <path class="cream" d="M54 161h92l7 14c2 3-1 6-4 6H51c-3 0-6-3-4-6z"/>
  <circle class="fog-2" cx="100" cy="171" r="4"/>
  <path class="line-steam" d="M84 26c-6-6 6-10 0-16M104 24c-6-6 6-10 0-16"/>`;

const RICE_COOKER = `
  <ellipse class="shade" cx="100" cy="181" rx="70" ry="6"/>
  <path class="cream" d="M34 104h132v44c0 20-14 33-34 33H68c-20 0-34-13-34-33z"/>
  <path class="cream-2" d="M34 104h132v14H34z"/>
  <path class="fog" d="M36 106c0-34 26-54 64-54s64 20 64 54z"/>
  <path class="line-shine" d="M54 88c6-12 18-19 34-21"/>
  <rect class="fog-2" x="80" y="44" width="40" height="13" rx="6.5"/>
  <rect class="screen" x="70" y="130" width="60" height="24" rx="9"/>
  <path class="line-lit" d="M82 142h12M100 142h6M112 142h6"/>
  <circle class="cream-3" cx="82" cy="167" r="4"/><circle class="fog-2" cx="100" cy="167" r="4"/><circle class="cream-3" cx="118" cy="167" r="4"/>
  <path class="line-steam" d="M92 32c-6-6 6-10 0-16M110 32c-6-6 6-10 0-16"/>`;

const AIR_FRYER = `
  <ellipse class="shade" cx="100" cy="181" rx="66" ry="6"/>
  <path class="cream" d="M100 26c-38 0-58 26-60 64l-5 72c-1 12 6 19 17 19h96c11 0 18-7 17-19l-5-72c-2-38-22-64-60-64z"/>
  <path class="cream-2" d="M38 112h124l3 50c1 12-6 19-17 19H52c-11 0-18-7-17-19z"/>
  <path class="line-shine" d="M60 64c5-11 13-18 24-21"/>
  <rect class="screen" x="66" y="54" width="68" height="36" rx="18"/>
  <circle class="cream-3" cx="84" cy="72" r="11"/>
  <path class="line-dark" d="M84 72v-7"/>
  <path class="line-lit" d="M106 68h16M106 77h10"/>
  <rect class="fog-2" x="84" y="122" width="32" height="44" rx="14"/>
  <rect class="fog" x="91" y="130" width="18" height="28" rx="9"/>`;

const HUMIDIFIER = `
  <ellipse class="shade" cx="100" cy="181" rx="54" ry="6"/>
  <path class="line-steam" d="M82 36c-9-9 9-14 0-25M100 34c-9-10 9-16 0-28M118 36c-9-9 9-14 0-25"/>
  <path class="fog" d="M58 96c0-28 18-46 42-46s42 18 42 46v60c0 16-10 25-26 25H84c-16 0-26-9-26-25z"/>
  <path class="fog-2" d="M58 136h84v20c0 16-10 25-26 25H84c-16 0-26-9-26-25z"/>
  <rect class="water" x="92" y="82" width="16" height="44" rx="8"/>
  <path class="line-shine" d="M70 92c3-14 11-23 22-26"/>
  <rect class="cream" x="86" y="44" width="28" height="10" rx="5"/>
  <circle class="cream" cx="100" cy="158" r="9"/><circle class="sun" cx="100" cy="158" r="3.5"/>`;

const STEAMER = `
  <ellipse class="shade" cx="104" cy="181" rx="52" ry="6"/>
  <path class="line-steam" d="M46 46c-9-9-14 9-24 0M44 66c-11-10-17 10-30 0M46 86c-9-9-14 9-24 0"/>
  <path class="cream" d="M70 30h52c26 0 40 16 40 38 0 18-10 30-26 34l-6 62c-1 11-8 17-18 17H98c-10 0-16-7-15-18l6-61H70c-8 0-14-6-14-14V44c0-8 6-14 14-14z"/>
  <path class="fog" d="M56 44c0-8 6-14 14-14h10v72H70c-8 0-14-6-14-14z"/>
  <path class="cream-2" d="m88 116 42 4-5 44c-1 11-8 17-18 17h-9c-10 0-16-7-15-18z"/>
  <rect class="water" x="97" y="130" width="22" height="32" rx="8"/>
  <rect class="fog-2" x="104" y="54" width="30" height="12" rx="6"/>
  <path class="line-shine" d="M96 42h28c10 1 18 7 22 15"/>`;

const MITE_VACUUM = `
  <ellipse class="shade" cx="100" cy="181" rx="78" ry="6"/>
  <path class="line-cream" d="M60 132C62 78 96 54 144 62"/>
  <path class="cream" d="M136 44h26c8 0 13 5 13 12v10c0 8-5 13-13 13h-26z"/>
  <path class="cream" d="M26 150c2-30 24-48 60-48h34c36 0 54 18 56 48z"/>
  <path class="fog" d="M22 150h158v16c0 9-6 15-15 15H37c-9 0-15-6-15-15z"/>
  <rect class="screen" x="112" y="116" width="40" height="22" rx="11"/>
  <path class="line-lit" d="M122 127h6M134 127h6"/>
  <path class="line-shine" d="M46 138c6-12 18-19 34-21"/>
  <g class="violet"><rect x="44" y="166" width="36" height="7" rx="3.5"/><rect x="92" y="166" width="36" height="7" rx="3.5"/></g>
  <circle class="fog-2" cx="156" cy="62" r="5"/>`;

const LAMP = `
  <ellipse class="shade" cx="118" cy="181" rx="60" ry="6"/>
  <path class="glow" d="M26 58h92l26 122H0z"/>
  <path class="line-fog" d="M148 172V78c0-26-16-36-40-36"/>
  <rect class="fog" x="18" y="30" width="108" height="26" rx="13"/>
  <rect class="sun" x="28" y="51" width="88" height="8" rx="4"/>
  <path class="line-shine" d="M34 38h40"/>
  <path class="cream" d="M104 166h82c6 0 9 4 9 8s-3 7-9 7h-82c-6 0-9-3-9-7s3-8 9-8z"/>
  <circle class="fog-2" cx="120" cy="173" r="3"/>`;

const BEDDING = `
  <ellipse class="shade" cx="100" cy="181" rx="80" ry="6"/>
  <rect class="fog" x="24" y="146" width="152" height="35" rx="15"/>
  <path class="line-soft" d="M44 163h118"/>
  <rect class="cream-2" x="30" y="114" width="142" height="34" rx="15"/>
  <path class="line-soft" d="M52 131h106"/>
  <rect class="cream" x="27" y="84" width="148" height="32" rx="14"/>
  <path class="line-soft" d="M48 100h112"/>
  <path class="cream" d="M42 48c24 6 92 6 116 0 8-2 12 4 10 10-4 10-4 16 0 24 2 6-3 11-10 10-26-5-90-5-116 0-7 1-12-4-10-10 4-8 4-14 0-24-2-6 2-12 10-10z"/>
  <path class="line-soft" d="M62 60c20 4 56 4 76 0"/>
  <path class="wood" d="M94 84h12v97H94z"/>
  <path class="wood" d="M100 84c-10-14-26-14-26-4s16 10 26 4zm0 0c10-14 26-14 26-4s-16 10-26 4z"/>`;

/** What 檐下生活 sells. */
export const APPLIANCES: Readonly<Record<string, string>> = {
  kettle: KETTLE,
  "rice-cooker": RICE_COOKER,
  "air-fryer": AIR_FRYER,
  steamer: STEAMER,
  "mite-vacuum": MITE_VACUUM,
  humidifier: HUMIDIFIER,
  lamp: LAMP,
  bedding: BEDDING,
};
