const BAG = `
  <ellipse class="shade" cx="100" cy="181" rx="64" ry="6"/>
  <path class="line-dark" d="M72 78c0-44 56-44 56 0"/>
  <path class="tint" d="M44 70h112l10 98c1 8-4 13-12 13H46c-8 0-13-5-12-13z"/>
  <path class="tint-2" d="M44 70h112l2 18H42z"/>
  <path class="line-lit" d="M76 116c10 16 38 16 48 0"/>`;

const VAN = `
  <ellipse class="shade" cx="100" cy="181" rx="84" ry="6"/>
  <path class="tint" d="M16 78c0-6 4-10 10-10h88v92H26c-6 0-10-4-10-10z"/>
  <path class="tint-2" d="M114 92h34c6 0 10 2 13 7l20 30c2 3 3 6 3 10v21h-70z"/>
  <path class="screen" d="M126 102h20c3 0 5 1 7 4l12 19h-39z"/>
  <g class="ink"><circle cx="56" cy="162" r="19"/><circle cx="148" cy="162" r="19"/></g>
  <g class="paper"><circle cx="56" cy="162" r="8"/><circle cx="148" cy="162" r="8"/></g>
  <path class="line-lit" d="M34 96h40M34 112h24"/>`;

const RETURN_BOX = `
  <ellipse class="shade" cx="100" cy="181" rx="68" ry="6"/>
  <path class="tint" d="M36 86h128v82c0 8-5 13-13 13H49c-8 0-13-5-13-13z"/>
  <path class="tint-2" d="m36 86 18-30c2-4 5-6 10-6h72c5 0 8 2 10 6l18 30z"/>
  <path class="paper" d="M88 50h24l4 36v20H84V86z"/>
  <path class="line-lit" d="M120 152c14-8 12-30-8-30H76m12-13-14 13 14 13"/>`;

const HEADSET = `
  <ellipse class="shade" cx="100" cy="181" rx="54" ry="6"/>
  <path class="line-dark" d="M44 118V96c0-36 24-58 56-58s56 22 56 58v22"/>
  <path class="line-dark" d="M156 140c0 20-16 28-40 28"/>
  <rect class="tint" x="30" y="100" width="34" height="56" rx="16"/>
  <rect class="tint" x="136" y="100" width="34" height="56" rx="16"/>
  <rect class="tint-2" x="82" y="156" width="40" height="25" rx="12"/>`;

/** What one comes to customer service with, for stores that have no page of their own. */
export const TOPICS: Readonly<Record<string, string>> = { bag: BAG, van: VAN, "return-box": RETURN_BOX, headset: HEADSET };
