/** Contrast that WCAG 2.2 AA asks of text. */
const READABLE = 4.5;
const LIGHT_PAPER = "#ffffff";
const DARK_PAPER = "#16181d";

export interface Shades {
  readonly accent: string;
  /** Ink that is readable on the accent. */
  readonly onAccent: string;
  /** The accent as ink on white, darkened until readable. */
  readonly inkOnLight: string;
  /** The accent as ink on the dark scheme's paper, lightened until readable. */
  readonly inkOnDark: string;
}

/** Readable colours around a shop's own colour (`#rrggbb`). */
export function shadesOf(accent: string): Shades {
  return {
    accent,
    onAccent: contrast(accent, "#ffffff") >= contrast(accent, "#000000") ? "#ffffff" : "#000000",
    inkOnLight: mixUntilReadable(accent, LIGHT_PAPER, "#000000"),
    inkOnDark: mixUntilReadable(accent, DARK_PAPER, "#ffffff"),
  };
}

/** WCAG contrast of two colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

function mixUntilReadable(color: string, paper: string, toward: string): string {
  // Bubbles are a little off the paper, hence the margin above the norm.
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = mix(color, toward, share);
    if (contrast(mixed, paper) >= READABLE + 0.9) return mixed;
  }
  return toward;
}

function mix(from: string, to: string, share: number): string {
  const target = channels(to);
  const mixed = channels(from).map((value, index) => Math.round(value + ((target[index] ?? 0) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(color: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}
